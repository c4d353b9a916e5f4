import { type Json, type JsonObject, canonicalJson } from '#event-store';

/** A field that differs; null: it is not stated. */
export interface Difference {
  /** `occurred`, `source`, `learned`, or a path into the content as `data/due`. */
  readonly field: string;
  readonly was: Json;
  readonly is: Json;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields in which two contents differ, down to what is no object, in order of name. */
export const differencesOf = (was: JsonObject, is: JsonObject, prefix = ''): readonly Difference[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((name) => {
    const [before, after] = [was[name], is[name]];
    const field = `${prefix}${name}`;
    if (isObject(before) && isObject(after)) return differencesOf(before, after, `${field}/`);
    return canonicalJson(before ?? null) === canonicalJson(after ?? null)
      ? []
      : [{ field, was: before ?? null, is: after ?? null }];
  });
