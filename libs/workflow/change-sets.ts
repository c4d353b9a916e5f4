import { textOfState } from '#history';
import { type NeededChange } from './explanation.js';

/** Alternatives: each a set of changes that together are enough. No alternative: impossible; an empty set: nothing needed. */
export type Alternatives = readonly ReadonlyMap<string, NeededChange>[];

/** Most alternatives that are worked on: beyond it an answer would not be read, and products explode. */
const most = 200;

/** Nothing needs to change. */
export const settled: Alternatives = [new Map()];

/** Nothing can change it. */
export const impossible: Alternatives = [];

/** One change is enough. */
export const one = (change: NeededChange): Alternatives => [new Map([[textOfState(change), change]])];

const within = (small: ReadonlyMap<string, unknown>, large: ReadonlyMap<string, unknown>): boolean =>
  small.size <= large.size && [...small.keys()].every((key) => large.has(key));

const nameOf = (set: ReadonlyMap<string, unknown>): string => [...set.keys()].sort().join('\n');

/** Leaves out alternatives that hold another one; smaller first, then by their text, so that the order is always the same. */
const minimal = (sets: Alternatives): Alternatives => {
  const rising = [...sets].sort((a, b) => a.size - b.size || (nameOf(a) < nameOf(b) ? -1 : 1));
  const kept: ReadonlyMap<string, NeededChange>[] = [];
  for (const set of rising) if (!kept.some((smaller) => within(smaller, set))) kept.push(set);
  return kept.slice(0, most);
};

/** Any of several is enough. */
export const either = (parts: readonly Alternatives[]): Alternatives => minimal(parts.flat());

/** All of several are needed. */
export const both = (parts: readonly Alternatives[]): Alternatives =>
  parts.reduce<Alternatives>(
    (sets, part) => minimal(sets.flatMap((set) => part.map((other) => new Map([...set, ...other])))),
    settled,
  );

/** So many of several are needed. */
export const someOf = (number: number, parts: readonly Alternatives[]): Alternatives => {
  if (number <= 0) return settled;
  if (parts.length < number) return impossible;
  const [first, ...rest] = parts as [Alternatives, ...Alternatives[]];
  return either([both([first, someOf(number - 1, rest)]), someOf(number, rest)]);
};
