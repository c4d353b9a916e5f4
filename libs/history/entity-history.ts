import { type Day } from './day.js';
import { type EntityId, type EntityKind, type EntityState, type Within } from './domain.js';
import { type Interval } from './edtf.js';
import { type EffectiveFact } from './effective-fact.js';

/** A fact in its place in the order of an entity's facts, with its dates tightened along the order. */
export interface PlacedFact {
  readonly fact: EffectiveFact;
  readonly interval: Interval;
  /** The state after it. */
  readonly state: EntityState;
}

/** The history of one entity in F(K): its order, and what did not fit (rule 5). */
export interface EntityHistory {
  readonly entity: EntityId;
  readonly kind: string;
  readonly within: Within;
  /** The legal steps in order. */
  readonly placed: readonly PlacedFact[];
  /** Facts whose step was legal nowhere: they change nothing and are the finding *illegal step*. */
  readonly illegal: readonly EffectiveFact[];
}

interface Ordered {
  readonly legal: readonly EffectiveFact[];
  readonly illegal: readonly EffectiveFact[];
}

/**
 * Rule 5: of the facts that no unplaced fact certainly precedes, take the first by position whose step is legal; if none
 * is legal, the first by position. `a` certainly precedes `b` if `latest(a) < earliest(b)`: so a fact may come next if
 * its earliest day is not after the smallest latest day of all that are unplaced.
 */
const order = (kind: EntityKind, entity: EntityId, facts: readonly EffectiveFact[]): Ordered => {
  const unplaced = [...facts];
  const legal: EffectiveFact[] = [];
  const illegal: EffectiveFact[] = [];
  let state: EntityState | null = null;
  while (unplaced.length > 0) {
    const horizon = unplaced.reduce((least, fact) => Math.min(least, fact.interval.latest), Infinity);
    let next = -1;
    let after: EntityState | null = null;
    for (let i = 0; i < unplaced.length && after === null; i += 1) {
      const fact = unplaced[i] as EffectiveFact;
      if (fact.interval.earliest > horizon) continue;
      if (next === -1) next = i;
      after = kind.step(state, fact, entity);
      if (after !== null) next = i;
    }
    const [fact] = unplaced.splice(next, 1) as [EffectiveFact];
    if (after === null) illegal.push(fact);
    else {
      legal.push(fact);
      state = after;
    }
  }
  return { legal, illegal };
};

/** No fact is earlier than the earliest of one before it, nor later than the latest of one after it. */
const tighten = (facts: readonly EffectiveFact[]): readonly Interval[] => {
  const intervals = facts.map(({ interval }) => ({ earliest: interval.earliest, latest: interval.latest }));
  let earliest = -Infinity;
  for (const interval of intervals) interval.earliest = earliest = Math.max(earliest, interval.earliest);
  let latest = Infinity;
  for (let i = intervals.length - 1; i >= 0; i -= 1) {
    const interval = intervals[i] as { latest: Day };
    interval.latest = latest = Math.min(latest, interval.latest);
  }
  return intervals;
};

/** The history of an entity from its facts in ledger order. */
export const entityHistory = (
  kind: EntityKind,
  entity: EntityId,
  within: Within,
  facts: readonly EffectiveFact[],
): EntityHistory => {
  const { legal, illegal } = order(kind, entity, facts);
  const intervals = tighten(legal);
  const placed: PlacedFact[] = [];
  let state: EntityState | null = null;
  legal.forEach((fact, index) => {
    const interval = intervals[index] as Interval;
    const after: EntityState | null = kind.step(state, { ...fact, interval }, entity);
    if (after === null) throw new Error(`kind ${kind.kind}: a step's legality must not depend on dates`);
    state = after;
    placed.push({ fact, interval, state });
  });
  return { entity, kind: kind.kind, within, placed, illegal };
};
