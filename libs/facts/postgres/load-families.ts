import { type ClientBase } from 'pg';
import { type Domain } from '#history';
import { type Family, type NumberedEvent, familiesOf } from '../family.js';
import { type EventRow, type FactsSchema, eventColumns, toEvent } from './rows.js';

/** The corrections and retractions that name any of the events, in ledger order. */
export const loadChanges = async (
  client: ClientBase,
  schema: FactsSchema,
  originals: readonly NumberedEvent[],
): Promise<readonly NumberedEvent[]> => {
  const { rows } = await client.query<EventRow>({
    name: `${schema}-changes`,
    text: `select ${eventColumns('event')} from ${schema}.event where target = any ($1::uuid[]) order by seq`,
    values: [originals.map(({ envelope }) => envelope.id)],
  });
  return rows.map(toEvent);
};

/** The families that bear upon each of the entities (by number), in ledger order, as far as the ledger goes with them. */
export const loadFamilies = async (
  client: ClientBase,
  schema: FactsSchema,
  domain: Domain,
  entities: readonly number[],
): Promise<ReadonlyMap<number, readonly Family[]>> => {
  const { rows } = await client.query<EventRow & { entity: number }>({
    name: `${schema}-facts-of-entities`,
    text: `select touch.entity, ${eventColumns('event')} from ${schema}.touch join ${schema}.event using (seq)
      where touch.entity = any ($1::int[]) order by touch.entity, seq`,
    values: [entities],
  });
  const facts = new Map<number, NumberedEvent>();
  for (const row of rows) if (!facts.has(row.seq)) facts.set(row.seq, toEvent(row));
  const changes = await loadChanges(client, schema, [...facts.values()]);
  const all = [...facts.values(), ...changes];
  const families = new Map(familiesOf(domain, all).map((family) => [family.original.seq, family]));
  const loaded = new Map<number, Family[]>(entities.map((entity) => [entity, []]));
  for (const { entity, seq } of rows) {
    const family = families.get(seq);
    if (family) loaded.get(entity)?.push(family);
  }
  return loaded;
};
