import { type JsonObject } from '#event-store';
import { type Day, type EffectiveFact, type EntityHistory, type EntityId } from '#history';

/** Rules whose findings follow from the facts alone; those of phases, gates and records come from the engine. */
export type FindingRule =
  | 'date-after-source'
  | 'illegal-step'
  | 'budget-rows-differ'
  | 'budget-measures-differ'
  | 'budget-shares-differ'
  | 'budget-computed-differs'
  | 'heading-count-differs'
  | 'figure-differs'
  | 'letter-missing'
  | 'letter-names-two'
  | 'part-letter-twice'
  | 'alias-differs'
  | 'programme-period-ended'
  | 'unknown-reference';

/** Something that does not fit: derived from the facts, never stored (semantics, rule 5). */
export interface Finding {
  /** Unique among the findings of the same facts, and the same for the same facts. */
  readonly key: string;
  readonly rule: FindingRule;
  readonly entity: EntityId | null;
  /** Ids of the events that it rests on: each original, and the correction that states it now. */
  readonly because: readonly string[];
  readonly params: JsonObject;
}

/** What findings are derived from: entities and facts of the same F(K), and the day asked about. */
export interface FindingInput {
  readonly entities: readonly EntityHistory[];
  readonly facts: readonly EffectiveFact[];
  readonly on: Day;
}

/** A finding; its key is the rule, the entity and what tells it from others of the same entity. */
export const finding = (
  rule: FindingRule,
  entity: EntityId | null,
  because: readonly EffectiveFact[],
  of: { readonly part?: string; readonly params: JsonObject },
): Finding => ({
  key: [rule, ...(entity === null ? [] : [entity]), ...(of.part === undefined ? [] : [of.part])].join('/'),
  rule,
  entity,
  because: [...new Set(because.flatMap(({ id, statedBy }) => [id, statedBy]))],
  params: of.params,
});
