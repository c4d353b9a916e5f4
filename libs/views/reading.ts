import { type Position } from '#event-store';
import { type KnownFact, type Slice } from '#facts';
import { type Course, type Day, type EntityId, type Known, type Within } from '#history';
import { type Derived, type ItemStanding } from '#workflow';
import { type Names } from './names.js';

/** What an item of a case is told to be by its last record (rule 15). */
export interface AnnouncedItem {
  readonly state: string;
  readonly since: Day | null;
  readonly due: Day | null;
}

/** A case at the moment asked for. A programme without one has no items. */
export interface CaseSlice {
  /** Id of the case, which is the programme's id. */
  readonly id: string;
  /** The definition that judges the day asked about. */
  readonly definition: { readonly key: string; readonly hash: string; readonly names: Names };
  /** `Standing(D)` of its items, in order. */
  readonly items: readonly ItemStanding[];
  /** Last record of each item by K: on basis ledger with D = K's day; undefined where that is not asked for. */
  readonly announced?: ReadonlyMap<string, AnnouncedItem>;
  /** Every item over all days at K, for drawings; without it nothing is drawn of phases. */
  readonly derived?: Derived;
}

/** Something that does not fit, derived from the facts. */
export interface FindingSlice {
  readonly key: string;
  readonly rule: string;
  /** Entity that it is about; null where it is about the whole. */
  readonly entity: EntityId | null;
  /** Programme or area that it belongs to, where it belongs to one. */
  readonly within: Within;
  readonly because: readonly string[];
  /** What it says, in words. */
  readonly text: Names;
}

/** Everything a view is made of, read at one moment (on, known). */
export interface Reading {
  readonly on: Day;
  readonly known: Known;
  /** Last position that the answer used; null of an empty ledger. */
  readonly position: Position | null;
  /** `State(on, known)` of what the view is about, entities of which nothing has happened left out. */
  readonly slices: readonly Slice[];
  /** The facts known of it, on any day. */
  readonly facts: readonly KnownFact[];
  readonly cases: readonly CaseSlice[];
  readonly findings: readonly FindingSlice[];
  /** Names of organisations by code, e.g. `municipality:092`; a code without a name is shown as it is. */
  readonly organisations: Readonly<Record<string, Names>>;
  /** Names of event types in the catalogue. */
  readonly eventTypes: Readonly<Record<string, Names>>;
  /** Texts that lie beside the ledger, by id; one that was erased is missing. */
  readonly texts: Readonly<Record<string, Names>>;
  /** Courses of the measures at K, for drawings; without them nothing is drawn of measures. */
  readonly courses?: readonly Course[];
}
