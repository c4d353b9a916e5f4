import { type Course, type EffectiveFact, type EntityId } from '#history';

/** A fact of the case's scope with the entities that it bears upon. */
export interface ScopedFact {
  readonly fact: EffectiveFact;
  readonly touches: readonly EntityId[];
}

/** A retraction: what it took out of F(K). Facts that are gone can be cited only by it. */
export interface Retraction {
  /** Id of the event that was retracted. */
  readonly target: string;
  /** Id and position of the retraction. */
  readonly id: string;
  readonly position: EffectiveFact['position'];
}

/** Everything that derive reads of one case: pure data of F(K). */
export interface CaseInput {
  readonly caseId: string;
  /** The entities in scope, in any order. */
  readonly courses: readonly Course[];
  /** The facts in scope, in ledger order. */
  readonly facts: readonly ScopedFact[];
  /** Directives of the case's stream, and `definition-published` and `calendar-published` that they name. */
  readonly directives: readonly EffectiveFact[];
  /** Retractions known, so that what shuts can cite them. */
  readonly retractions?: readonly Retraction[];
}
