import { duplicateEventId, position } from '#event-store';
import { type Pool, type PoolClient } from 'pg';
import { translateError } from './errors.js';
import { type AppendItem, type ItemResult } from './group-commit.js';

/**
 * What the appending session keeps to. A flush waits at most so long for another process's flush, and never holds the
 * ledger longer than that itself; set in the function, the second would not guard the commit. The plan is made once per
 * session, perhaps while the ledger is empty, and must be right when it is not.
 */
const session = `set lock_timeout = '10s'; set transaction_timeout = '20s';
  set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off`;

const sql = `select actual, first_position::text as "first" from ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

interface Row {
  /** The version that each item's stream had. */
  readonly actual: readonly number[];
  /** Position of the first event written; null where every item met a conflict. */
  readonly first: string | null;
}

export interface Appender {
  /** One flush: one call, one round trip, one transaction. */
  readonly send: (items: readonly AppendItem[]) => Promise<readonly ItemResult[]>;
  readonly close: () => void;
}

const parameters = (items: readonly AppendItem[], clock: () => number): unknown[] => {
  const events = items.flatMap((item) => item.events);
  return [
    new Date(clock()).toISOString(),
    items.map((item) => item.stream),
    items.map((item) => item.expectedVersion),
    items.flatMap((item, index) => item.events.map(() => index + 1)),
    items.flatMap((item) => item.events.map((_, index) => index + 1)),
    events.map((event) => event.envelope.id),
    events.map((event) => event.envelope.type),
    events.map((event) => event.envelope.recordedAt),
    events.map((event) => event.text),
  ];
};

/** Outcomes in the order of the items, which is that of the positions. */
const readOutcomes = ({ actual, first }: Row, items: readonly AppendItem[]): readonly ItemResult[] => {
  let next = BigInt(first ?? 0);
  return items.map(({ expectedVersion, events }, index): ItemResult => {
    const actualVersion = actual[index] ?? 0;
    if (actualVersion !== expectedVersion) return { status: 'conflict', actualVersion };
    next += BigInt(events.length);
    return { status: 'appended', version: expectedVersion + events.length, position: position(next - 1n) };
  });
};

/** Whether an event id of the flush is in the ledger already: then nothing of it was written. */
const isKnownId = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'events_id';

/** Appends over one connection of the pool, which it keeps. `clock`: milliseconds, UTC. */
export const createAppender = (pool: Pool, clock: () => number): Appender => {
  let writer: PoolClient | null = null;

  const drop = (client: PoolClient): void => {
    if (writer !== client) return;
    writer = null;
    client.release(true);
  };

  const connect = async (): Promise<PoolClient> => {
    if (writer !== null) return writer;
    try {
      const client = await pool.connect();
      writer = client;
      client.on('error', () => drop(client));
      client.once('end', () => drop(client));
      await client.query(session);
      return client;
    } catch (error) {
      if (writer !== null) drop(writer);
      throw translateError(error, false);
    }
  };

  const sendOnce = async (items: readonly AppendItem[]): Promise<readonly ItemResult[]> => {
    const client = await connect();
    try {
      const { rows } = await client.query<Row>({ name: 'ledger-append', text: sql, values: parameters(items, clock) });
      return readOutcomes(rows[0] as Row, items);
    } catch (error) {
      if (isKnownId(error)) throw error;
      // A connection that failed once is not trusted with the next flush.
      drop(client);
      throw translateError(error, true);
    }
  };

  /** One by one where an id is known, so that only the item which has it fails: a mistake, and as rare. */
  const send = async (items: readonly AppendItem[]): Promise<readonly ItemResult[]> => {
    try {
      return await sendOnce(items);
    } catch (error) {
      if (!isKnownId(error)) throw error;
      const [item] = items;
      if (items.length === 1 && item !== undefined) return [duplicateEventId(item.stream)];
      const results: ItemResult[] = [];
      for (const each of items) results.push(...(await send([each])));
      return results;
    }
  };

  return {
    send,
    close: () => {
      if (writer !== null) drop(writer);
    },
  };
};
