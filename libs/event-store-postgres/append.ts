import { duplicateEventId, position } from '#event-store';
import { type Pool, type PoolClient } from 'pg';
import { translateError } from './errors.js';
import { type AppendItem, type ItemResult } from './group-commit.js';

/**
 * A flush waits at most this long for another process's flush, and never holds the ledger longer than that itself. Both
 * belong to the session: set in the function, the second would no longer guard the commit.
 */
const guards = `set lock_timeout = '10s'; set transaction_timeout = '20s'`;

const sql = `select outcome, last_version as "version", last_position::text as "position"
  from ledger.append($1, $2, $3, $4, $5, $6, $7, $8)`;

interface Row {
  readonly outcome: 'appended' | 'conflict' | 'duplicate-id';
  readonly version: number;
  readonly position: string | null;
}

export interface Appender {
  /** One flush: one call, one round trip, one transaction. */
  readonly send: (items: readonly AppendItem[]) => Promise<readonly ItemResult[]>;
  readonly close: () => void;
}

const parameters = (items: readonly AppendItem[], clock: () => number): unknown[] => {
  const events = items.flatMap((item, index) => item.events.map((event) => ({ ...event, item: index + 1 })));
  return [
    new Date(clock()).toISOString(),
    items.map((item) => item.stream),
    items.map((item) => item.expectedVersion),
    events.map((event) => event.item),
    events.map((event) => event.envelope.id),
    events.map((event) => event.envelope.type),
    events.map((event) => event.envelope.recordedAt),
    events.map((event) => event.text),
  ];
};

const readOutcome = (row: Row, item: AppendItem): ItemResult => {
  switch (row.outcome) {
    case 'appended':
      return { status: 'appended', version: row.version, position: position(row.position ?? '') };
    case 'conflict':
      return { status: 'conflict', actualVersion: row.version };
    case 'duplicate-id':
      return duplicateEventId(item.stream, item.events[0]?.envelope.id ?? '');
  }
};

/** Appends over one connection of the pool, which it keeps: flushes go one by one anyhow. `clock`: milliseconds, UTC. */
export const createAppender = (pool: Pool, clock: () => number): Appender => {
  let writer: PoolClient | null = null;

  const drop = (client: PoolClient): void => {
    if (writer !== client) return;
    writer = null;
    client.release(true);
  };

  const connect = async (): Promise<PoolClient> => {
    if (writer !== null) return writer;
    const client = await pool.connect();
    writer = client;
    client.on('error', () => drop(client));
    client.once('end', () => drop(client));
    await client.query(guards);
    return client;
  };

  const send = async (items: readonly AppendItem[]): Promise<readonly ItemResult[]> => {
    let sent = false;
    try {
      const client = await connect();
      sent = true;
      const { rows } = await client.query<Row>({ name: 'ledger-append', text: sql, values: parameters(items, clock) });
      return items.map((item, index) => readOutcome(rows[index] as Row, item));
    } catch (error) {
      // A connection that failed once is not trusted with the next flush.
      if (writer !== null) drop(writer);
      throw translateError(error, sent);
    }
  };

  return {
    send,
    close: () => {
      if (writer !== null) drop(writer);
    },
  };
};
