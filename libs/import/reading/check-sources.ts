import { type Json, type JsonObject } from '#event-store';
import { parseEdtf } from '#history';
import { type Flaw } from './file-error.js';
import { type Listed, isObject, textAt } from './listed.js';
import { type Places, flawOf, pointer } from './places.js';

/** A statement of a file that rests on a source: an item, the programme, a county's establishment, a withdrawal. */
interface Resting {
  readonly item: JsonObject;
  readonly path: string;
}

const nested = ({ item, path }: Resting): readonly Resting[] =>
  ['withdrawn', 'established'].flatMap((name) => {
    const inner: Json | undefined = item[name];
    return isObject(inner) ? [{ item: inner, path: pointer(path, name) }] : [];
  });

const unstated = new Set(['sources', 'services', 'reforms']);

/** Whether a date has a last day. One that is no date is told as such, and no more of it. */
const hasLatestDay = (item: JsonObject): boolean => {
  const stated = textAt(item, 'on') || textAt(item, 'since');
  const interval = parseEdtf(stated);
  return interval === null ? stated !== '' : Number.isFinite(interval.latest);
};

/**
 * Every source that is cited is listed, and it can be told from which day on each statement was known: from the
 * source's day; or, where the source is known on the same day, from the item's own.
 */
export const checkSources = (content: JsonObject, items: readonly Listed[], places: Places): readonly Flaw[] => {
  const sources = items.filter(({ section }) => section === 'sources').map(({ item }) => item);
  const dayOf = new Map(sources.map((item) => [textAt(item, 'key'), textAt(item, 'knownFrom')]));
  const first = textAt(sources[0] ?? {}, 'key');

  const flawsOf = ({ item, path }: Resting): readonly Flaw[] => {
    const key = textAt(item, 'source') || first;
    const knownFrom = dayOf.get(key);
    if (knownFrom === undefined)
      return [flawOf(places, pointer(path, 'source'), 'unknown-source', `No source has the key ${key.slice(0, 80)}.`)];
    const own = textAt(item, 'knownFrom') !== '';
    if (knownFrom === 'same-day')
      return own || hasLatestDay(item)
        ? []
        : [flawOf(places, path, 'known-day-missing', `It cannot be told from when on this was known.`)];
    return own
      ? [flawOf(places, pointer(path, 'knownFrom'), 'known-day-twice', `The source ${key} has a day of its own.`)]
      : [];
  };

  const programme = content['programme'];
  const resting: readonly Resting[] = [
    ...items.filter(({ section }) => !unstated.has(section)),
    ...(isObject(programme) ? [{ item: programme, path: '/programme' }] : []),
  ];
  return first === '' ? [] : resting.flatMap((at) => [at, ...nested(at)]).flatMap(flawsOf);
};
