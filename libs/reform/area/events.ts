import { defineEvent } from '../catalogue/event-definition.js';
import { field, listOf, means, oneOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const service = { service: req(f.service), municipality: req(f.municipality) };
const to = means(f.organisation, 'Organisation that is to be responsible.');

/** A preparation area or county: its municipalities, who must organise which service, and what moves with it. */
export const areaEvents = [
  defineEvent({
    type: 'area-defined',
    streams: ['area'],
    names: ['Alue määritelty', 'Området definierat', 'Area defined'],
    fields: { name: req(f.name), note: f.note },
  }),
  defineEvent({
    type: 'county-established',
    streams: ['area'],
    foretold: true,
    names: ['Hyvinvointialue perustettu', 'Välfärdsområdet inrättat', 'County established'],
    fields: { name: f.name, note: f.note },
  }),
  defineEvent({
    type: 'municipality-joined',
    streams: ['area'],
    foretold: true,
    names: ['Kunta liittyi', 'Kommunen anslöt sig', 'Municipality joined'],
    fields: {
      municipality: req(f.municipality),
      name: f.name,
      languages: field(
        listOf(shapes.language, 3),
        'code',
        ['Viralliset kielet', 'Officiella språk', 'Official languages'],
        'Official languages of the municipality.',
      ),
    },
  }),
  defineEvent({
    type: 'municipality-left',
    streams: ['area'],
    foretold: true,
    names: ['Kunta lähti', 'Kommunen lämnade området', 'Municipality left'],
    fields: {
      municipality: req(f.municipality),
      name: f.name,
      movedTo: means(f.area, 'Code of the area that it moved to. The date is the first day on which it is no member.'),
      note: f.note,
    },
  }),
  defineEvent({
    type: 'responsibility-registered',
    streams: ['area'],
    names: ['Järjestämisvastuu kirjattu', 'Organiseringsansvaret registrerat', 'Responsibility registered'],
    fields: {
      ...service,
      serviceName: f.serviceName,
      holder: req(means(f.organisation, 'Organisation that is responsible.')),
      holderName: means(f.name, 'Name of the holder.'),
      note: f.note,
    },
  }),
  defineEvent({
    type: 'transfer-offered',
    streams: ['area'],
    names: ['Siirtoa tarjottu', 'Överföring erbjuden', 'Transfer offered'],
    fields: { ...service, to: req(to), effective: f.effective, note: f.note },
  }),
  defineEvent({
    type: 'transfer-accepted',
    streams: ['area'],
    names: ['Siirto hyväksytty', 'Överföringen godkänd', 'Transfer accepted'],
    fields: { ...service, note: f.note },
  }),
  defineEvent({
    type: 'transfer-declined',
    streams: ['area'],
    names: ['Siirto torjuttu', 'Överföringen avböjd', 'Transfer declined'],
    fields: { ...service, reason: f.reason },
  }),
  defineEvent({
    type: 'responsibility-transferred',
    streams: ['area'],
    foretold: true,
    names: ['Järjestämisvastuu siirtynyt', 'Organiseringsansvaret överfört', 'Responsibility transferred'],
    fields: {
      ...service,
      to: req(means(to, 'Organisation that is responsible from the day on.')),
      commitments: field(
        listOf(shapes.key),
        'code',
        ['Sitoumukset', 'Förbindelser', 'Commitments'],
        'Keys of the commitments that move with it.',
      ),
      note: f.note,
    },
  }),
  defineEvent({
    type: 'commitment-inventoried',
    streams: ['area'],
    names: ['Sitoumus kartoitettu', 'Förbindelsen kartlagd', 'Commitment inventoried'],
    fields: {
      key: req(f.key),
      category: req(
        field(
          oneOf('personnel', 'contracts', 'premises', 'property'),
          'code',
          ['Laji', 'Slag', 'Category'],
          'What kind of thing moves.',
        ),
      ),
      what: req(f.what),
      holder: means(f.organisation, 'Organisation that it binds before the transfer.'),
      count: field(shapes.count, 'public', ['Lukumäärä', 'Antal', 'Count'], 'How many: persons, contracts, buildings.'),
    },
  }),
];
