import { defineEvent } from '../catalogue/event-definition.js';
import { field, listOf, means, objectOf, oneOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const votes = field({ is: 'boolean' }, 'code', ['Äänioikeus', 'Rösträtt', 'Votes'], 'Whether the seat has a vote.');
const seatFields = { seat: req(f.seat), votes: req(votes) };

const subject = field(
  shapes.item,
  'code',
  ['Kohde', 'Ärende', 'Subject'],
  'What is decided: a gate, measure or milestone by its key, or a key of its own.',
);

/** Outcomes of a decision. */
export const decisionOutcomes = ['approved', 'approved-with-conditions', 'returned', 'rejected'] as const;

/** Decisions of a body: asked for, voted on, recorded with meeting date and minutes. */
export const decisionEvents = [
  defineEvent({
    type: 'decision-requested',
    streams: ['decision'],
    names: ['Päätöstä pyydetty', 'Beslut begärt', 'Decision requested'],
    fields: {
      subject: req(subject),
      body: req(f.body),
      title: f.title,
      seats: field(
        listOf(objectOf(seatFields), 100),
        'code',
        ['Paikat', 'Platser', 'Seats'],
        'Seats of the body when the decision was asked for; none stated: votes are not counted.',
      ),
      quorum: field(
        shapes.count,
        'public',
        ['Päätösvaltaisuus', 'Beslutförhet', 'Quorum'],
        'How many seats must have voted.',
      ),
      approvals: field(
        shapes.count,
        'public',
        ['Hyväksyntöjä', 'Godkännanden', 'Approvals'],
        'How many votes for it are needed; not stated: those of all seats with a vote.',
      ),
      note: f.note,
    },
  }),
  defineEvent({
    type: 'vote-cast',
    streams: ['decision'],
    names: ['Ääni annettu', 'Röst avgiven', 'Vote cast'],
    fields: {
      seat: req(f.seat),
      choice: req(
        field(oneOf('approve', 'reject', 'return', 'abstain'), 'code', ['Kanta', 'Val', 'Choice'], 'How it voted.'),
      ),
    },
  }),
  defineEvent({
    type: 'decision-recorded',
    streams: ['decision'],
    names: ['Päätös kirjattu', 'Beslut antecknat', 'Decision recorded'],
    fields: {
      outcome: req(field(oneOf(...decisionOutcomes), 'code', ['Tulos', 'Utfall', 'Outcome'], 'What was decided.')),
      subject,
      body: f.body,
      title: f.title,
      subArea: f.subArea,
      minutes: field(shapes.line, 'public', ['Pöytäkirja', 'Protokoll', 'Minutes'], 'Reference of the minutes.'),
      attended: field(
        listOf(shapes.key, 100),
        'code',
        ['Läsnä', 'Närvarande', 'Attended'],
        'Seats that were present; presence counts for nothing in the vote.',
      ),
      revisitWith: means(f.title, 'With what the matter is taken up again.'),
      conditions: means(f.note, 'Conditions of the approval; the text can be erased.'),
      reason: f.reason,
    },
  }),
];
