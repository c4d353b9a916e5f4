import { type ClientBase } from 'pg';
import { type Domain, type EntityId } from '#history';
import { type Family, type NumberedEvent, familiesOf, statements } from '../family.js';
import { type EventRow, type FactsSchema, eventColumns, toEvent } from './rows.js';
import { targetId } from './write-events.js';

/** An entity whose rows may change. */
export interface TouchedEntity {
  readonly no: number;
  readonly kind: string;
  /** Number of the last event that bears upon it. */
  lastSeq: number;
  /** Pairs of `within` that are noted, as JSON. */
  readonly withins: Set<string>;
}

/** The entities that one transaction touches. */
export type TouchedEntities = Map<EntityId, TouchedEntity>;

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

/** Gives numbers to the entities that the transaction has not met before; a new one gets a row. */
const meetEntities = async (
  client: ClientBase,
  schema: FactsSchema,
  entries: readonly (readonly [EntityId, Gathered])[],
  touched: TouchedEntities,
): Promise<void> => {
  const unmet = entries.filter(([id]) => !touched.has(id));
  if (unmet.length === 0) return;
  const { rows } = await client.query<{ no: number; id: string; kind: string }>({
    name: `${schema}-meet-entities`,
    text: `
      with given as (select * from unnest($1::text[], $2::text[]) as given (id, kind)),
        added as (
          insert into ${schema}.entity (id, kind, last_seq) select id, kind, 0 from given
          on conflict (id) do nothing returning no, id, kind)
      select no, id, kind from added
      union all select no, id, kind from ${schema}.entity where id in (select id from given)`,
    values: [unmet.map(([id]) => id), unmet.map(([, { kind }]) => kind)],
  });
  for (const { no, id, kind } of rows) touched.set(id, { no, kind, lastSeq: 0, withins: new Set() });
};

const insertTouches = async (
  client: ClientBase,
  schema: FactsSchema,
  rows: readonly (readonly [entity: number, seq: number])[],
): Promise<void> => {
  await client.query({
    name: `${schema}-write-touches`,
    text: `insert into ${schema}.touch (entity, seq) select * from unnest($1::int[], $2::int[]) on conflict do nothing`,
    values: [rows.map(([entity]) => entity), rows.map(([, seq]) => seq)],
  });
};

const insertWithins = async (
  client: ClientBase,
  schema: FactsSchema,
  rows: readonly (readonly [entity: number, key: string, value: string])[],
): Promise<void> => {
  if (rows.length === 0) return;
  await client.query({
    name: `${schema}-write-withins`,
    text: `insert into ${schema}.entity_within (entity, key, value)
      select * from unnest($1::int[], $2::text[], $3::text[]) on conflict do nothing`,
    values: [rows.map(([entity]) => entity), rows.map(([, key]) => key), rows.map(([, , value]) => value)],
  });
};

/** Notes which facts bear upon which entities by any of their statements, and adds the entities to those touched. */
export const writeTouches = async (
  client: ClientBase,
  { schema, domain }: { readonly schema: FactsSchema; readonly domain: Domain },
  events: readonly NumberedEvent[],
  touched: TouchedEntities,
): Promise<void> => {
  const entries = [...gather(domain, await familiesTouched(client, schema, domain, events))];
  if (entries.length === 0) return;
  await meetEntities(client, schema, entries, touched);
  const touches: (readonly [number, number])[] = [];
  const withins: (readonly [number, string, string])[] = [];
  for (const [id, entry] of entries) {
    const entity = touched.get(id) as TouchedEntity;
    entity.lastSeq = Math.max(entity.lastSeq, entry.lastSeq);
    for (const seq of entry.facts) touches.push([entity.no, seq]);
    for (const pair of entry.withins)
      if (!entity.withins.has(pair)) {
        entity.withins.add(pair);
        withins.push([entity.no, ...(JSON.parse(pair) as [string, string])]);
      }
  }
  await insertTouches(client, schema, touches);
  await insertWithins(client, schema, withins);
};

/** Notes the last event of each entity, once per transaction. */
export const writeLastSeqs = async (
  client: ClientBase,
  schema: FactsSchema,
  touched: TouchedEntities,
): Promise<void> => {
  const entities = [...touched.values()];
  await client.query({
    name: `${schema}-write-last-seqs`,
    text: `update ${schema}.entity set last_seq = given.last_seq
      from unnest($1::int[], $2::int[]) as given (no, last_seq)
      where entity.no = given.no and entity.last_seq < given.last_seq`,
    values: [entities.map(({ no }) => no), entities.map(({ lastSeq }) => lastSeq)],
  });
};
