import { defineEvent } from '../catalogue/event-definition.js';
import { field, listOf, means, objectOf, oneOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const monitoringFields = {
  what: req(f.what),
  cadence: field(shapes.line, 'public', ['Rytmi', 'Intervall', 'Cadence'], 'How often.'),
  by: field(shapes.line, 'public', ['Kuka', 'Av', 'By'], 'Which body or register.'),
  times: field(shapes.count, 'public', ['Kertoja', 'Gånger', 'Times'], 'How many times in all.'),
};

const headingFields = {
  chapter: req(f.chapter),
  subArea: f.subArea,
  announced: req(
    field(shapes.count, 'public', ['Ilmoitettu', 'Uppgivna', 'Announced'], 'How many measures the heading announces.'),
  ),
  listed: req(field(shapes.count, 'public', ['Lueteltu', 'Uppräknade', 'Listed'], 'How many measures it then lists.')),
  missing: means(f.letter, 'Letter of the measure that is missing, where it can be told.'),
};

const planFields = {
  version: req(f.plan),
  dated: field({ is: 'edtf' }, 'code', ['Päivätty', 'Daterad', 'Dated'], 'Date that the edition bears.'),
  body: means(f.body, 'Body that adopted it, where that is recorded.'),
  headings: field(
    listOf(objectOf(headingFields), 100),
    'public',
    ['Otsikot', 'Rubriker', 'Headings'],
    'Headings that announce a number of measures.',
  ),
  figures: f.figures,
  rules: field(listOf(shapes.title, 50), 'public', ['Säännöt', 'Regler', 'Rules'], 'Rules that the plan sets itself.'),
  note: f.note,
};

const launchFields = {
  name: req(f.name),
  reform: field(shapes.key, 'code', ['Uudistus', 'Reform', 'Reform'], 'Id of the reform that it prepares.'),
  area: f.area,
  period: f.period,
  funder: means(f.organisation, 'Organisation that funds it.'),
  grantShare: field(
    { is: 'integer', min: 0, max: 100 },
    'public',
    ['Avustusosuus', 'Understödets andel', 'Grant share'],
    'Percentage of the costs that the grant covers; the rest is own funding.',
  ),
  coordinator: means(f.organisation, 'Organisation that leads it.'),
  partners: field(
    listOf(shapes.organisation),
    'code',
    ['Toteuttajat', 'Genomförare', 'Partners'],
    'Organisations that take part.',
  ),
  measuresInTotal: field(
    shapes.count,
    'public',
    ['Toimenpiteitä', 'Åtgärder', 'Measures in total'],
    'How many measures it has, which may be known where none is listed.',
  ),
  sister: field(shapes.key, 'code', ['Sisarhanke', 'Systerprojekt', 'Sister programme'], 'Id of its sister programme.'),
  aim: field(shapes.title, 'public', ['Tavoite', 'Mål', 'Aim'], 'Its aim in one sentence.'),
  monitoring: field(
    listOf(objectOf(monitoringFields), 50),
    'public',
    ['Seuranta', 'Uppföljning', 'Monitoring'],
    'What is followed, how often and by whom.',
  ),
  figures: f.figures,
  note: f.note,
};

const planEvents = [
  defineEvent({
    type: 'plan-adopted',
    streams: ['programme'],
    names: ['Suunnitelma hyväksytty', 'Planen godkänd', 'Plan adopted'],
    fields: planFields,
  }),
  defineEvent({
    type: 'plan-revised',
    streams: ['programme'],
    names: ['Suunnitelma päivitetty', 'Planen reviderad', 'Plan revised'],
    fields: planFields,
  }),
];

/** A funded project of one area: its plan, parts, aims and reports. */
export const programmeEvents = [
  defineEvent({
    type: 'programme-launched',
    streams: ['programme'],
    names: ['Hanke käynnistetty', 'Projektet startat', 'Programme launched'],
    fields: launchFields,
  }),
  ...planEvents,
  defineEvent({
    type: 'programme-closed',
    streams: ['programme'],
    names: ['Hanke päätetty', 'Projektet avslutat', 'Programme closed'],
    fields: { reason: f.reason, note: f.note },
  }),
  defineEvent({
    type: 'sub-area-defined',
    streams: ['programme'],
    names: ['Osa-alue määritelty', 'Delområdet definierat', 'Sub-area defined'],
    fields: {
      key: req(f.key),
      name: req(f.name),
      coordinator: means(f.organisation, 'Organisation that leads the sub-area.'),
    },
  }),
  defineEvent({
    type: 'dependency-declared',
    streams: ['programme'],
    names: ['Riippuvuus todettu', 'Beroendet konstaterat', 'Dependency declared'],
    fields: {
      key: req(f.key),
      on: req(field(shapes.entity, 'code', ['Mistä', 'Av vad', 'On'], 'What it depends on, as programme:x, reform:x.')),
      what: f.what,
    },
  }),
  defineEvent({
    type: 'target-set',
    streams: ['programme'],
    names: ['Tavoite asetettu', 'Målet uppställt', 'Target set'],
    fields: {
      key: req(f.key),
      what: req(f.what),
      category: field(oneOf('goal', 'benefit', 'theme'), 'code', ['Laji', 'Slag', 'Category'], 'Kind of target.'),
      within: field(
        { is: 'duration' },
        'code',
        ['Enimmäisaika', 'Längsta tid', 'Within'],
        'Longest time that it allows, as P7D.',
      ),
      subArea: f.subArea,
    },
  }),
  defineEvent({
    type: 'target-dropped',
    streams: ['programme'],
    names: ['Tavoitteesta luovuttu', 'Målet slopat', 'Target dropped'],
    fields: { key: req(f.key), reason: f.reason },
  }),
  defineEvent({
    type: 'assessment-filed',
    streams: ['programme', 'measure'],
    names: ['Arviointi annettu', 'Utvärderingen avgiven', 'Assessment filed'],
    fields: {
      key: req(f.key),
      what: req(f.what),
      by: means(f.organisation, 'Organisation that assessed; none: the programme itself.'),
      subArea: f.subArea,
      outcome: field(
        oneOf('completed', 'mostly-completed', 'partly-completed', 'goal-not-reached'),
        'code',
        ['Tulos', 'Resultat', 'Outcome'],
        'How far the goals were reached.',
      ),
      continues: field(
        { is: 'boolean' },
        'code',
        ['Jatkuu', 'Fortsätter', 'Continues'],
        'Whether the work goes on after the programme.',
      ),
      summary: f.summary,
      figures: f.figures,
    },
  }),
];
