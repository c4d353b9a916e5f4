import {
  type EntityHistory,
  type EntityId,
  type EntityState,
  type Interval,
  type PlacedFact,
  parseDay,
  stateAt,
} from '#history';
import { type Refusal, refusal } from '../decide/refusal.js';
import { type Judged, idOfDraft } from '../decide/judge.js';
import { objectsAt, textAt, textsAt } from '../kinds/read.js';

type Entities = ReadonlyMap<EntityId, EntityHistory>;

const covers = (entry: string, subject: string): boolean => subject === entry || subject.startsWith(`${entry}/`);

const within = (body: EntityState | null, { earliest, latest }: Interval): boolean => {
  if (body?.status !== 'established') return false;
  const from = parseDay(textAt(body, 'mandateFrom')) ?? -Infinity;
  const until = parseDay(textAt(body, 'mandateUntil')) ?? Infinity;
  return from <= earliest && latest <= until;
};

/** A body decides only within its mandate and dates (domain rule 3). */
const hasMandate = (body: EntityHistory, subject: string, on: Interval): boolean =>
  stateAt(body, on.latest).every((state) => {
    const decides = textsAt(state, 'decides');
    return within(state, on) && (decides.length === 0 || decides.some((entry) => covers(entry, subject)));
  });

const votingSeats = (entities: Entities, body: string, on: Interval): readonly string[] =>
  [...entities.values()]
    .filter(({ kind, entity }) => kind === 'seat' && entity.startsWith(`seat:${body}/`))
    .filter((seat) => stateAt(seat, on.latest).some((state) => state?.status === 'filled' && state['votes'] === true))
    .map(({ entity }) => entity.slice(`seat:${body}/`.length));

/** The seats that a request lists are the voting seats of the body: none is left out to make fewer votes enough. */
const listsItsSeats = (state: EntityState, voting: readonly string[]): boolean => {
  const listed = objectsAt(state, 'seats').flatMap((seat) => (seat['votes'] === true ? [textAt(seat, 'seat')] : []));
  return voting.length === 0 || [...listed].sort().join(' ') === [...voting].sort().join(' ');
};

const checkPlaced = (programme: string, entities: Entities, { fact, state }: PlacedFact): Refusal | null => {
  const body = textAt(state, 'body');
  if (body === '') return null;
  const found = entities.get(`body:${programme}/${body}`);
  if (!found) return refusal('unknown-body', { body });
  if (!hasMandate(found, textAt(state, 'subject'), fact.interval)) return refusal('outside-mandate', { body });
  const seats = votingSeats(entities, `${programme}/${body}`, fact.interval);
  return fact.type === 'decision-requested' && !listsItsSeats(state, seats) ? refusal('seats-differ', { body }) : null;
};

/**
 * Rules of a decision across streams: the body exists, decides within its mandate and dates, and all its voting seats
 * are asked. Without a context nothing is known of bodies and nothing is refused.
 */
export const checkMandate = (
  programme: string,
  entities: Entities | undefined,
  after: Judged,
  drafts: number,
): Refusal | null => {
  if (!entities) return null;
  const fresh = new Set(Array.from({ length: drafts }, (_, index) => idOfDraft(index)));
  const decisions = [...after.entities.values()].filter(({ kind }) => kind === 'decision');
  for (const placed of decisions.flatMap((decision) => decision.placed)) {
    const refused = fresh.has(placed.fact.id) ? checkPlaced(programme, entities, placed) : null;
    if (refused) return refused;
  }
  return null;
};
