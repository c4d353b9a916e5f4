import { type Json, type JsonObject } from '#event-store';
import { type EntityState, type StateRun, textOfState } from '#history';

/** What is certain, or all that is possible, of one thing. Several values: the first is the last certain one. */
export interface Possibly<T> {
  readonly certain: boolean;
  readonly values: readonly T[];
}

/** One thing of a run, certain where every possible state agrees on it. */
export const possibly = <T>(run: StateRun, read: (state: EntityState | null) => T): Possibly<T> => {
  const values = [...new Map(run.map((state) => [textOfState(read(state)), read(state)])).values()];
  return { certain: values.length === 1, values };
};

/** The statuses of a run; null stands for "nothing has happened yet". */
export const statusOf = (run: StateRun): Possibly<string | null> => possibly(run, (state) => state?.status ?? null);

/** The last state of a run that is one: where what describes an entity (its title, its letter) is read. */
export const described = (run: StateRun): EntityState | null => run.findLast((state) => state !== null) ?? null;

/** A text attribute, or null. */
export const textIn = (state: JsonObject | null, key: string): string | null => {
  const value = state?.[key];
  return typeof value === 'string' ? value : null;
};

/** A number attribute, or null. */
export const numberIn = (state: JsonObject | null, key: string): number | null => {
  const value = state?.[key];
  return typeof value === 'number' ? value : null;
};

/** The texts of a list attribute; a single text is a list of one. */
export const textsIn = (state: JsonObject | null, key: string): readonly string[] => {
  const value = state?.[key];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === 'string') : [];
};

/** An object attribute, or null. */
export const objectIn = (state: JsonObject | null, key: string): JsonObject | null => {
  const value = state?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
};

/** The objects of a list attribute. */
export const objectsIn = (state: JsonObject | null, key: string): readonly JsonObject[] => {
  const value = state?.[key];
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).filter(
    (item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item),
  );
};
