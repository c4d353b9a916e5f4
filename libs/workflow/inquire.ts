import { type Day } from '#history';
import { phaseOpen } from './evaluate.js';
import { type Inquiry } from './inquiry.js';
import { itemDays } from './item-days.js';
import { itemsOf } from './items.js';
import { itemOrigins } from './mapping.js';
import { type Moment } from './moment.js';
import { type ResolvedCase } from './resolved-case.js';
import { openSince } from './since.js';
import { type ItemKey } from './standing.js';
import { type Truth, no } from './truth.js';
import { type Version } from './versions.js';

const memorise = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
};

/** Begins to ask a case. */
export const inquire = (of: ResolvedCase): Inquiry => {
  const truths = new Map<string, Truth>();
  const phase: Moment['phase'] = (version, key, day) => {
    const name = `${version.index} ${day} ${key}`;
    const known = truths.get(name);
    if (known !== undefined) return known;
    const template = version.definition.phases.find((one) => one.key === key);
    const truth = template ? phaseOpen(template, { of, version, member: null, item: `phase:${key}`, day, phase }) : no;
    truths.set(name, truth);
    return truth;
  };
  const items = memorise((version: Version) => itemsOf(of, version));
  const origins = memorise((version: Version) => {
    const before = of.versions[version.index - 1];
    return before ? itemOrigins(version.mapping, [...items(before).keys()]) : new Map<ItemKey, readonly ItemKey[]>();
  });
  const days = new Map<string, readonly Day[]>();
  const inquiry: Inquiry = {
    of,
    items,
    origins,
    phase,
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
