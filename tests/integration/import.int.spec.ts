import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type EventStore, createMemoryEventStore } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { type ImportDeps, runImport } from '#import';
import { createMemoryTextStore } from '#reform';
import { createDatabase } from '../support/database.js';
import { exampleFiles } from '../support/memory-runtime.js';

const memory = createMemoryEventStore();
const { pool, drop } = await createDatabase();
const store = createPostgresEventStore({ pool });
afterAll(async () => {
  await store.close();
  await drop();
});

const importInto = (of: EventStore) => runImport(depsOf(of), exampleFiles(), { actor: 'importer' });

const depsOf = (of: EventStore): ImportDeps => ({
  store: of,
  texts: createMemoryTextStore(),
  stamp: () => '2026-11-22T14:17:00.123+02:00',
  newId: () => '00000000-0000-8000-8000-000000000001',
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  release: 'test',
});

beforeAll(() => importInto(memory));

const byStream = async (of: EventStore): Promise<Readonly<Record<string, readonly string[]>>> => {
  const streams: Record<string, string[]> = {};
  for (const { text, envelope } of await of.readAll({ after: null, limit: 10_000 }))
    (streams[envelope.stream] ??= []).push(text);
  return streams;
};

test('an import gives PostgreSQL the streams, byte for byte, that it gives the memory; again it records nothing', async () => {
  const first = await importInto(store);
  expect(await byStream(store)).toEqual(await byStream(memory));
  expect(first).toMatchObject({ status: 'recorded', position: await store.head() });
  expect(await importInto(store)).toMatchObject({ recorded: 0 });
});

test('two imports at once record what one records', async () => {
  const other = await createDatabase();
  const stores = [
    createPostgresEventStore({ pool: other.pool }),
    createPostgresEventStore({ pool: other.pool }),
  ] as const;
  await Promise.all(stores.map(importInto));
  expect(await byStream(stores[0])).toEqual(await byStream(memory));
  for (const each of stores) await each.close();
  await other.drop();
});
