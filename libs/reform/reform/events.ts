import { defineEvent, type NameTriple } from '../catalogue/event-definition.js';
import { type Fields, field, means, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const lawEvent = (type: string, names: NameTriple, fields: Fields = {}, foretold = false) =>
  defineEvent({
    type,
    streams: ['reform'],
    foretold,
    names,
    fields: { name: f.name, reference: f.reference, note: f.note, ...fields },
  });

const reformKey = field(shapes.key, 'code', ['Uudistus', 'Reform', 'Reform'], 'Id of another reform.');

/** The law-making of a reform. Any naming event may carry the reform's name, for sources tell lives from the middle. */
export const reformEvents = [
  lawEvent('reform-announced', ['Uudistus ilmoitettu', 'Reformen meddelades', 'Reform announced']),
  lawEvent('regional-study-published', ['Alueselvitys julkaistu', 'Regional utredning publicerad', 'Study published']),
  lawEvent('grant-call-opened', ['Avustushaku avattu', 'Ansökan om statsunderstöd öppnad', 'Grant call opened']),
  lawEvent('government-proposal-submitted', [
    'Hallituksen esitys annettu',
    'Regeringens proposition överlämnad',
    'Government proposal submitted',
  ]),
  lawEvent('government-proposal-withdrawn', [
    'Hallituksen esitys peruutettu',
    'Regeringens proposition återtagen',
    'Government proposal withdrawn',
  ]),
  lawEvent('laws-passed', ['Lait hyväksytty', 'Lagarna godkända', 'Laws passed']),
  lawEvent('laws-rejected', ['Lait hylätty', 'Lagarna förkastade', 'Laws rejected']),
  lawEvent('laws-ratified', ['Lait vahvistettu', 'Lagarna stadfästa', 'Laws ratified']),
  lawEvent('laws-in-force', ['Lait voimaan', 'Lagarna i kraft', 'Laws in force'], {}, true),
  lawEvent(
    'responsibility-transfer-date-set',
    ['Järjestämisvastuun siirtopäivä säädetty', 'Dagen för överföringen fastställd', 'Transfer date set'],
    { effective: req(means(f.effective, 'First day on which the counties are responsible.')) },
  ),
  lawEvent('county-elections-held', ['Aluevaalit pidetty', 'Välfärdsområdesval förrättat', 'County elections held']),
  lawEvent('county-councils-started', [
    'Aluevaltuustot aloittaneet',
    'Välfärdsområdesfullmäktige började',
    'County councils started',
  ]),
  lawEvent('reform-lapsed', ['Uudistus raukesi', 'Reformen förföll', 'Reform lapsed']),
  lawEvent('reform-superseded', ['Uudistus korvattu toisella', 'Reformen ersatt av en annan', 'Reform superseded'], {
    by: means(reformKey, 'The reform that takes its place.'),
  }),
  lawEvent('reform-revived', ['Uudistus elvytetty', 'Reformen återupptagen', 'Reform revived'], {
    revives: req(means(reformKey, 'The reform that ended; this one is new and linked to it.')),
  }),
];
