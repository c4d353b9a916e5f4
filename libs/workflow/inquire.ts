import { type Day } from '#history';
import { type Inquiry } from './inquiry.js';
import { itemDays } from './item-days.js';
import { itemsOf } from './items.js';
import { itemOrigins } from './mapping.js';
import { type ResolvedCase } from './resolved-case.js';
import { share } from './share.js';
import { openSince } from './since.js';
import { type ItemKey } from './standing.js';
import { type Version } from './versions.js';

const memorise = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
};

const begin = (of: ResolvedCase): Inquiry => {
  const shared = share(of);
  const items = memorise((version: Version) => itemsOf(of, shared, version));
  const origins = memorise((version: Version) => {
    const before = of.versions[version.index - 1];
    return before ? itemOrigins(version.mapping, [...items(before).keys()]) : new Map<ItemKey, readonly ItemKey[]>();
  });
  const days = new Map<string, readonly Day[]>();
  const inquiry: Inquiry = {
    of,
    items,
    origins,
    shared,
    judged: new Map(),
    days: (version, item) => {
      const name = `${version.index} ${item.key}`;
      const known = days.get(name) ?? itemDays(inquiry, version, item);
      days.set(name, known);
      return known;
    },
    openSince: (version, item, day) => openSince(inquiry, version, item, day),
  };
  return inquiry;
};

// A case is immutable, so what was found out about it holds as long as it is kept: a timeline asks it for many days.
const begun = new WeakMap<ResolvedCase, Inquiry>();

/** Asks a case, with what has been asked of it before. */
export const inquire = (of: ResolvedCase): Inquiry => {
  const inquiry = begun.get(of) ?? begin(of);
  begun.set(of, inquiry);
  return inquiry;
};
