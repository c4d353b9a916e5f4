import { type JsonObject } from '#event-store';
import { type EffectiveFact } from './effective-fact.js';

/** What an event is to the semantics (rule 3); corrections and retractions act on facts and directives. */
export type Nature = 'fact' | 'directive' | 'record' | 'correction' | 'retraction';

/** Id of an entity, `kind:key`, e.g. `measure:vake-restructuring/A`. An entity is what has a state of its own. */
export type EntityId = string;

/** What an entity belongs to, by code or key, e.g. `{ area: '04', programme: 'vake-restructuring' }`. */
export type Within = Readonly<Record<string, string>>;

/** The state of an entity: a status and what else its facts say of it. */
export interface EntityState extends JsonObject {
  readonly status: string;
}

/** A kind of entity: how its facts move its state. */
export interface EntityKind {
  readonly kind: string;
  /**
   * The state after a fact, or null where the step is not legal from this state. A null state is "not known yet": a
   * fact that names a state may be an entity's first (rule 5). The fact's interval is the tightened one. Whether a step
   * is legal must not depend on dates.
   */
  readonly step: (state: EntityState | null, fact: EffectiveFact, entity: EntityId) => EntityState | null;
  /** Attributes that conditions and deadlines may read; changes of others are details, of no course. */
  readonly steering: readonly string[];
}

/** An entity that a fact bears upon. */
export interface Touch {
  readonly entity: EntityId;
  readonly kind: string;
  readonly within: Within;
}

/** What the semantics must know of a domain; the reform's is in `#reform`. */
export interface Domain {
  /** Nature of an event type; null of an unknown one, which then bears upon nothing. */
  readonly nature: (type: string) => Nature | null;
  /** Whether a fact of the type may be dated after the day it was learned (rule 1). */
  readonly foretold: (type: string) => boolean;
  /** The entities that a fact bears upon; never throws, whatever the content. */
  readonly touches: (fact: EffectiveFact) => readonly Touch[];
  readonly kinds: Readonly<Record<string, EntityKind>>;
}
