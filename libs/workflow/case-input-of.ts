import {
  type Course,
  type Domain,
  type EffectiveFact,
  type LedgerEvent,
  type Touch,
  courseOf,
  foldEntities,
} from '#history';
import { type CaseInput, type Retraction, type ScopedFact } from './case-input.js';

/** What a case reads of F(K). */
export interface Scope {
  readonly caseId: string;
  /** Whether an entity belongs to the case. */
  readonly entity: (touch: Touch) => boolean;
  /** Whether a directive belongs to it: of its stream, or one that it names. */
  readonly directive: (directive: EffectiveFact) => boolean;
}

/** A case's input folded anew from F(K): the oracle of what is kept incrementally, and the way of what-if. */
export const caseInputOf = (
  domain: Domain,
  facts: readonly EffectiveFact[],
  scope: Scope,
  retractions: readonly Retraction[] = [],
): CaseInput => {
  const scoped: ScopedFact[] = [];
  for (const fact of facts) {
    if (fact.nature !== 'fact') continue;
    const touches = domain.touches(fact).filter(scope.entity);
    if (touches.length > 0) scoped.push({ fact, touches: touches.map(({ entity }) => entity) });
  }
  const courses = [...foldEntities(domain, facts).values()].flatMap((history): Course[] => {
    const kind = domain.kinds[history.kind];
    return kind && scope.entity(history) ? [courseOf(kind, history)] : [];
  });
  const directives = facts.filter((fact) => fact.nature === 'directive' && scope.directive(fact));
  return { caseId: scope.caseId, courses, facts: scoped, directives, retractions };
};

/** The retractions among events of the ledger. */
export const retractionsIn = (domain: Domain, events: readonly LedgerEvent[]): readonly Retraction[] =>
  events.flatMap(({ envelope, position }) => {
    const { target } = envelope.data;
    const retracts = domain.nature(envelope.type) === 'retraction' && typeof target === 'string';
    return retracts ? [{ target, id: envelope.id, position }] : [];
  });
