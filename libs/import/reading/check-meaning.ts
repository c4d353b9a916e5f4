import { type Json } from '#event-store';
import { checkReferences } from './check-references.js';
import { checkSources } from './check-sources.js';
import { type Flaw } from './file-error.js';
import { type Listed, isObject, listedItems, programmeSections, textAt } from './listed.js';
import { type Places, flawOf } from './places.js';

const checkKeys = (items: readonly Listed[], places: Places): readonly Flaw[] => {
  const seen = new Set<string>();
  return items.flatMap(({ list, path, item }) => {
    const key = textAt(item, 'key');
    const identity = `${list}:${key}`;
    if (key === '' || !seen.has(identity)) {
      seen.add(identity);
      return [];
    }
    return [
      flawOf(places, `${path}/key`, 'duplicate-item', `Another item of this list has the key ${key.slice(0, 80)}.`),
    ];
  });
};

const checkProgramme = (content: Json, items: readonly Listed[], places: Places): readonly Flaw[] => {
  if (isObject(content) && content['programme'] !== undefined) return [];
  const first = items.find(({ section }) => programmeSections.includes(section));
  const path = first?.list ?? (isObject(content) && content['workflow'] !== undefined ? '/workflow' : null);
  return path === null
    ? []
    : [{ ...places.ofKey(path), path, code: 'programme-missing', message: 'The file names no programme.' }];
};

/**
 * What a schema cannot say: keys are unique, what is named is there, the day of knowledge can be told. Reads whatever
 * the file holds, so that these flaws are listed together with those of its shape.
 */
export const checkMeaning = (content: Json, places: Places): readonly Flaw[] => {
  if (!isObject(content)) return [];
  const items = listedItems(content);
  return [
    ...checkKeys(items, places),
    ...checkProgramme(content, items, places),
    ...checkSources(content, items, places),
    ...checkReferences(items, places),
  ];
};
