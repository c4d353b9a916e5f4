/*
 * A process to be killed: appends three events to a new stream, again and again, eight at a time, and prints the stream
 * when the append was acknowledged. Works on the build. Arguments: address of the database.
 */
import { randomUUID } from 'node:crypto';
import { appRole, createPostgresEventStore } from '../../dist/libs/event-store-postgres/index.js';
import { createPool } from '../../dist/libs/platform/index.js';

const store = createPostgresEventStore({ pool: createPool({ url: process.argv[2], role: appRole }) });

const anEvent = (stream) => ({
  id: randomUUID(),
  type: 'measure-started',
  schema: 1,
  stream,
  occurred: null,
  recordedAt: '2026-11-22T14:17:00.123+02:00',
  actor: 'person-1',
  actingFor: null,
  source: null,
  learned: null,
  command: { id: randomUUID(), fingerprint: '00' },
  correlation: 'c',
  causation: null,
  release: 'test',
  data: {},
});

const write = async () => {
  for (;;) {
    const stream = `killed/${randomUUID()}`;
    await store.append({ stream, expectedVersion: 0, events: [anEvent(stream), anEvent(stream), anEvent(stream)] });
    process.stdout.write(`${stream}\n`);
  }
};

await Promise.all(Array.from({ length: 8 }, write));
