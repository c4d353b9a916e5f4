import { type ClientBase } from 'pg';
import { type Domain, type EntityId, type Touch } from '#history';
import { type Family, type NumberedEvent, familiesOf, statements } from '../family.js';
import { type EventRow, type FactsSchema, eventColumns, toEvent } from './rows.js';
import { targetId } from './write-events.js';

/** The entities whose rows may change, by their number. */
export type TouchedEntities = Map<number, Pick<Touch, 'entity' | 'kind'>>;

/** The families of facts that the events belong to, as far as the ledger goes with them. */
const familiesTouched = async (
  client: ClientBase,
  schema: FactsSchema,
  domain: Domain,
  events: readonly NumberedEvent[],
): Promise<readonly Family[]> => {
  const changes = events.filter((event) => targetId(domain, event) !== null);
  const facts = events.filter((event) => domain.nature(event.envelope.type) === 'fact');
  // A change may stand in the ledger before the fact that it names: it begins to count when the fact comes.
  const targets = changes.map((event) => targetId(domain, event));
  const ids = [...facts.map(({ envelope }) => envelope.id), ...targets];
  const { rows } = await client.query<EventRow>({
    name: `${schema}-families-touched`,
    text: `select ${eventColumns('event')} from ${schema}.event
      where seq < $1 and (id = any ($2::uuid[]) or target = any ($3::uuid[]))`,
    values: [events[0]?.seq ?? 0, targets, ids],
  });
  const all = [...rows.map(toEvent), ...facts, ...changes].sort((a, b) => a.seq - b.seq);
  return familiesOf(domain, all).filter(({ original }) => domain.nature(original.envelope.type) === 'fact');
};

interface Gathered {
  readonly kind: string;
  lastSeq: number;
  readonly facts: Set<number>;
  readonly withins: Set<string>;
}

const gather = (domain: Domain, families: readonly Family[]): ReadonlyMap<EntityId, Gathered> => {
  const gathered = new Map<EntityId, Gathered>();
  for (const family of families) {
    const lastSeq = family.changes.at(-1)?.seq ?? 0;
    for (const touch of statements(domain, family).flatMap((fact) => domain.touches(fact))) {
      let entry = gathered.get(touch.entity);
      if (!entry)
        gathered.set(touch.entity, (entry = { kind: touch.kind, lastSeq: 0, facts: new Set(), withins: new Set() }));
      entry.lastSeq = Math.max(entry.lastSeq, lastSeq, family.original.seq);
      entry.facts.add(family.original.seq);
      for (const pair of Object.entries(touch.within)) entry.withins.add(JSON.stringify(pair));
    }
  }
  return gathered;
};

const upsertEntities = async (
  client: ClientBase,
  schema: FactsSchema,
  gathered: ReadonlyMap<EntityId, Gathered>,
): Promise<ReadonlyMap<EntityId, number>> => {
  const entries = [...gathered.entries()];
  const { rows } = await client.query<{ no: number; id: string }>({
    name: `${schema}-upsert-entities`,
    text: `insert into ${schema}.entity (id, kind, last_seq)
      select * from unnest($1::text[], $2::text[], $3::int[])
      on conflict (id) do update set last_seq = greatest(entity.last_seq, excluded.last_seq)
      returning no, id`,
    values: [entries.map(([id]) => id), entries.map(([, { kind }]) => kind), entries.map(([, entry]) => entry.lastSeq)],
  });
  return new Map(rows.map(({ no, id }) => [id, no]));
};

const pairsOf = <T>(
  gathered: ReadonlyMap<EntityId, Gathered>,
  numbers: ReadonlyMap<EntityId, number>,
  of: (entry: Gathered) => Iterable<T>,
): readonly (readonly [entity: number, value: T])[] =>
  [...gathered].flatMap(([id, entry]) => [...of(entry)].map((value) => [numbers.get(id) as number, value] as const));

/** Notes which facts bear upon which entities by any of their statements, and gives the entities. */
export const writeTouches = async (
  client: ClientBase,
  schema: FactsSchema,
  domain: Domain,
  events: readonly NumberedEvent[],
): Promise<TouchedEntities> => {
  const gathered = gather(domain, await familiesTouched(client, schema, domain, events));
  if (gathered.size === 0) return new Map();
  const numbers = await upsertEntities(client, schema, gathered);

  const touches = pairsOf(gathered, numbers, ({ facts }) => facts);
  await client.query({
    name: `${schema}-write-touches`,
    text: `insert into ${schema}.touch (entity, seq) select * from unnest($1::int[], $2::int[]) on conflict do nothing`,
    values: [touches.map(([entity]) => entity), touches.map(([, seq]) => seq)],
  });

  const withins = pairsOf(gathered, numbers, (entry) => entry.withins).map(
    ([entity, pair]) => [entity, ...(JSON.parse(pair) as [string, string])] as const,
  );
  await client.query({
    name: `${schema}-write-withins`,
    text: `insert into ${schema}.entity_within (entity, key, value)
      select * from unnest($1::int[], $2::text[], $3::text[]) on conflict do nothing`,
    values: [withins.map(([no]) => no), withins.map(([, key]) => key), withins.map(([, , value]) => value)],
  });
  return new Map([...gathered].map(([entity, { kind }]) => [numbers.get(entity) as number, { entity, kind }]));
};
