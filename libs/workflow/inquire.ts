import { type Day } from '#history';
import { overTruth, phaseOpen } from './evaluate.js';
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
  const truths = new Map<Version, Map<string, Map<Day, Truth>>>();
  const ofDay = (version: Version, name: string, day: Day, make: () => Truth): Truth => {
    let names = truths.get(version);
    if (!names) truths.set(version, (names = new Map<string, Map<Day, Truth>>()));
    let days = names.get(name);
    if (!days) names.set(name, (days = new Map<Day, Truth>()));
    let truth = days.get(day);
    if (truth === undefined) days.set(day, (truth = make()));
    return truth;
  };
  const momentAt = (version: Version, item: ItemKey | null, day: Day): Moment => {
    return { of, version, member: null, item, day, phase, over };
  };
  const over: Moment['over'] = (version, day) => ofDay(version, '', day, () => overTruth(momentAt(version, null, day)));
  const phase: Moment['phase'] = (version, key, day) =>
    ofDay(version, key, day, () => {
      const template = version.definition.phases.find((one) => one.key === key);
      return template ? phaseOpen(template, momentAt(version, `phase:${key}`, day)) : no;
    });
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
    over,
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
