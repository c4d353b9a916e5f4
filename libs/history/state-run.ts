import { type Day } from './day.js';
import { type EntityState } from './domain.js';
import { type EntityHistory } from './entity-history.js';
import { type Steps, mergeEqual } from './steps.js';

/**
 * The possible states of an entity on a day, in order, each once. One: certain. Several: unknown, the first being the
 * last certain one. Null stands for "nothing has happened yet".
 */
export type StateRun = readonly (EntityState | null)[];

/** Indexes of the last certain and the last possible placed fact on a day; -1: none. */
interface Reach {
  readonly certain: number;
  readonly possible: number;
}

const reachAt = ({ placed }: EntityHistory, on: Day): Reach => {
  let certain = -1;
  let possible = -1;
  for (let i = 0; i < placed.length; i += 1) {
    const { interval } = placed[i] as (typeof placed)[number];
    if (interval.latest <= on) certain = i;
    if (interval.earliest > on) break;
    possible = i;
  }
  return { certain, possible };
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
};

/** Text by which states and attributes are compared: the order in which attributes were set does not matter. */
export const textOfState = (value: unknown): string => JSON.stringify(sorted(value ?? null));

const distinct = (states: readonly (EntityState | null)[]): StateRun => {
  const seen = new Set<string>();
  return states.filter((state) => {
    const text = textOfState(state);
    return !seen.has(text) && seen.add(text);
  });
};

const runOf = (history: EntityHistory, { certain, possible }: Reach): StateRun => {
  const states: (EntityState | null)[] = certain === -1 ? [null] : [];
  for (let i = Math.max(certain, 0); i <= possible; i += 1) states.push(history.placed[i]?.state ?? null);
  return distinct(states);
};

/** `State(D, K)` of rule 5, K being the knowledge that the history was made of. */
export const stateAt = (history: EntityHistory, on: Day): StateRun => runOf(history, reachAt(history, on));

/** Whether two runs hold the same states in the same order. */
export const sameRun = (a: StateRun, b: StateRun): boolean =>
  a === b || (a.length === b.length && a.every((state, i) => textOfState(state) === textOfState(b[i])));

/** The run on every day. */
export const statesOf = (history: EntityHistory): Steps<StateRun> => {
  const days = new Set<Day>([-Infinity]);
  for (const { interval } of history.placed) {
    days.add(interval.earliest);
    days.add(interval.latest);
  }
  const rising = [...days].filter((day) => day !== Infinity).sort((a, b) => (a < b ? -1 : 1));
  return mergeEqual(
    rising.map((from) => ({ from, value: stateAt(history, from) })),
    sameRun,
  );
};

/** What is certain of one attribute on a day, or all that is possible of it. */
export type Possible<T> =
  { readonly certain: true; readonly value: T } | { readonly certain: false; readonly values: readonly T[] };

/** One attribute of a run: certain where every possible state agrees. */
export const attributeOf = <T>(run: StateRun, read: (state: EntityState | null) => T): Possible<T> => {
  const seen = new Map(run.map((state) => [textOfState(read(state)), read(state)]));
  const values = [...seen.values()];
  return values.length === 1 ? { certain: true, value: values[0] as T } : { certain: false, values };
};
