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

/** Facts by the entity that they bear upon and by their id. */
export interface FactIndex {
  readonly ofEntity: ReadonlyMap<EntityId, readonly EffectiveFact[]>;
  readonly byId: ReadonlyMap<string, EffectiveFact>;
}

/** The index of a reading's facts. */
export const indexFacts = (facts: readonly KnownFact[]): FactIndex => {
  const ofEntity = new Map<EntityId, EffectiveFact[]>();
  for (const { fact, touches } of facts) {
    for (const { entity } of touches) {
      const list = ofEntity.get(entity);
      if (list) list.push(fact);
      else ofEntity.set(entity, [fact]);
    }
  }
  return { ofEntity, byId: new Map(facts.map(({ fact }) => [fact.id, fact])) };
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

/** What every view of a reading needs: the reading and its facts by entity. */
export interface Source {
  readonly reading: Reading;
  readonly index: FactIndex;
}

/** The run of an entity as shown on the reading's day. */
export const shownOn = ({ reading, index }: Source, entity: EntityId, run: StateRun): Shown =>
  shownRun(run, index.ofEntity.get(entity) ?? [], reading.on);

/** The reading with its facts by entity. */
export const sourceOf = (reading: Reading): Source => ({ reading, index: indexFacts(reading.facts) });

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
