import pg from 'pg';

/** How to reach a database. */
export interface PoolOptions {
  /** `postgresql://...`; a socket as `postgresql://user@/database?host=/folder`. */
  readonly url: string;
  /** Role to act as from the first statement on; the login's own by default. */
  readonly role?: string;
  /** Most connections at once; default 10. */
  readonly max?: number;
  /** Hears of connections that broke while idle. */
  readonly onError?: (error: Error) => void;
}

/** Types whose default form would lose something. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  // A civil day stays text: as a Date it would move with the machine's zone.
  [pg.types.builtins.DATE, (text) => text],
]);

const getTypeParser = (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
  (format === 'binary' ? undefined : parsers.get(oid)) ??
  (pg.types.getTypeParser(oid, format) as (text: string) => unknown);

/**
 * A pool of connections: int8 comes as bigint, date as text. A database that goes away breaks the queries that run and
 * never the process; the next query connects again.
 */
export const createPool = ({ url, role, max = 10, onError = () => undefined }: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'vaihe',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30000,
    keepAlive: true,
    ...(role === undefined ? {} : { options: `-c role=${role}` }),
    types: { getTypeParser },
  });
  pool.on('error', onError);
  // A client that was handed out has no listener of its own when its connection breaks between two queries.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};
