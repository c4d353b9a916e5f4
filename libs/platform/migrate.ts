import { join } from 'node:path';
import { type Pool, type PoolClient } from 'pg';
import Postgrator from 'postgrator';
import { PlatformError } from './errors.js';

/** Numbered SQL files (`001.do.name.sql`, append-only) that make one schema of their own. */
export interface MigrationSet {
  /** Schema that the files fill; what has run is noted in its table `migrations`. */
  readonly schema: string;
  /** Folder that holds the files. */
  readonly folder: string;
  /** Role that gets every right on the schema's content, for read models; without it the files grant what they mean. */
  readonly grantAllTo?: string;
}

/** Arbitrary and fixed: held while the schema changes. */
const migrationLock = 7_231_000_002;
const oldestServer = 17;

const refuseOldServer = async (client: PoolClient): Promise<void> => {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < oldestServer)
    throw new PlatformError(
      'unsupported-server',
      `The PostgreSQL server is of version ${major}; version ${oldestServer} or newer is needed. Upgrade it, or leave DATABASE_URL out for the embedded one.`,
    );
};

const apply = async (client: PoolClient, { schema, folder, grantAllTo }: MigrationSet): Promise<number> => {
  const postgrator = new Postgrator({
    driver: 'pg',
    schemaTable: `${schema}.migrations`,
    migrationPattern: join(folder, '*.sql'),
    newline: 'LF',
    execQuery: (sql) => client.query(sql),
  });
  const applied = await postgrator.migrate().catch((error: unknown) => {
    if (!(error instanceof Error && error.message.startsWith('MD5 checksum failed'))) throw error;
    throw new PlatformError(
      'schema-differs',
      `The data holds a schema (${schema}) that another release made in another way. Use the release that made the data, or start on empty data and import again.`,
      { cause: error },
    );
  });
  if (grantAllTo !== undefined && applied.length > 0)
    await client.query(
      `grant all on schema ${schema} to ${grantAllTo};
       grant all on all tables in schema ${schema} to ${grantAllTo};
       grant all on all sequences in schema ${schema} to ${grantAllTo};
       revoke all on ${schema}.migrations from ${grantAllTo};`,
    );
  return applied.length;
};

/**
 * Brings the schema up to date in one transaction, all sets or none, and gives the number of files that ran. The pool
 * must act as the owner. Safe when several processes start at once: the others wait and find nothing to do. Refuses a
 * server older than 17 (`unsupported-server`) and a file that has changed since it ran.
 */
export const migrate = async (pool: Pool, sets: readonly MigrationSet[]): Promise<number> => {
  const client = await pool.connect();
  try {
    await refuseOldServer(client);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1::bigint)', [migrationLock]);
    let applied = 0;
    for (const set of sets) applied += await apply(client, set);
    await client.query('commit');
    client.release();
    return applied;
  } catch (error) {
    // The connection goes, and the transaction with it.
    client.release(true);
    throw error;
  }
};
