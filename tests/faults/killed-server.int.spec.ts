import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { catchUp, EventStoreError, type Position } from '#event-store';
import { appRole, createPostgresEventStore } from '#event-store-postgres';
import { createPool, migrate, startEmbedded } from '#platform';
import { schemas } from '../../apps/schemas.js';
import { freshStream, someEvents } from '../support/events.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

const dataDirectory = await makeTemporaryFolder();
const server = await startEmbedded({ dataDirectory });
const ownerPool = createPool({ url: server.url, max: 1 });
await migrate(ownerPool, schemas);
const pool = createPool({ url: server.url, role: appRole });
const store = createPostgresEventStore({ pool, pollMilliseconds: 20 });

afterAll(async () => {
  await store.close();
  await pool.end();
  await ownerPool.end();
  await server.stop();
  await rm(dataDirectory, { recursive: true, force: true });
});

const postmaster = async (): Promise<number> =>
  Number.parseInt(await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8'), 10);

/** Appends until it is told that it cannot; then until it can again. */
const appendThroughOutage = async (acknowledged: Position[]): Promise<readonly string[]> => {
  const codes: string[] = [];
  for (;;) {
    const stream = freshStream();
    try {
      const outcome = await store.append({ stream, expectedVersion: 0, events: someEvents(stream, 2) });
      if (outcome.status === 'appended') acknowledged.push(outcome.position);
      if (codes.length > 0) return codes;
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
      codes.push(error.code);
    }
  }
};

test.each(['SIGKILL', 'SIGQUIT'] as const)(
  'the server ended by %s in mid-append: every acknowledged event is there, the same store and its reader go on',
  async (signal) => {
    const after = await store.head();
    const end = new AbortController();
    const seen: Position[] = [];
    const subscription = store.subscribe({ after, signal: end.signal }, async (events) => {
      seen.push(...events.map(({ position }) => position));
    });
    const acknowledged: Position[] = [];
    const appending = appendThroughOutage(acknowledged);
    while (acknowledged.length < 20) await store.head();
    const was = await postmaster();
    process.kill(was, signal);

    const codes = await appending;
    expect(new Set(codes)).toEqual(new Set(['unavailable']));
    expect(await postmaster()).not.toBe(was);
    const there: Position[] = [];
    const last = await catchUp(
      store,
      { after },
      async (events) => void there.push(...events.map(({ position }) => position)),
    );
    expect(acknowledged.filter((position) => !there.includes(position))).toEqual([]);
    while (seen.at(-1) !== last) await store.head();
    end.abort();
    await subscription;
    expect(seen).toEqual(there);
  },
);
