import { type ClientBase, type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { type Domain } from '#history';
import { boundedDomain } from '../bounded-domain.js';
import { type CatchUpOptions, catchUpTables } from './catch-up.js';
import { readCheckpoint } from './checkpoint-row.js';
import { type Intake } from './take-in.js';

export interface RebuildOptions {
  /** Acts as the owner of the schema. */
  readonly ownerPool: Pool;
  readonly store: EventStore;
  readonly domain: Domain;
  /** Role of the running product, which gets the rights on the new tables. */
  readonly grantTo?: string;
  readonly onProgress?: CatchUpOptions['onProgress'];
}

/** How the new tables differ from the old ones; all numbers are 0 where the old ones were what the ledger gives. */
export interface RebuildReport {
  /** Events taken in. */
  readonly events: number;
  readonly differences: readonly {
    readonly table: string;
    /** Rows that the old table had and the new one has not, and the reverse. */
    readonly gone: number;
    readonly come: number;
  }[];
}

const live = 'facts_1';
const next = 'facts_1_next';
const old = 'facts_1_old';

const createNext = async (client: ClientBase | Pool, grantTo: string | undefined): Promise<void> => {
  await client.query(`drop schema if exists ${next} cascade`);
  await client.query(`create schema ${next}`);
  await client.query(`select ${live}.create_tables('${next}')`);
  if (grantTo !== undefined)
    await client.query(`grant all on schema ${next} to ${grantTo}; grant all on all tables in schema ${next} to ${grantTo};
      grant all on all sequences in schema ${next} to ${grantTo}`);
};

const columns = {
  event: 'seq, position, id, stream, type, nature, target, recorded, learned, body',
  touch: 'entity.id, touch.seq',
  part: 'entity.id, part.hash, part.body',
  state_ledger: 'entity.id, on_from, known_from, known_to, parts',
  state_source: 'entity.id, on_from, known_from, known_to, parts',
  course_ledger: 'entity.id, known_from, known_to, body',
  course_source: 'entity.id, known_from, known_to, body',
} as const;

type Table = keyof typeof columns;

/** The content of a table without the numbers of entities, which differ from build to build. */
const content = (schema: string, table: Table): string =>
  table === 'event'
    ? `select ${columns[table]} from ${schema}.event`
    : `select ${columns[table]} from ${schema}.${table} join ${schema}.entity on entity.no = ${table}.entity`;

/** How many rows one table has that the other has not. */
const countRows = async (client: ClientBase, table: Table, [from, without]: readonly [string, string]) => {
  const text = `select count(*)::int as rows from (${content(from, table)} except ${content(without, table)}) as x`;
  const { rows } = await client.query<{ rows: number }>(text);
  return rows[0]?.rows ?? 0;
};

const inTransaction = async <T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
};

/** Compares both builds at the event at which the live one stands; its projection waits meanwhile, its readers do not. */
const compare = (pool: Pool, bring: (upTo: number) => Promise<unknown>): Promise<RebuildReport['differences']> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ seq: number }>(`select seq from ${live}.checkpoint for update`);
    await bring(rows[0]?.seq ?? 0);
    const differences: RebuildReport['differences'][number][] = [];
    for (const table of Object.keys(columns) as Table[]) {
      const gone = await countRows(client, table, [live, next]);
      differences.push({ table, gone, come: await countRows(client, table, [next, live]) });
    }
    return differences;
  });

/**
 * Switches the tables. Whoever reads or writes looks at the checkpoint first: so with that table locked nobody is
 * between two statements, and all who wait for the lock find the new tables by the old names.
 */
const switchTables = (pool: Pool, bring: () => Promise<{ readonly seq: number }>): Promise<number> =>
  inTransaction(pool, async (client) => {
    await client.query(`lock table ${live}.checkpoint in access exclusive mode`);
    const { seq } = await bring();
    await client.query(`drop schema if exists ${old} cascade; create schema ${old}`);
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = $1 order by tablename`,
      [next],
    );
    for (const { name } of rows)
      await client.query(
        `alter table ${live}.${name} set schema ${old}; alter table ${next}.${name} set schema ${live}`,
      );
    await client.query(`drop schema ${old} cascade; drop schema ${next} cascade`);
    return seq;
  });

/** Arbitrary and fixed: held by a rebuild, so that a second one waits. */
const rebuildLock = 7_231_000_005;

/**
 * Makes the tables anew from the ledger beside the live ones, compares the two, and switches in one transaction. Views
 * answer all the while and never mix two builds. What a failed rebuild leaves behind, the next one removes. It uses three
 * connections.
 */
export const rebuildFactBase = (options: RebuildOptions): Promise<RebuildReport> => {
  const { ownerPool, store, grantTo, onProgress } = options;
  const intake: Intake = { pool: ownerPool, schema: next, domain: boundedDomain(options.domain) };
  const bring = (upTo = Infinity) => catchUpTables(intake, { store, upTo, ...(onProgress && { onProgress }) });
  return inTransaction(ownerPool, async (holder) => {
    await holder.query('select pg_advisory_xact_lock($1::bigint)', [rebuildLock]);
    await createNext(ownerPool, grantTo);
    await bring((await readCheckpoint(ownerPool, live)).seq);
    const differences = await compare(ownerPool, bring);
    return { events: await switchTables(ownerPool, bring), differences };
  });
};
