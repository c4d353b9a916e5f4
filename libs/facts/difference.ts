import { type EntityState, type StateRun, attributeOf, sameRun, textOfState } from '#history';
import { type Slice } from './fact-base.js';

/** What of one attribute differs; runs of values as they were possible on either side. */
export interface AttributeChange {
  readonly attribute: string;
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
}

/** How an entity differs between two moments. */
export type Difference =
  | { readonly change: 'added'; readonly after: Slice }
  | { readonly change: 'removed'; readonly before: Slice }
  | {
      readonly change: 'changed';
      readonly before: Slice;
      readonly after: Slice;
      /** In order of attribute; empty where only the combination of possible states differs. */
      readonly attributes: readonly AttributeChange[];
    };

const attributesOf = (run: StateRun): readonly string[] => run.flatMap((state) => (state ? Object.keys(state) : []));

const valuesOf = (run: StateRun, attribute: string): readonly unknown[] => {
  const possible = attributeOf(run, (state: EntityState | null) => state?.[attribute] ?? null);
  return possible.certain ? [possible.value] : possible.values;
};

const attributeChanges = (before: StateRun, after: StateRun): readonly AttributeChange[] => {
  const names = [...new Set([...attributesOf(before), ...attributesOf(after)])].sort();
  return names
    .map((attribute) => ({ attribute, before: valuesOf(before, attribute), after: valuesOf(after, attribute) }))
    .filter((change) => textOfState(change.before) !== textOfState(change.after));
};

const between = (before: Slice | undefined, after: Slice | undefined): Difference | null => {
  if (before === undefined) return after === undefined ? null : { change: 'added', after };
  if (after === undefined) return { change: 'removed', before };
  if (sameRun(before.run, after.run)) return null;
  return { change: 'changed', before, after, attributes: attributeChanges(before.run, after.run) };
};

/**
 * What differs between two slices of the same filter, in order of entity id: what came, what went, and what changed,
 * attribute by attribute. The moments may differ in the day, in the knowledge, or in both.
 */
export const difference = (before: readonly Slice[], after: readonly Slice[]): readonly Difference[] => {
  const old = new Map(before.map((slice) => [slice.entity, slice]));
  const young = new Map(after.map((slice) => [slice.entity, slice]));
  const entities = [...new Set([...old.keys(), ...young.keys()])].sort();
  return entities.flatMap((entity) => between(old.get(entity), young.get(entity)) ?? []);
};
