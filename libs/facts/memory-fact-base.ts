import { type Position, comparePositions } from '#event-store';
import {
  type Domain,
  type EffectiveFact,
  type EntityHistory,
  type EntityId,
  type Known,
  type LedgerEvent,
  courseOf,
  effectiveFacts,
  foldEntities,
  stateAt,
  textOfState,
} from '#history';
import { boundedDomain } from './bounded-domain.js';
import { type EntityFilter, type FactBase, type FactFilter, type KnownFact, type Moment } from './fact-base.js';

const everything: Known = { basis: 'ledger', day: Infinity };

const nothing = textOfState([null]);

interface Fold {
  readonly facts: readonly EffectiveFact[];
  readonly histories: ReadonlyMap<EntityId, EntityHistory>;
}

const isIn = (list: readonly string[] | undefined, value: string): boolean => list?.includes(value) ?? true;

/** Whether an entity meets a filter. */
export const matchesEntity = (
  filter: EntityFilter,
  { entity, kind, within }: Pick<EntityHistory, 'entity' | 'kind' | 'within'>,
): boolean =>
  isIn(filter.entities, entity) &&
  isIn(filter.kinds, kind) &&
  Object.entries(filter.within ?? {}).every(([key, value]) => within[key] === value);

const matchesFact = (filter: FactFilter, { fact, touches }: KnownFact): boolean =>
  isIn(filter.streams, fact.stream) &&
  isIn(filter.types, fact.type) &&
  (filter.entities === undefined || touches.some(({ entity }) => filter.entities?.includes(entity)));

const within = (through: Position | undefined) => (event: LedgerEvent) =>
  through === undefined || comparePositions(event.position, through) <= 0;

/**
 * The fact base as a pure fold over the events, which it holds by reference and in ledger order: the meaning of the port,
 * the oracle of the rows, and the base of what-if (append assumed events, take a new one). One fold per moment asked for
 * is kept; a ledger that grows is seen by every later question.
 */
export const createMemoryFactBase = (unbounded: Domain, events: readonly LedgerEvent[]): FactBase => {
  const domain = boundedDomain(unbounded);
  let last: { key: string; fold: Fold } | null = null;

  const foldAt = (known: Known): Fold => {
    const key = `${known.basis} ${known.day} ${known.through ?? ''} ${events.length}`;
    if (last?.key !== key) {
      const facts = effectiveFacts(events, domain, known);
      last = { key, fold: { facts, histories: foldEntities(domain, facts) } };
    }
    return last.fold;
  };

  const historiesAt = (filter: EntityFilter, known: Known): readonly EntityHistory[] =>
    [...foldAt(known).histories.values()].filter((history) => matchesEntity(filter, history));

  const checkpoint: FactBase['checkpoint'] = async () => ({
    position: events.at(-1)?.position ?? null,
    recorded: events.at(-1)?.recorded ?? -Infinity,
  });

  return {
    checkpoint,
    status: async () => ({ state: 'live', checkpoint: await checkpoint() }),
    waitFor: async (position) => events.some((event) => comparePositions(event.position, position) >= 0),
    resolve: async ({ basis, day, through }): Promise<Moment> => {
      const used = events.filter(within(through)).filter(({ recorded }) => basis === 'source' || recorded <= day);
      return { basis, day, position: used.at(-1)?.position ?? null };
    },
    slices: async (filter, on, known) =>
      historiesAt(filter, known)
        .map((history) => ({
          entity: history.entity,
          kind: history.kind,
          within: history.within,
          run: stateAt(history, on),
        }))
        .filter(({ run }) => textOfState(run) !== nothing),
    courses: async (filter, known) =>
      historiesAt(filter, known)
        .filter(({ placed }) => placed.length > 0)
        .map((history) => courseOf(domain.kinds[history.kind] as Domain['kinds'][string], history)),
    histories: async (filter, known) => historiesAt(filter, known),
    facts: async (filter, known) =>
      foldAt(known)
        .facts.filter(({ nature }) => nature === 'fact')
        .map((fact) => ({ fact, touches: domain.touches(fact) }))
        .filter((known) => matchesFact(filter, known)),
    directives: async ({ streams, types }, known) =>
      foldAt(known).facts.filter(
        ({ nature, stream, type }) => nature === 'directive' && isIn(streams, stream) && isIn(types, type),
      ),
    records: async (streams, known) =>
      known.basis === 'source'
        ? []
        : events
            .filter(within(known.through))
            .filter(({ recorded }) => recorded <= known.day)
            .filter(({ envelope }) => streams.includes(envelope.stream) && domain.nature(envelope.type) === 'record'),
    retractions: async (streams, known) =>
      events
        .filter(within(known.through))
        .filter(({ recorded, learned }) => (known.basis === 'source' ? learned : recorded) <= known.day)
        .filter(({ envelope }) => streams.includes(envelope.stream) && domain.nature(envelope.type) === 'retraction'),
    entities: async (filter) =>
      historiesAt(filter, everything)
        .filter(({ placed }) => placed.length > 0)
        .map(({ entity, kind, within }) => ({ entity, kind, within })),
  };
};
