import { type Position, comparePositions } from '#event-store';
import { type Course, type EffectiveFact, type EntityId } from '#history';
import { type CaseInput, type Retraction } from './case-input.js';
import { readDirectives } from './directives.js';
import { type Directives } from './versions.js';

/** The facts of one type: all, and by the entities they bear upon. */
export interface FactsOfType {
  readonly all: readonly EffectiveFact[];
  readonly of: ReadonlyMap<EntityId, readonly EffectiveFact[]>;
}

/** A case made ready to be asked: its input indexed, its directives read. Immutable; nothing in it depends on a day. */
export interface ResolvedCase extends Directives {
  readonly caseId: string;
  readonly courses: ReadonlyMap<EntityId, Course>;
  /** By kind, in order of id. */
  readonly byKind: ReadonlyMap<string, readonly Course[]>;
  /** Facts by type, in ledger order. */
  readonly facts: ReadonlyMap<string, FactsOfType>;
  /** Facts by the entities they bear upon, in ledger order. */
  readonly factsOf: ReadonlyMap<EntityId, readonly EffectiveFact[]>;
  /** Positions of all events that may be cited. */
  readonly positions: ReadonlyMap<string, Position>;
  /** Facts and directives by the id of their original. */
  readonly statements: ReadonlyMap<string, EffectiveFact>;
  /** Retractions by the event they retracted. */
  readonly retracted: ReadonlyMap<string, Retraction>;
}

const push = <T>(map: Map<string, T[]>, key: string, item: T): void => {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
};

const byId = (a: Course, b: Course): number => (a.entity < b.entity ? -1 : 1);

/** Makes a case ready; the order of its courses does not matter. Never throws on content. */
export const resolveCase = (input: CaseInput): ResolvedCase => {
  const courses = [...input.courses].sort(byId);
  const byKind = new Map<string, Course[]>();
  for (const course of courses) push(byKind, course.kind, course);
  const facts = new Map<string, { all: EffectiveFact[]; of: Map<EntityId, EffectiveFact[]> }>();
  const factsOf = new Map<EntityId, EffectiveFact[]>();
  const positions = new Map<string, Position>();
  const scoped = [...input.facts].sort((a, b) => comparePositions(a.fact.position, b.fact.position));
  for (const { fact, touches } of scoped) {
    const ofType = facts.get(fact.type) ?? { all: [], of: new Map<EntityId, EffectiveFact[]>() };
    facts.set(fact.type, ofType);
    ofType.all.push(fact);
    for (const entity of touches) {
      push(ofType.of, entity, fact);
      push(factsOf, entity, fact);
    }
  }
  const stated = [...scoped.map(({ fact }) => fact), ...input.directives];
  for (const fact of stated) positions.set(fact.id, fact.position).set(fact.statedBy, fact.statedAt);
  for (const { id, position } of input.retractions ?? []) positions.set(id, position);
  return {
    ...readDirectives(input.directives),
    caseId: input.caseId,
    courses: new Map(courses.map((course) => [course.entity, course])),
    byKind,
    facts,
    factsOf,
    positions,
    statements: new Map(stated.map((fact) => [fact.id, fact])),
    retracted: new Map((input.retractions ?? []).map((retraction) => [retraction.target, retraction])),
  };
};
