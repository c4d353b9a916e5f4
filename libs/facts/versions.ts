import {
  type Basis,
  type Domain,
  type EffectiveFact,
  type EntityHistory,
  type EntityId,
  type EntityKind,
  type EntityState,
  entityHistory,
} from '#history';
import { type Family, type KnownKey, type NumberedEvent, knownFrom, standing } from './family.js';

/** The history of an entity from a place of knowledge on, until the next version's; null: no fact bears upon it. */
export interface Version {
  readonly from: KnownKey;
  readonly history: EntityHistory | null;
  /** Whether it is the version before it with at most one placed fact more, which begins after all others have ended. */
  readonly appended: boolean;
}

/** What the versions of one entity are made of. */
export interface EntityFacts {
  readonly domain: Domain;
  readonly entity: EntityId;
  readonly kind: EntityKind;
  /** In ledger order; may hold families that bear upon the entity by some of their statements only. */
  readonly families: readonly Family[];
}

type Steps = WeakMap<object, Map<string, EntityState | null>>;

/**
 * The kind with its steps remembered: successive versions share most of their steps, and the same step then gives the
 * same object, by which later comparisons know it.
 */
export const remembering = (kind: EntityKind): EntityKind => {
  const start = {};
  const steps: Steps = new WeakMap();
  const step: EntityKind['step'] = (state, fact, entity) => {
    const from = state ?? start;
    const key = `${fact.statedBy} ${fact.interval.earliest} ${fact.interval.latest}`;
    let known = steps.get(from);
    if (!known) steps.set(from, (known = new Map<string, EntityState | null>()));
    let after = known.get(key);
    if (after === undefined) known.set(key, (after = kind.step(state, fact, entity)));
    return after;
  };
  return { ...kind, step };
};

/**
 * The history with one more fact, where that is sure to come last: it begins after all others have certainly ended, so
 * the order of the others, and every tightened date, stays. Null where the whole must be folded again.
 */
const appended = (kind: EntityKind, history: EntityHistory, fact: EffectiveFact): EntityHistory | null => {
  const last = history.placed.at(-1);
  if (last === undefined || fact.interval.earliest <= last.interval.latest) return null;
  if (history.placed.some((placed) => placed.fact.interval.latest >= fact.interval.earliest)) return null;
  if (history.illegal.some((other) => other.interval.latest >= fact.interval.earliest)) return null;
  const state = kind.step(last.state, fact, history.entity);
  if (state === null) return { ...history, illegal: [...history.illegal, fact] };
  return { ...history, placed: [...history.placed, { fact, interval: fact.interval, state }] };
};

const foldAll = ({ domain, entity }: EntityFacts, kind: EntityKind, facts: readonly EffectiveFact[]) => {
  const first = facts[0];
  const touch = first && domain.touches(first).find((candidate) => candidate.entity === entity);
  return touch ? entityHistory(kind, entity, touch.within, facts) : null;
};

/** Indexes of the families that an event of each place bears upon, by place. */
const placesOf = (families: readonly Family[], basis: Basis): ReadonlyMap<KnownKey, ReadonlySet<number>> => {
  const places = new Map<KnownKey, Set<number>>();
  families.forEach(({ original, changes }, index) => {
    for (const event of [original, ...changes]) {
      const key = knownFrom(basis, event);
      const at = places.get(key);
      if (at) at.add(index);
      else places.set(key, new Set([index]));
    }
  });
  return places;
};

/**
 * The versions of an entity's history along an axis of knowledge: the one that stands just before `since` (its `from` is
 * `-Infinity`), then one for each place from `since` on where an event of its families becomes known.
 */
export const versionsOf = (given: EntityFacts, basis: Basis, since: KnownKey): readonly Version[] => {
  const { domain, entity, kind, families } = given;
  const standingAt = (index: number, isKnown: (event: NumberedEvent) => boolean): EffectiveFact | null => {
    const fact = standing(domain, families[index] as Family, isKnown);
    return fact && domain.touches(fact).some((touch) => touch.entity === entity) ? fact : null;
  };
  const before = (event: NumberedEvent): boolean => knownFrom(basis, event) < since;
  const current = families.map((_, index) => standingAt(index, before));
  const present = (): readonly EffectiveFact[] => current.filter((fact) => fact !== null);
  let history = foldAll(given, kind, present());
  const versions: Version[] = [{ from: -Infinity, history, appended: false }];

  const step = (key: KnownKey, changed: readonly number[]): Version => {
    const old = changed.map((index) => current[index]);
    for (const index of changed) current[index] = standingAt(index, (event) => knownFrom(basis, event) <= key);
    const [only = -1] = changed;
    // The first fact of the ledger names the entity's `within`: what is appended must not come before it.
    const isFresh = changed.length === 1 && old[0] === null && only > current.findIndex(Boolean);
    const fresh = isFresh ? current[only] : null;
    const longer = fresh && history && appended(kind, history, fresh);
    return { from: key, history: longer ?? foldAll(given, kind, present()), appended: Boolean(longer) };
  };
  const places = placesOf(families, basis);
  for (const key of [...places.keys()].filter((place) => place >= since).sort((a, b) => a - b)) {
    const version = step(key, [...(places.get(key) ?? [])]);
    history = version.history;
    versions.push(version);
  }
  return versions;
};
