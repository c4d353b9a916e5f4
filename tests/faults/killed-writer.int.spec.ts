import { afterAll, expect, test } from '@jest/globals';
import { catchUp } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { createDatabase } from '../support/database.js';
import { startChild } from './child.js';

const { pool, url, drop } = await createDatabase();
afterAll(() => drop());

test('a process killed in mid-append, five times, loses nothing acknowledged and leaves nothing half written', async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 5; kill += 1) {
    const writer = startChild('./appending.js', url);
    for (let i = 0; i < 40; i += 1) acknowledged.push((await writer.line()) ?? 'ended by itself');
    // The last line may be torn by the kill.
    acknowledged.push(...(await writer.end('SIGKILL')).filter((line) => /^killed\/[0-9a-f-]{36}$/.test(line)));
  }
  const store = createPostgresEventStore({ pool });
  const perStream = new Map<string, number[]>();
  // Throws where a position is missing or stands twice.
  await catchUp(store, { after: null }, async (events) => {
    for (const { envelope, version } of events)
      perStream.set(envelope.stream, [...(perStream.get(envelope.stream) ?? []), version]);
  });
  await store.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  expect(acknowledged.filter((stream) => !perStream.has(stream))).toEqual([]);
  expect([...perStream.values()].filter((versions) => versions.join() !== '1,2,3')).toEqual([]);
});
