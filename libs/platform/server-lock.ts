import { type Pool } from 'pg';

/** Arbitrary and fixed: what the server process holds as long as it lives. */
const serverLock = 7_231_000_001;

/** Holds the right to be the one server of a database. */
export interface ServerLock {
  readonly release: () => void;
}

/**
 * Takes the right to be the server of this database, or gives false where another process has it. It is a lock of a
 * session, so it ends with the process however that ends.
 */
export const acquireServerLock = async (pool: Pool): Promise<ServerLock | false> => {
  const client = await pool.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1::bigint) as taken', [
    serverLock,
  ]);
  if (rows[0]?.taken === true) return { release: () => client.release(true) };
  client.release();
  return false;
};
