import { type ClientBase, type Pool } from 'pg';
import { type StoredEvent } from '#event-store';
import { type Day, type Domain, type EntityId, ledgerEvent } from '#history';
import { entityChanges } from '../entity-rows.js';
import { type NumberedCheckpoint, lockCheckpoint, moveCheckpoint } from './checkpoint-row.js';
import { loadFamilies } from './load-families.js';
import { type FactsSchema } from './rows.js';
import { type IncomingEvent, writeEvents } from './write-events.js';
import { type NumberedChanges, writeRows } from './write-rows.js';
import { type TouchedEntities, type TouchedEntity, writeLastSeqs, writeTouches } from './write-touches.js';

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

type Named = readonly [entity: EntityId, touched: TouchedEntity];

/** Folds some entities as they now are and writes what differs from what they were. */
const writeEntities = async (
  client: ClientBase,
  { schema, domain }: Intake,
  entities: readonly Named[],
  seq: number,
): Promise<void> => {
  const numbers = entities.map(([, { no }]) => no);
  const loaded = await loadFamilies(client, schema, domain, numbers);
  const changes = entities.flatMap(([entity, { no, kind: name }]): readonly NumberedChanges[] => {
    const kind = domain.kinds[name];
    const families = loaded.get(no) ?? [];
    return kind ? [{ entity: no, changes: entityChanges({ domain, entity, kind, families }, seq) }] : [];
  });
  await writeRows(client, schema, changes);
};

const work = async (
  client: ClientBase,
  intake: Intake,
  from: NumberedCheckpoint,
  pages: AsyncIterable<readonly StoredEvent[]>,
): Promise<NumberedCheckpoint> => {
  const { schema, domain } = intake;
  await lockCheckpoint(client, schema, from.seq);
  let to = from;
  const touched: TouchedEntities = new Map();
  for await (const page of pages) {
    const events = numbered(page, to);
    const last = events.at(-1);
    if (!last) continue;
    await writeEvents(client, schema, domain, events);
    await writeTouches(client, intake, events, touched);
    to = { seq: last.seq, position: last.position, recorded: last.recorded, stopped: null };
  }
  for (const entities of chunks([...touched])) await writeEntities(client, intake, entities, from.seq);
  if (touched.size > 0) await writeLastSeqs(client, schema, touched);
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
