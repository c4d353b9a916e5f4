import { type Json } from '#event-store';
import { type FactBase, type KnownFact } from '#facts';
import { type Course, type EffectiveFact, type EntityId, type Known, type LedgerEvent } from '#history';
import { type CaseInput, type Retraction } from '#workflow';
import { caseStream } from './case-list.js';
import { type CaseReferences, referencesOf } from './case-references.js';

/** Kinds that belong to an area as a whole and not to one of its programmes. */
const areaKinds = ['area', 'membership', 'responsibility', 'commitment'];

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/** Keys of what a directive names under a field, e.g. the definition of a start. */
const namedKeys = (directives: readonly EffectiveFact[], field: string): readonly string[] =>
  unique(
    directives.flatMap(({ data }) => {
      const named = data[field];
      const key = isObject(named) ? named['key'] : named;
      return typeof key === 'string' ? [key] : [];
    }),
  );

/** The entities that any start or migration of the case binds. */
const boundEntities = (directives: readonly EffectiveFact[]): readonly EntityId[] =>
  unique(
    directives.flatMap(({ data }) =>
      isObject(data['bindings'])
        ? Object.values(data['bindings']).filter((value): value is string => typeof value === 'string')
        : [],
    ),
  );

const keyOf = (entity: EntityId): string => entity.slice(entity.indexOf(':') + 1);

/** The stream of an entity that has one of its own: `measure:x/A` is told in `measure-x/A`. */
const streamOf = (entity: EntityId): string => entity.replace(':', '-');

const retractionOf = ({ envelope, position }: LedgerEvent): Retraction => ({
  target: typeof envelope.data['target'] === 'string' ? envelope.data['target'] : '',
  id: envelope.id,
  position,
});

const keysOf = (entities: readonly EntityId[], kind: string): readonly string[] =>
  entities.filter((entity) => entity.startsWith(`${kind}:`)).map(keyOf);

/** The courses in a case's scope: what it binds, its programme's parts, its area's responsibilities, what it names. */
const loadCourses = async (
  facts: FactBase,
  bound: readonly EntityId[],
  named: CaseReferences,
  known: Known,
): Promise<readonly Course[]> => {
  const lists = await Promise.all([
    facts.courses({ entities: unique([...bound, ...named.entities]) }, known),
    ...keysOf(bound, 'programme').map((programme) => facts.courses({ within: { programme } }, known)),
    ...keysOf(bound, 'area').map((area) => facts.courses({ kinds: areaKinds, within: { area } }, known)),
  ]);
  return [...new Map(lists.flat().map((course) => [course.entity, course])).values()];
};

interface Scope {
  readonly bound: readonly EntityId[];
  readonly named: CaseReferences;
  readonly entities: ReadonlySet<EntityId>;
}

/** The facts in scope that a condition can ask for: all of the reforms, and those of the types that are named. */
const loadFacts = async (facts: FactBase, scope: Scope, known: Known): Promise<readonly KnownFact[]> => {
  const { named } = scope;
  const streams = keysOf(scope.bound, 'reform').map((reform) => `reform-${reform}`);
  const [ofReforms, ofTypes] = await Promise.all([
    streams.length === 0 ? [] : facts.facts({ streams }, known),
    named.factTypes.length === 0 ? [] : facts.facts({ types: named.factTypes }, known),
  ]);
  const inScope = ofTypes.filter(({ touches }) => touches.some(({ entity }) => scope.entities.has(entity)));
  return [...new Map([...ofReforms, ...inScope].map((item) => [item.fact.id, item])).values()];
};

/**
 * Everything that derive reads of a case at a moment of knowledge: its reforms, its programme with all parts, its area
 * with the responsibilities, and what its definitions name. Null where no case of this id was known to be started.
 */
export const loadCase = async (facts: FactBase, caseId: string, known: Known): Promise<CaseInput | null> => {
  const own = await facts.directives({ streams: [caseStream(caseId)] }, known);
  if (own.length === 0) return null;
  const published = await facts.directives(
    {
      streams: [
        ...namedKeys(own, 'definition').map((key) => `definition-${key}`),
        ...namedKeys(own, 'calendar').map((key) => `calendar-${key}`),
      ],
    },
    known,
  );
  const named = referencesOf(published.flatMap(({ data }) => (data['definition'] ? [data['definition']] : [])));
  const bound = boundEntities(own);
  const courses = await loadCourses(facts, bound, named, known);
  const entities = new Set(courses.map(({ entity }) => entity));
  const [inScope, retracted] = await Promise.all([
    loadFacts(facts, { bound, named, entities }, known),
    facts.retractions([caseStream(caseId), ...[...entities, ...bound].map(streamOf)], known),
  ]);
  return {
    caseId,
    courses,
    facts: inScope.map(({ fact, touches }) => ({ fact, touches: touches.map(({ entity }) => entity) })),
    directives: [...published, ...own],
    retractions: retracted.map(retractionOf),
  };
};
