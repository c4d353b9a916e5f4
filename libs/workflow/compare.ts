import { textOfState } from '#history';
import { type ItemKey, type ItemStanding, type Standing } from './standing.js';

/** An item that differs between two standings; null where one of them has none. */
export interface Change {
  readonly key: ItemKey;
  readonly before: ItemStanding | null;
  readonly after: ItemStanding | null;
}

/** The items in which two standings differ, in order of key; removed ones too. */
export const compareStandings = (before: Standing, after: Standing): readonly Change[] =>
  [...new Set([...before.items.keys(), ...after.items.keys()])].sort().flatMap((key) => {
    const change = { key, before: before.items.get(key) ?? null, after: after.items.get(key) ?? null };
    return textOfState(change.before) === textOfState(change.after) ? [] : [change];
  });
