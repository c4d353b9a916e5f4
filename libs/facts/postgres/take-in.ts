import { type ClientBase, type Pool } from 'pg';
import { type StoredEvent } from '#event-store';
import { type Day, type Domain, ledgerEvent } from '#history';
import { entityChanges } from '../entity-rows.js';
import { type Family } from '../family.js';
import { type NumberedCheckpoint, lockCheckpoint, moveCheckpoint } from './checkpoint-row.js';
import { loadFamilies } from './load-families.js';
import { type FactsSchema } from './rows.js';
import { type IncomingEvent, writeEvents } from './write-events.js';
import { type NumberedChanges, writeRows } from './write-rows.js';
import { type TouchedEntities, writeTouches } from './write-touches.js';

/** Where events are taken in. `domain` must be a bounded one. */
export interface Intake {
  readonly pool: Pool;
  readonly schema: FactsSchema;
  readonly domain: Domain;
}

/** Entities that are loaded, folded and written at once: some megabytes. */
const atOnce = 100;

const numbered = (page: readonly StoredEvent[], after: { seq: number; recorded: Day }): readonly IncomingEvent[] => {
  let { seq, recorded } = after;
  return page.map((stored) => {
    const event = ledgerEvent(stored, recorded);
    recorded = event.recorded;
    seq += 1;
    return { ...event, seq, text: stored.text };
  });
};

const chunks = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / atOnce) }, (_, index) =>
    list.slice(index * atOnce, (index + 1) * atOnce),
  );

const changesOf = (
  domain: Domain,
  touched: TouchedEntities,
  loaded: ReadonlyMap<number, readonly Family[]>,
  seq: number,
): readonly NumberedChanges[] =>
  [...loaded].flatMap(([entity, families]) => {
    const touch = touched.get(entity);
    const kind = touch && domain.kinds[touch.kind];
    if (!kind) return [];
    return [{ entity, changes: entityChanges({ domain, entity: touch.entity, kind, families }, seq) }];
  });

const work = async (
  client: ClientBase,
  { schema, domain }: Intake,
  from: NumberedCheckpoint,
  pages: AsyncIterable<readonly StoredEvent[]>,
): Promise<NumberedCheckpoint> => {
  await lockCheckpoint(client, schema, from.seq);
  let to = from;
  const touched: TouchedEntities = new Map();
  for await (const page of pages) {
    const events = numbered(page, to);
    const last = events.at(-1);
    if (!last) continue;
    await writeEvents(client, schema, domain, events);
    for (const [no, entity] of await writeTouches(client, schema, domain, events)) touched.set(no, entity);
    to = { seq: last.seq, position: last.position, recorded: last.recorded, stopped: null };
  }
  for (const entities of chunks([...touched.keys()])) {
    const loaded = await loadFamilies(client, schema, domain, entities);
    await writeRows(client, schema, changesOf(domain, touched, loaded, from.seq));
  }
  await moveCheckpoint(client, schema, [from, to]);
  return to;
};

/**
 * Takes in the pages that follow a checkpoint, in one transaction with it: all of their rows or none. Each entity is
 * folded once however many pages there are, so many pages at once catch up fastest. Throws `LostPlaceError` where
 * another owner was first; then nothing was written.
 */
export const takeIn = async (
  intake: Intake,
  from: NumberedCheckpoint,
  pages: AsyncIterable<readonly StoredEvent[]>,
): Promise<NumberedCheckpoint> => {
  const client = await intake.pool.connect();
  try {
    await client.query('begin');
    const to = await work(client, intake, from, pages);
    await client.query('commit');
    client.release();
    return to;
  } catch (error) {
    // The connection goes, and the transaction with it.
    client.release(true);
    throw error;
  }
};
