import { expect } from '@jest/globals';
import { canonicalJson, limits, type AppendRequest, type Envelope } from '#event-store';
import { anEvent, freshStream, someEvents } from '../support/events.js';
import { refusalOf, type ConformanceCase } from './conformance.js';

/** A request whose one event states something that cannot be recorded. */
const stating = (stated: Partial<Envelope>): AppendRequest => {
  const stream = freshStream();
  return { stream, expectedVersion: 0, events: [anEvent(stream, {}, stated)] };
};

/** An event whose text has exactly so many bytes. */
const ofBytes = (stream: string, bytes: number): Envelope => {
  const empty = anEvent(stream, { text: '' });
  return { ...empty, data: { text: 'x'.repeat(bytes - canonicalJson(empty).length) } };
};

const invalid = (path: string, reason: string) => ({
  code: 'invalid-event',
  persistence: 'not-persisted',
  fields: { path, reason, index: 0 },
});

const refusals: readonly (readonly [string, () => AppendRequest, unknown])[] = [
  ['an id that is no UUID', () => stating({ id: 'x' }), invalid('/id', 'is not a UUID in lower case')],
  ['a type that is no name', () => stating({ type: 'Started' }), invalid('/type', 'is not a kebab-case name')],
  ['a schema of 0', () => stating({ schema: 0 }), invalid('/schema', 'is not a version from 1')],
  [
    'a day that is none',
    () => stating({ recordedAt: '2025-02-29T00:00:00.000+02:00' }),
    invalid('/recordedAt', 'is not a moment with milliseconds and offset'),
  ],
  [
    'an event of another stream',
    () => stating({ stream: 'other' }),
    invalid('/stream', 'is not the stream of the append'),
  ],
  ['no events', () => ({ stream: 's', expectedVersion: 0, events: [] }), invalid('/events', 'is empty')],
  [
    'a version that is none',
    () => ({ ...stating({}), expectedVersion: -1 }),
    invalid('/expectedVersion', 'is not a version from 0'),
  ],
  [
    'a stream with a line break',
    () => ({ stream: 'a\nb', expectedVersion: 0, events: [anEvent('a\nb')] }),
    invalid('/stream', 'is not a name of 1 to 200 printable characters'),
  ],
  [
    'a value that is not JSON',
    () => stating({ data: { a: [undefined as never] } }),
    {
      code: 'invalid-event',
      persistence: 'not-persisted',
      fields: { path: '/data/a/0', reason: 'undefined is not JSON' },
    },
  ],
  [
    'too many events',
    () => ({ stream: 's', expectedVersion: 0, events: someEvents('s', 1001) }),
    { code: 'too-large', persistence: 'not-persisted', fields: { what: 'number of events', size: 1001, limit: 1000 } },
  ],
  [
    'an event that is too long',
    () => ({ stream: 's', expectedVersion: 0, events: [ofBytes('s', limits.eventBytes + 1)] }),
    {
      code: 'too-large',
      persistence: 'not-persisted',
      fields: { what: 'bytes of one event', size: 262145, limit: 262144 },
    },
  ],
  [
    'events that are too long together',
    () => ({ stream: 's', expectedVersion: 0, events: [1, 2, 3, 4, 5].map(() => ofBytes('s', 209716)) }),
    {
      code: 'too-large',
      persistence: 'not-persisted',
      fields: { what: 'bytes of the append', size: 1048580, limit: 1048576 },
    },
  ],
];

/** Exact versions, outcomes and errors. */
export const appendCases: readonly ConformanceCase[] = [
  {
    name: 'the first event of a stream is version 1; the outcome is that of the last event',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      expect(await store.append({ stream, expectedVersion: 0, events: someEvents(stream, 1) })).toEqual({
        status: 'appended',
        version: 1,
        position: await store.head(),
      });
      expect(await store.append({ stream, expectedVersion: 1, events: someEvents(stream, 3) })).toEqual({
        status: 'appended',
        version: 4,
        position: await store.head(),
      });
      expect((await store.readStream(stream)).map(({ version, envelope }) => [version, envelope.data['n']])).toEqual([
        [1, 1],
        [2, 1],
        [3, 2],
        [4, 3],
      ]);
    },
  },
  {
    name: 'any version but the actual one is a conflict that names it, and nothing is written',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      await store.append({ stream, expectedVersion: 0, events: someEvents(stream, 2) });
      const before = await store.head();
      for (const expectedVersion of [0, 1, 3, 2 ** 31 - 1])
        expect(await store.append({ stream, expectedVersion, events: someEvents(stream, 1) })).toEqual({
          status: 'conflict',
          actualVersion: 2,
        });
      const none = freshStream();
      expect(await store.append({ stream: none, expectedVersion: 1, events: someEvents(none, 1) })).toEqual({
        status: 'conflict',
        actualVersion: 0,
      });
      expect(await store.head()).toBe(before);
      expect((await store.readStream(stream)).length).toBe(2);
    },
  },
  {
    name: 'an append is written whole or not at all',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      const other = freshStream();
      const [known] = someEvents(stream, 1) as [Envelope];
      await store.append({ stream, expectedVersion: 0, events: [known] });
      const before = await store.head();
      const events = [...someEvents(other, 2), anEvent(other, {}, { id: known.id }), ...someEvents(other, 1)];
      const refusal = await refusalOf(store.append({ stream: other, expectedVersion: 0, events }));
      expect(refusal).toMatchObject({
        code: 'invalid-event',
        fields: { path: '/id', reason: 'is in the ledger already' },
      });
      expect(await store.readStream(other)).toEqual([]);
      expect(await store.head()).toBe(before);
      const twice = anEvent(other);
      expect(await refusalOf(store.append({ stream: other, expectedVersion: 0, events: [twice, twice] }))).toEqual({
        code: 'invalid-event',
        persistence: 'not-persisted',
        fields: { path: '/id', reason: 'stands twice in the append', index: 1 },
      });
      expect(await store.append({ stream: other, expectedVersion: 0, events: someEvents(other, 2) })).toMatchObject({
        status: 'appended',
        version: 2,
      });
    },
  },
  {
    name: 'of appends made at once a loser never aborts the others',
    run: async ({ open }) => {
      const store = open();
      const [old, a, b, c, d] = [freshStream(), freshStream(), freshStream(), freshStream(), freshStream()];
      const first = anEvent(old);
      await store.append({ stream: old, expectedVersion: 0, events: [first] });
      const shared = anEvent(d);
      const results = await Promise.allSettled([
        store.append({ stream: a, expectedVersion: 0, events: someEvents(a, 2) }),
        store.append({ stream: old, expectedVersion: 0, events: someEvents(old, 1) }),
        store.append({ stream: b, expectedVersion: 0, events: [anEvent(b, {}, { id: first.id })] }),
        store.append({ stream: c, expectedVersion: 0, events: someEvents(c, 1) }),
        store.append({ stream: c, expectedVersion: 0, events: someEvents(c, 1) }),
        store.append({ stream: d, expectedVersion: 0, events: [shared] }),
        store.append({ stream: c, expectedVersion: 1, events: [{ ...shared, stream: c }] }),
        store.append({ stream: a, expectedVersion: 2, events: someEvents(a, 1) }),
      ]);
      expect(
        results.map((result) =>
          result.status === 'fulfilled' ? result.value.status : (result.reason as { code: string }).code,
        ),
      ).toEqual([
        'appended',
        'conflict',
        'invalid-event',
        'appended',
        'conflict',
        'appended',
        'invalid-event',
        'appended',
      ]);
      expect((await store.readStream(a)).map((event) => event.version)).toEqual([1, 2, 3]);
      expect((await store.readStream(c)).length).toBe(1);
    },
  },
  {
    name: 'the largest event and the largest append are taken',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      const largest = ofBytes(stream, limits.eventBytes);
      expect(await store.append({ stream, expectedVersion: 0, events: [largest] })).toMatchObject({
        status: 'appended',
        version: 1,
      });
      expect((await store.readStream(stream)).map((event) => event.text)).toEqual([canonicalJson(largest)]);
      expect(await store.append({ stream, expectedVersion: 1, events: someEvents(stream, 1000) })).toMatchObject({
        status: 'appended',
        version: 1001,
      });
    },
  },
  ...refusals.map(([name, request, refusal]) => ({
    name: `refused with exact fields: ${name}`,
    run: async ({ open }: Parameters<ConformanceCase['run']>[0]) => {
      const store = open();
      const before = await store.head();
      expect(await refusalOf(store.append(request()))).toEqual(refusal);
      expect(await store.head()).toBe(before);
    },
  })),
];
