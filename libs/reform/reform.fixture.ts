import { type EventDraft, position } from '#event-store';
import {
  type Basis,
  type EffectiveFact,
  type EntityHistory,
  type EntityId,
  type EntityState,
  type LedgerEvent,
  day,
  effectiveFacts,
  foldEntities,
  ledgerEvents,
  stateAt,
  type StateRun,
} from '#history';
import { stored } from './decide/stream.fixture.js';
import { type Finding } from './findings/finding.js';
import { findingsOf } from './findings/findings.js';
import { reformDomain } from './reform-domain.js';

/** A ledger of several streams, all recorded on one day: what an import leaves. */
export const ledgerOf = (
  streams: Readonly<Record<string, readonly EventDraft[]>>,
  recorded = '2026-11-22',
): readonly LedgerEvent[] => {
  let count = 0;
  return ledgerEvents(
    Object.entries(streams).flatMap(([stream, drafts]) => {
      const events = stored(stream, drafts, recorded, count + 1);
      count += drafts.length;
      return events.map((event, index) => ({ ...event, position: position(count - drafts.length + index + 1) }));
    }),
  );
};

/** What is known of a ledger on a day of knowledge. */
export interface Knowledge {
  readonly facts: readonly EffectiveFact[];
  readonly entities: ReadonlyMap<EntityId, EntityHistory>;
  readonly at: (entity: EntityId, on: string) => StateRun;
  /** Statuses of the run, in order. */
  readonly status: (entity: EntityId, on: string) => readonly (string | null)[];
  readonly findings: (on: string) => readonly Finding[];
}

/** Reads a ledger as known on a day, by default as the sources had said it. */
export const knownOn = (events: readonly LedgerEvent[], known: string, basis: Basis = 'source'): Knowledge => {
  const facts = effectiveFacts(events, reformDomain, { basis, day: day(known) });
  const entities = foldEntities(reformDomain, facts);
  const at = (entity: EntityId, on: string): StateRun => {
    const history = entities.get(entity);
    return history ? stateAt(history, day(on)) : [null];
  };
  return {
    facts,
    entities,
    at,
    status: (entity, on) => at(entity, on).map((state) => state?.status ?? null),
    findings: (on) => findingsOf({ entities: [...entities.values()], facts, on: day(on) }),
  };
};

/** How a life went: the statuses after each step that fitted, and the types of those that did not. */
export const lifeOf = (
  stream: string,
  entity: EntityId,
  drafts: readonly EventDraft[],
): { readonly statuses: readonly string[]; readonly illegal: readonly string[]; readonly last: EntityState | null } => {
  const history = knownOn(ledgerOf({ [stream]: drafts }), '2026-11-22', 'ledger').entities.get(entity);
  return {
    statuses: history?.placed.map(({ state }) => state.status) ?? [],
    illegal: history?.illegal.map(({ type }) => type) ?? [],
    last: history?.placed.at(-1)?.state ?? null,
  };
};
