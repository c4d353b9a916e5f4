import { type JsonObject } from '#event-store';
import { type EntityState } from '#history';
import { decisionOutcomes } from './events.js';
import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { ofStream } from '../kinds/keys.js';
import { integerAt, objectAt, objectsAt, pick, textAt } from '../kinds/read.js';

const requested = ({ data }: StepInput): JsonObject => ({
  ...pick(data, ['subject', 'body', 'title', 'seats', 'quorum', 'approvals']),
  votes: {},
});

const mayVote = (state: EntityState | null, seat: string): boolean => {
  const seats = objectsAt(state, 'seats');
  return seats.length === 0 || seats.some((entry) => entry['seat'] === seat && entry['votes'] === true);
};

/** One seat counts once; attendance without a vote counts for nothing (domain rule 3). */
const voted = ({ state, data }: StepInput): JsonObject | null => {
  const [seat, choice] = [textAt(data, 'seat'), textAt(data, 'choice')];
  const votes = objectAt(state, 'votes') ?? {};
  if (seat === '' || choice === '' || Object.hasOwn(votes, seat) || !mayVote(state, seat)) return null;
  return { votes: { ...votes, [seat]: choice } };
};

/** What a vote still lacks. */
export interface Tally {
  readonly cast: number;
  readonly approving: number;
  /** Votes that must have been cast; 0: no quorum was stated. */
  readonly quorum: number;
  /** Votes for it that an approval needs; 0: votes are not counted. */
  readonly needed: number;
}

/** The tally of a decision that was asked for. */
export const tallyOf = (state: EntityState | null): Tally => {
  const choices = Object.values(objectAt(state, 'votes') ?? {});
  const voting = objectsAt(state, 'seats').filter((seat) => seat['votes'] === true).length;
  return {
    cast: choices.length,
    approving: choices.filter((choice) => choice === 'approve').length,
    quorum: integerAt(state, 'quorum') ?? 0,
    needed: integerAt(state, 'approvals') ?? voting,
  };
};

/** Whether the votes cast carry an outcome: n-1 of n approvals open nothing (domain rule 3). */
export const carries = (tally: Tally, outcome: string): boolean =>
  tally.cast >= tally.quorum && (!outcome.startsWith('approved') || tally.approving >= tally.needed);

const recorded = (outcome: string, { state, data }: StepInput): JsonObject | null => {
  if (textAt(data, 'outcome') !== outcome || !carries(tallyOf(state), outcome)) return null;
  return pick(data, [
    'subject',
    'body',
    'title',
    'subArea',
    'minutes',
    'attended',
    'revisitWith',
    'conditions',
    'reason',
  ]);
};

/** A decision of a body; one that was returned may be asked for again. */
export const decisionKind = defineKind({
  kind: 'decision',
  statuses: ['requested', ...decisionOutcomes],
  steering: ['subject', 'body'],
  keys: (data, stream) =>
    ofStream(stream).map(({ key, within }) => {
      const body = textAt(data, 'body');
      return { key, within: body === '' ? within : { ...within, body } };
    }),
  transitions: [
    row('decision-requested', [null, 'returned'], 'requested', requested),
    row('vote-cast', ['requested'], null, voted),
    ...decisionOutcomes.map((outcome) =>
      row('decision-recorded', [null, 'requested'], outcome, (at) => recorded(outcome, at)),
    ),
  ],
});
