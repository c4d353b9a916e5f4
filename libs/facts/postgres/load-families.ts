import { type ClientBase } from 'pg';
import { type Domain } from '#history';
import { type Family, type NumberedEvent, familiesOf } from '../family.js';
import { type EventRow, type FactsSchema, eventColumns, toEvent } from './rows.js';

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
  const changes = await client.query<EventRow>({
    name: `${schema}-changes-of-facts`,
    text: `select ${eventColumns('event')} from ${schema}.event where target = any ($1::uuid[]) order by seq`,
    values: [[...facts.values()].map(({ envelope }) => envelope.id)],
  });
  const all = [...facts.values(), ...changes.rows.map(toEvent)];
  const families = new Map(familiesOf(domain, all).map((family) => [family.original.seq, family]));
  const loaded = new Map<number, Family[]>(entities.map((entity) => [entity, []]));
  for (const { entity, seq } of rows) {
    const family = families.get(seq);
    if (family) loaded.get(entity)?.push(family);
  }
  return loaded;
};
