import { type Position } from '#event-store';
import {
  type Basis,
  type Course,
  type Day,
  type EffectiveFact,
  type EntityHistory,
  type EntityId,
  type Known,
  type LedgerEvent,
  type StateRun,
  type Touch,
  type Within,
} from '#history';

/** The knowledge that an answer rests on, as the answer cites it. */
export interface Moment {
  readonly basis: Basis;
  readonly day: Day;
  /** The last position used; null: nothing was known yet. */
  readonly position: Position | null;
}

/** Which entities: all that meet every given part. An empty filter means all. */
export interface EntityFilter {
  readonly kinds?: readonly string[];
  /** Every pair must stand in the entity's own `within`. */
  readonly within?: Within;
  readonly entities?: readonly EntityId[];
}

/** Which facts: all that meet every given part. */
export interface FactFilter {
  readonly streams?: readonly string[];
  readonly types?: readonly string[];
  /** Facts that bear upon any of these. */
  readonly entities?: readonly EntityId[];
}

/** An entity on one day: its possible states in full, at least one of them not null. */
export interface Slice {
  readonly entity: EntityId;
  readonly kind: string;
  readonly within: Within;
  readonly run: StateRun;
}

/** A fact of F(K) and the entities that it bears upon. */
export interface KnownFact {
  readonly fact: EffectiveFact;
  readonly touches: readonly Touch[];
}

/** How far the fact base has read. */
export interface Checkpoint {
  /** Position of the last event read; null: none. */
  readonly position: Position | null;
  /** Its recorded day, made monotone (rule 2); `-Infinity`: none. Rule 11's `today` needs it. */
  readonly recorded: Day;
}

/** Whether answers are complete. `stopped`: it met what it cannot read; views must say "incomplete". */
export type FactBaseStatus =
  | { readonly state: 'live'; readonly checkpoint: Checkpoint }
  | { readonly state: 'stopped'; readonly checkpoint: Checkpoint; readonly reason: string };

/**
 * The bitemporal states of every entity, kept from the ledger (semantics rules 2, 4, 5 and 15). It only answers; nothing
 * here writes. Lists come in order of entity id, facts and events in ledger order. To read several things at one moment,
 * resolve it once and ask with `knownAt(moment)`.
 */
export interface FactBase {
  /** The moment that answers of this knowledge cite. A `through` beyond the checkpoint resolves to the checkpoint. */
  resolve(known: Known): Promise<Moment>;
  /** State(on, known) of entities, without those of which nothing has happened by `on`. */
  slices(filter: EntityFilter, on: Day, known: Known): Promise<readonly Slice[]>;
  /** Steering states over all days, without entities of which nothing ever happens. */
  courses(filter: EntityFilter, known: Known): Promise<readonly Course[]>;
  /** Orders, tightened dates and illegal steps. Folded on reading: ask for few entities. */
  histories(filter: EntityFilter, known: Known): Promise<readonly EntityHistory[]>;
  facts(filter: FactFilter, known: Known): Promise<readonly KnownFact[]>;
  /** `entities` of the filter is not looked at: directives bear upon none. */
  directives(filter: FactFilter, known: Known): Promise<readonly EffectiveFact[]>;
  /** Records of these streams recorded by K; none on basis source (rule 2). */
  records(streams: readonly string[], known: Known): Promise<readonly LedgerEvent[]>;
  /** Retractions in these streams that are known by K: what is gone can be cited only by them. */
  retractions(streams: readonly string[], known: Known): Promise<readonly LedgerEvent[]>;
  /** The entities of which something happens by the present knowledge of the ledger. */
  entities(filter: EntityFilter): Promise<readonly Touch[]>;
  checkpoint(): Promise<Checkpoint>;
  status(): Promise<FactBaseStatus>;
  /** Waits until the position has been read; false where the time-out (milliseconds) passes or the fact base stops first. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
}

/** The knowledge that a moment names: the same answer again on basis ledger, whatever has been recorded since. */
export const knownAt = ({ basis, day, position }: Moment): Known =>
  position === null ? { basis, day: -Infinity } : { basis, day, through: position };
