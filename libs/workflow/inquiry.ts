import { type Day } from '#history';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { type Moment, type Shared } from './moment.js';
import { type ResolvedCase } from './resolved-case.js';
import { type ItemKey } from './standing.js';
import { type Version } from './versions.js';

/** Since when a phase or gate is open, and since when it may have been. */
export interface OpenSince {
  readonly certain: Day;
  readonly possible: Day;
}

/** A case while it is asked: remembers what several items ask for. Answers depend on the case alone. */
export interface Inquiry {
  readonly of: ResolvedCase;
  readonly items: (version: Version) => ReadonlyMap<ItemKey, Item>;
  /** By item of a version, the items of the one before that became it. */
  readonly origins: (version: Version) => ReadonlyMap<ItemKey, readonly ItemKey[]>;
  readonly shared: Shared;
  /** The days of a version on which an item may change, rising; the version's first day is one. */
  readonly days: (version: Version, item: Item) => readonly Day[];
  /** Judgements made so far, by item (each is of one version) and day. */
  readonly judged: Map<Item, Map<Day, Judgement>>;
  /** Null where the phase or gate is not open on the day. */
  readonly openSince: (version: Version, item: Item, day: Day) => OpenSince | null;
}

/** The moment in which an item is judged. */
export const momentOf = ({ of, shared }: Inquiry, version: Version, item: Item, day: Day): Moment => ({
  of,
  version,
  member: item.entity,
  item: item.key,
  day,
  shared,
});

/** The items of an earlier version that an item came from. */
export const ancestors = (inquiry: Inquiry, version: Version, item: ItemKey, target: Version): readonly ItemKey[] => {
  let keys: readonly ItemKey[] = [item];
  for (let index = version.index; index > target.index; index -= 1) {
    const origins = inquiry.origins(inquiry.of.versions[index] as Version);
    keys = [...new Set(keys.flatMap((key) => origins.get(key) ?? []))];
  }
  return keys;
};
