import { type Day, type EntityHistory, type EntityState } from '#history';

/** The possible states from a day on, each once; null stands for "nothing has happened yet". */
export interface Stretch {
  readonly from: Day;
  readonly states: readonly (EntityState | null)[];
  /** The names of the states, joined: equal where the states are. */
  readonly name: string;
}

/** A name of a state, without commas: the same for equal states and for no others. */
export type NameOf = (state: EntityState | null) => string;

/** Names by number, in the order in which things are met; `textOf` says what makes two of them equal. */
export const createNames = <T extends object>(
  textOf: (value: T) => string,
): { readonly nameOf: (value: T | null) => string; readonly texts: readonly string[] } => {
  const numbers = new Map<string, string>();
  const remembered = new WeakMap<object, string>();
  const texts: string[] = [];
  const numberOf = (text: string): string => {
    let number = numbers.get(text);
    if (number === undefined) {
      numbers.set(text, (number = String(texts.length)));
      texts.push(text);
    }
    return number;
  };
  const nameOf = (value: T | null): string => {
    if (value === null) return 'null';
    let name = remembered.get(value);
    if (name === undefined) remembered.set(value, (name = numberOf(textOf(value))));
    return name;
  };
  return { nameOf, texts };
};

const distinct = (states: readonly (EntityState | null)[], nameOf: NameOf): readonly (EntityState | null)[] => {
  if (states.length === 1) return states;
  const seen = new Set<string>();
  return states.filter((state) => {
    const name = nameOf(state);
    return !seen.has(name) && seen.add(name);
  });
};

const daysOf = ({ placed }: EntityHistory): readonly Day[] => {
  const days = new Set<Day>([-Infinity]);
  for (const { interval } of placed) days.add(interval.earliest).add(interval.latest);
  days.delete(Infinity);
  return [...days].sort((a, b) => (a < b ? -1 : 1));
};

/** The last index up to which the bound of the placed facts has come by a day; bounds rise along the order. */
const advance = (bounds: readonly Day[], from: number, on: Day): number => {
  let index = from;
  while (index + 1 < bounds.length && (bounds[index + 1] as Day) <= on) index += 1;
  return index;
};

/**
 * The possible states on every day: what `statesOf` of `#history` says, in one pass along the order (dates rise along it)
 * and with states compared by name, since a projection folds a history a hundred times as often as anybody reads it.
 */
export const stretchesOf = (history: EntityHistory, nameOf: NameOf): readonly Stretch[] => {
  const after = history.placed.map(({ state }) => state);
  const earliest = history.placed.map(({ interval }) => interval.earliest);
  const latest = history.placed.map(({ interval }) => interval.latest);
  const stretches: Stretch[] = [];
  let certain = -1;
  let possible = -1;
  for (const from of daysOf(history)) {
    certain = advance(latest, certain, from);
    possible = advance(earliest, possible, from);
    const run = after.slice(Math.max(certain, 0), possible + 1);
    const states = distinct(certain === -1 ? [null, ...run] : run, nameOf);
    const name = states.map(nameOf).join();
    if (stretches.at(-1)?.name !== name) stretches.push({ from, states, name });
  }
  return stretches;
};
