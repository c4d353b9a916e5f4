import { type Json, type JsonObject } from '#event-store';
import { type KnownFact, type Slice } from '#facts';
import { type Day, type EffectiveFact, type EntityId, type StateRun, isoOfDay } from '#history';
import { textIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Reading } from './reading.js';

/** Something that happened on an unstated day: it is told as "by" the day learned (rule 15). */
export interface ToldBy {
  /** Event type, e.g. `measure-ended`. */
  readonly type: string;
  /** Day learned, by which it had happened (YYYY-MM-DD). */
  readonly by: string;
  /** Id of the event. */
  readonly event: string;
}

/** Facts by the entity that they bear upon, by their id and by their type. */
export interface FactIndex {
  readonly ofEntity: ReadonlyMap<EntityId, readonly EffectiveFact[]>;
  readonly byId: ReadonlyMap<string, EffectiveFact>;
  readonly ofType: ReadonlyMap<string, readonly EffectiveFact[]>;
}

const push = <T>(lists: Map<string, T[]>, key: string, member: T): void => {
  const list = lists.get(key);
  if (list) list.push(member);
  else lists.set(key, [member]);
};

/** The index of a reading's facts. */
export const indexFacts = (facts: readonly KnownFact[]): FactIndex => {
  const ofEntity = new Map<EntityId, EffectiveFact[]>();
  const ofType = new Map<string, EffectiveFact[]>();
  for (const { fact, touches } of facts) {
    push(ofType, fact.type, fact);
    for (const { entity } of touches) push(ofEntity, entity, fact);
  }
  return { ofEntity, ofType, byId: new Map(facts.map(({ fact }) => [fact.id, fact])) };
};

/** A run as it is shown, and what is told without a day beside it. */
export interface Shown {
  readonly run: StateRun;
  readonly told: readonly ToldBy[];
}

/**
 * Rule 15: where all that is merely possible on a day comes of facts without a date, the last certain state is shown,
 * and those facts as "by" the day they were learned: not as possible on every day before.
 */
export const shownRun = (run: StateRun, facts: readonly EffectiveFact[], on: Day): Shown => {
  const pending = facts.filter(({ interval }) => interval.earliest <= on && on < interval.latest);
  const undated = pending.filter(({ interval }) => interval.earliest === -Infinity);
  const told = undated.map(({ id, type, interval }) => ({ type, by: isoOfDay(interval.latest) ?? '', event: id }));
  const first = run[0];
  const reduces = run.length > 1 && first !== undefined && undated.length > 0 && undated.length === pending.length;
  return { run: reduces ? [first] : run, told };
};

/** What every view of a reading needs: the reading, its facts and its slices by entity. */
export interface Source {
  readonly reading: Reading;
  readonly index: FactIndex;
  readonly slices: ReadonlyMap<EntityId, Slice>;
}

/** The run of an entity as shown on the reading's day. */
export const shownOn = ({ reading, index }: Source, entity: EntityId, run: StateRun): Shown =>
  shownRun(run, index.ofEntity.get(entity) ?? [], reading.on);

/** The reading with its facts by entity. */
export const sourceOf = (reading: Reading): Source => ({
  reading,
  index: indexFacts(reading.facts),
  slices: new Map(reading.slices.map((slice) => [slice.entity, slice])),
});

/** A text that lies beside the ledger, from its reference; empty where there is none or it was erased. */
export const textBeside = ({ reading }: Source, reference: Json | undefined): Names => {
  if (typeof reference === 'string') return namesFrom(reference);
  const id = textIn(
    typeof reference === 'object' && !Array.isArray(reference) ? (reference as JsonObject) : null,
    'id',
  );
  return (id === null ? undefined : reading.texts[id]) ?? {};
};

/** The slices of a kind that belong to a programme. */
export const slicesOf = ({ reading }: Source, kind: string, programme: string): readonly Slice[] =>
  reading.slices.filter((slice) => slice.kind === kind && slice.within['programme'] === programme);
