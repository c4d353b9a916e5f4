import { type Json, type JsonObject } from '#event-store';

/** Reading of an event's content as it stands, whatever it is: a fold never throws on content. */

/** Whether a value is an object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of the content, or '' where there is none. */
export const textAt = (data: JsonObject | null, key: string): string => {
  const value = data?.[key];
  return typeof value === 'string' ? value : '';
};

/** A whole number of the content, or null where there is none. */
export const integerAt = (data: JsonObject | null, key: string): number | null => {
  const value = data?.[key];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
};

/** A list of the content, or an empty one. */
export const listAt = (data: JsonObject | null, key: string): readonly Json[] => {
  const value = data?.[key];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
};

/** An object of the content, or null. */
export const objectAt = (data: JsonObject | null, key: string): JsonObject | null => {
  const value = data?.[key];
  return isObject(value) ? value : null;
};

/** The objects of a list of the content. */
export const objectsAt = (data: JsonObject | null, key: string): readonly JsonObject[] =>
  listAt(data, key).filter(isObject);

/** The texts of a list of the content. */
export const textsAt = (data: JsonObject | null, key: string): readonly string[] =>
  listAt(data, key).filter((value): value is string => typeof value === 'string');

/** Those of some members that the content has. */
export const pick = (data: JsonObject, keys: readonly string[]): JsonObject => {
  const picked: Record<string, Json> = {};
  for (const key of keys) {
    const value = data[key];
    if (value !== undefined) picked[key] = value;
  }
  return picked;
};
