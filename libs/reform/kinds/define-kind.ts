import { type JsonObject } from '#event-store';
import { type EffectiveFact, type EntityId, type EntityKind, type EntityState, type Touch } from '#history';
import { type StreamRef } from './stream-ref.js';

/** What a row's attributes are computed from. The fact's interval is the tightened one. */
export interface StepInput {
  /** The state before; null: this is the entity's first fact. */
  readonly state: EntityState | null;
  readonly data: JsonObject;
  readonly fact: EffectiveFact;
  readonly entity: EntityId;
}

/** A row of a transition table. */
export interface Transition {
  readonly event: string;
  /** Statuses in which the event fits; null: as the entity's first fact. */
  readonly from: readonly (string | null)[];
  /** Status after it; null: as before. */
  readonly to: string | null;
  /** Attributes that it sets; null where a named rule makes the step illegal. Must not read dates to say null. */
  readonly set?: (input: StepInput) => JsonObject | null;
}

/** Entities of a kind that a fact bears upon: their keys and what they belong to. */
export interface KeyWithin {
  readonly key: string;
  readonly within: Readonly<Record<string, string>>;
}

/** A kind of entity with its table. */
export interface KindDefinition extends EntityKind {
  readonly statuses: readonly string[];
  readonly transitions: readonly Transition[];
  readonly touches: (fact: EffectiveFact, stream: StreamRef) => readonly Touch[];
}

interface KindInput {
  readonly kind: string;
  readonly statuses: readonly string[];
  readonly steering: readonly string[];
  readonly keys: (data: JsonObject, stream: StreamRef, type: string) => readonly KeyWithin[];
  readonly transitions: readonly Transition[];
}

/** A row: the event, where it fits, the status after it (null: as before) and what it sets. */
export const row = (
  event: string,
  from: readonly (string | null)[],
  to: string | null,
  set?: Transition['set'],
): Transition => ({ event, from, to, ...(set ? { set } : {}) });

/** The first row that fits; one whose rule says null does not fit. */
const step = (rows: readonly Transition[], input: StepInput): EntityState | null => {
  const { state } = input;
  const at = state === null ? null : state.status;
  for (const { from, to, set } of rows) {
    const status = to ?? at;
    if (status === null || !from.includes(at)) continue;
    const attributes = set ? set(input) : {};
    if (attributes !== null) return { ...state, ...attributes, status };
  }
  return null;
};

/** A kind of entity from its table. */
export const defineKind = (input: KindInput): KindDefinition => {
  const { kind, statuses, steering, transitions } = input;
  const byEvent = new Map<string, Transition[]>();
  for (const transition of transitions) {
    const rows = byEvent.get(transition.event);
    if (rows) rows.push(transition);
    else byEvent.set(transition.event, [transition]);
  }
  return {
    kind,
    statuses,
    steering,
    transitions,
    step: (state, fact, entity) => step(byEvent.get(fact.type) ?? [], { state, data: fact.data, fact, entity }),
    touches: (fact, stream) =>
      input
        .keys(fact.data, stream, fact.type)
        .filter(({ key }) => key !== '' && !key.startsWith('/') && !key.endsWith('/') && !key.includes('//'))
        .map(({ key, within }) => ({ entity: `${kind}:${key}`, kind, within })),
  };
};
