import { type Envelope } from './envelope.js';
import { type JsonObject } from './json.js';

/** One step of a type's history: from the shape of `schema` to the shape of `schema + 1`. Pure. */
export interface Upcaster {
  readonly type: string;
  readonly schema: number;
  readonly up: (data: JsonObject) => JsonObject;
}

/** Reads an event of any known schema as one of the newest. The stored text is never touched. */
export type Upcast = (envelope: Envelope) => Envelope;

/**
 * One function from all steps of all types. Throws at once where a step stands twice, or where a chain has a hole, which
 * an old event would fall into.
 */
export const createUpcast = (upcasters: readonly Upcaster[]): Upcast => {
  const steps = new Map<string, Upcaster>();
  for (const step of upcasters) {
    const key = `${step.type}@${step.schema}`;
    if (steps.has(key)) throw new Error(`two upcasters for ${key}`);
    steps.set(key, step);
  }
  for (const { type, schema } of upcasters)
    if (schema > 1 && !steps.has(`${type}@${schema - 1}`)) throw new Error(`no upcaster for ${type}@${schema - 1}`);

  return (envelope) => {
    let current = envelope;
    for (;;) {
      const step = steps.get(`${current.type}@${current.schema}`);
      if (step === undefined) return current;
      current = { ...current, schema: current.schema + 1, data: step.up(current.data) };
    }
  };
};
