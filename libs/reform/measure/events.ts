import { defineEvent, type NameTriple } from '../catalogue/event-definition.js';
import { type Fields, field, listOf, means, objectOf, oneOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const partFields = { letter: f.letter, title: req(f.title) };

/** What a measure is; any event that may be its first known one can carry it. */
const identity: Fields = { title: f.title, letter: f.letter, plan: f.plan, subArea: f.subArea };

const timing: Fields = {
  phases: f.phases,
  schedule: f.schedule,
  startsOn: f.startsOn,
  refinedOn: f.refinedOn,
  after: f.after,
  said: f.said,
};

const measureEvent = (type: string, names: NameTriple, fields: Fields) =>
  defineEvent({ type, streams: ['measure'], names, fields });

const outputs = field(
  listOf(shapes.title, 100),
  'public',
  ['Tuotokset', 'Resultat', 'Outputs'],
  'What it is to yield.',
);
const ruleOf = (labels: NameTriple, meaning: string) => field(shapes.title, 'public', labels, meaning);

/** The ways in which a measure ends. */
export const measureOutcomes = [
  'completed',
  'mostly-completed',
  'partly-completed',
  'discontinued',
  'superseded',
  'goal-not-reached',
  'lapsed',
] as const;

/** A piece of preparation work. */
export const measureEvents = [
  measureEvent('measure-planned', ['Toimenpide suunniteltu', 'Åtgärden planerad', 'Measure planned'], {
    ...identity,
    title: req(f.title),
    ...timing,
    runs: field(
      oneOf('phase', 'whole-programme'),
      'code',
      ['Kesto', 'Löptid', 'Runs'],
      'Whether it runs in its phases or through the whole programme.',
    ),
    owner: f.owner,
    parts: field(listOf(objectOf(partFields), 50), 'public', ['Osat', 'Delar', 'Parts'], 'Parts, with their letters.'),
    outputs,
    commitments: field(
      listOf(oneOf('personnel', 'contracts', 'premises', 'property'), 4),
      'code',
      ['Sitoumukset', 'Förbindelser', 'Commitments'],
      'Kinds of commitments whose transfer it prepares.',
    ),
    mandate: ruleOf(['Toimivalta', 'Befogenhet', 'Mandate'], 'Under what mandate the work is done.'),
    rule: ruleOf(['Sääntö', 'Regel', 'Rule'], 'Rule that the plan sets for it, as on pilots.'),
    note: f.note,
  }),
  measureEvent('measure-rescheduled', ['Aikataulua muutettu', 'Tidtabellen ändrad', 'Measure rescheduled'], {
    ...timing,
    reason: f.reason,
  }),
  measureEvent('measure-owner-assigned', ['Omistaja nimetty', 'Ägare utsedd', 'Owner assigned'], {
    owner: req(f.owner),
  }),
  measureEvent('measure-handover-offered', ['Luovutusta tarjottu', 'Överlåtelse erbjuden', 'Handover offered'], {
    to: req(f.organisation),
    note: f.note,
  }),
  measureEvent('measure-handover-accepted', ['Luovutus hyväksytty', 'Överlåtelse godkänd', 'Handover accepted'], {
    ...identity,
    to: means(f.organisation, 'Who takes it; stated where no offer is recorded.'),
    from: means(f.organisation, 'Who gave it.'),
    said: f.said,
    note: f.note,
  }),
  measureEvent('measure-handover-declined', ['Luovutus torjuttu', 'Överlåtelse avböjd', 'Handover declined'], {
    reason: f.reason,
  }),
  measureEvent('measure-started', ['Toimenpide aloitettu', 'Åtgärden inledd', 'Measure started'], {
    ...identity,
    said: f.said,
    note: f.note,
  }),
  measureEvent('progress-reported', ['Edistyminen raportoitu', 'Framsteg rapporterat', 'Progress reported'], {
    percent: field(
      { is: 'integer', min: 0, max: 100 },
      'public',
      ['Valmiusaste', 'Färdighetsgrad', 'Percent done'],
      'How much is done, in per cent.',
    ),
    summary: f.summary,
  }),
  measureEvent('measure-suspended', ['Toimenpide keskeytetty', 'Åtgärden avbruten', 'Measure suspended'], {
    ...identity,
    reason: f.reason,
  }),
  measureEvent('measure-resumed', ['Toimenpide jatkunut', 'Åtgärden återupptagen', 'Measure resumed'], {
    ...identity,
    note: f.note,
  }),
  measureEvent('measure-deferred', ['Toimenpide siirretty myöhemmäksi', 'Åtgärden uppskjuten', 'Measure deferred'], {
    ...identity,
    ...timing,
    reason: f.reason,
  }),
  measureEvent('measure-ended', ['Toimenpide päättynyt', 'Åtgärden avslutad', 'Measure ended'], {
    ...identity,
    outcome: req(field(oneOf(...measureOutcomes), 'code', ['Tulos', 'Resultat', 'Outcome'], 'How it ended.')),
    reason: f.reason,
  }),
  measureEvent('measure-reopened', ['Toimenpide avattu uudelleen', 'Åtgärden återöppnad', 'Measure reopened'], {
    ...identity,
    reason: f.reason,
  }),
  measureEvent('measure-alias-added', ['Kirjain lisätty', 'Bokstav tillagd', 'Alias added'], {
    plan: req(f.plan),
    chapter: req(f.chapter),
    letter: req(means(f.letter, 'Letter that the chapter gives the measure, or the part.')),
    part: means(f.letter, 'Own letter of the part that is meant; none: the measure itself.'),
  }),
];
