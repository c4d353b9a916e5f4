import { type Json, type JsonObject } from '#event-store';
import { sections } from '../format/sections.js';
import { pointer } from './places.js';

/** An item of a file with the list it stands in. */
export interface Listed {
  /** Section, as `measures` or `areas/municipalities`. */
  readonly section: string;
  /** Path of the list: keys are unique within it. */
  readonly list: string;
  readonly path: string;
  readonly item: JsonObject;
}

/** Whether a value is an object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a field, or '' where there is none. */
export const textAt = (item: JsonObject, name: string): string => {
  const value = item[name];
  return typeof value === 'string' ? value : '';
};

/** The objects of a list, with their paths. Reads whatever is there: a file may be wrong in several ways at once. */
export const objectsAt = (
  of: JsonObject,
  name: string,
  path: string,
): readonly { item: JsonObject; path: string }[] => {
  const list = of[name];
  if (!Array.isArray(list)) return [];
  const at = pointer(path, name);
  return (list as readonly Json[]).flatMap((item, index) =>
    isObject(item) ? [{ item, path: pointer(at, index) }] : [],
  );
};

const within: Readonly<Record<string, readonly string[]>> = {
  reforms: ['events'],
  areas: ['municipalities', 'responsibilities', 'transfers'],
};

const listed = (of: JsonObject, name: string, path: string, section: string): readonly Listed[] =>
  objectsAt(of, name, path).flatMap((found) => [
    { section, list: pointer(path, name), ...found },
    ...(within[section] ?? []).flatMap((inner) => listed(found.item, inner, found.path, `${section}/${inner}`)),
  ]);

/** Sections that belong to a programme. */
export const programmeSections: readonly string[] = [...sections.map(({ name }) => name), 'facts'];

/** Every item of a file's content, whatever the content is. */
export const listedItems = (content: JsonObject): readonly Listed[] =>
  ['sources', 'reforms', 'services', 'areas', ...programmeSections].flatMap((name) => listed(content, name, '', name));
