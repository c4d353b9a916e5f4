import { fileURLToPath } from 'node:url';
import { encodeRequest, type EventStore } from '#event-store';
import { type Pool } from 'pg';
import { createAppender } from './append.js';
import { createGroupCommit } from './group-commit.js';
import { head, readAll } from './read-all.js';
import { readStream } from './read-stream.js';
import { createNews, subscribe } from './subscribe.js';

/** The schema that the migrations fill, and the folder that they lie in. */
export const ledgerMigrations = {
  schema: 'ledger',
  folder: fileURLToPath(new URL('./migrations/', import.meta.url)),
} as const;

/** The role of the running product: it may append through `ledger.append` and read, and nothing else there. */
export const appRole = 'vaihe_app';

export interface PostgresEventStoreOptions {
  /** Connections that act as `vaihe_app`; the store keeps two for appends and one for news. Closed by its owner. */
  readonly pool: Pool;
  /** The process's clock in milliseconds since 1970 UTC, compared with the database's at each append. */
  readonly clock?: () => number;
  /** Longest time in milliseconds until a subscriber sees what no notification told; default 500. */
  readonly pollMilliseconds?: number;
}

const capabilities = { densePositions: true } as const;

/** The ledger on PostgreSQL 17 or newer; see `EventStore`. `close` gives back its connections and leaves the pool open. */
export const createPostgresEventStore = (options: PostgresEventStoreOptions): EventStore => {
  const { pool, clock = Date.now, pollMilliseconds = 500 } = options;
  const appenders = [createAppender(pool, clock), createAppender(pool, clock)];
  const commits = createGroupCommit(appenders.map(({ send }) => send));
  const news = createNews(pool, pollMilliseconds);
  const closing = new AbortController();
  const reader = { capabilities, readAll: readAll(pool) };

  return {
    ...reader,
    append: async ({ stream, expectedVersion, events }) => {
      const encoded = encodeRequest({ stream, expectedVersion, events });
      const outcome = await commits.add({ stream, expectedVersion, events: encoded });
      if (outcome.status === 'appended') news.announce(outcome.position);
      return outcome;
    },
    readStream: readStream(pool),
    head: head(pool),
    subscribe: (how, handle) => {
      const signal = AbortSignal.any([how.signal, closing.signal]);
      return subscribe(reader, news)({ ...how, signal }, handle);
    },
    close: async () => {
      closing.abort();
      await commits.close();
      for (const appender of appenders) appender.close();
      await news.close();
    },
  };
};
