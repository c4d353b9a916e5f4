import { expect } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, catchUp, comparePositions, type JsonObject, type StoredEvent } from '#event-store';
import { anEvent, freshStream, someEvents } from '../support/events.js';
import { type ConformanceCase } from './conformance.js';

/** What has broken somebody's store before: escapes of SQL, arrays and JSON, control characters, odd Unicode. */
const hostile = [
  'NUL \u0000 and \u0001\u001f\u007f\u0080\u009f',
  `'; drop table ledger.events; --`,
  '"quoted" \\back\\slash\\ \\u0000 \\n',
  '{a,b},{"c"} NULL "NULL" {} ,,',
  '$1 $$ $body$ %s %I :name ?',
  'line\r\nbreak\ttab\u2028\u2029\u0085',
  'ä a\u0308 ﬁ ſ ẞ İ ı Å Å',
  '😀 👩‍👩‍👧‍👦 🇫🇮 \u{10ffff}',
  '\ufeffBOM \ufffe \uffff \ufffd',
  '\u202eright to left\u202c \u200b\u200d',
  ' leading and trailing ',
  'constructor',
];

const hasHugeInteger = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasHugeInteger);
};

/** What comes back, byte for byte, and in which order. */
export const readingCases: readonly ConformanceCase[] = [
  {
    name: 'hostile strings come back byte for byte, as values, keys and names',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      const events = hostile.map((text) =>
        anEvent(stream, { [text]: [text, { text }] }, { actor: text, release: text }),
      );
      await store.append({ stream, expectedVersion: 0, events });
      const stored = await store.readStream(stream);
      expect(stored.map((event) => event.text)).toEqual(events.map(canonicalJson));
      expect(stored.map((event) => event.envelope)).toEqual(events);
    },
  },
  {
    name: 'any JSON comes back byte for byte',
    run: async ({ open }) => {
      const store = open();
      const value = fc
        .jsonValue({ stringUnit: 'binary' })
        .filter((json) => !hasHugeInteger(json) && !JSON.stringify(json).includes('__proto__'));
      await fc.assert(
        fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (values) => {
          const stream = freshStream();
          const events = values.map((json) => anEvent(stream, { json } as JsonObject));
          await store.append({ stream, expectedVersion: 0, events });
          const stored = await store.readStream(stream);
          expect(stored.map((event) => event.text)).toEqual(events.map(canonicalJson));
          expect(stored.map((event) => canonicalJson(event.envelope))).toEqual(events.map(canonicalJson));
        }),
        { numRuns: 50 },
      );
    },
  },
  {
    name: 'streams whose names differ by case, accents or quotes are different streams',
    run: async ({ open }) => {
      const store = open();
      const base = freshStream();
      const names = [
        `${base}'`,
        `${base}"`,
        `${base}\\`,
        `${base}{x}`,
        `${base},`,
        `${base}%`,
        `${base}ä`,
        `${base}a\u0308`,
        `${base}Ä`,
      ];
      for (const [index, stream] of names.entries())
        await store.append({ stream, expectedVersion: 0, events: someEvents(stream, index + 1) });
      for (const [index, stream] of names.entries()) expect((await store.readStream(stream)).length).toBe(index + 1);
    },
  },
  {
    name: 'a stream is read from any version; one that does not exist is empty',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      await store.append({ stream, expectedVersion: 0, events: someEvents(stream, 5) });
      expect((await store.readStream(stream, { fromVersion: 4 })).map((event) => event.version)).toEqual([4, 5]);
      expect(await store.readStream(stream, { fromVersion: 6 })).toEqual([]);
      expect(await store.readStream(freshStream())).toEqual([]);
    },
  },
  {
    name: 'pages of any size give the same ledger, in the order of commit',
    run: async ({ open }) => {
      const store = open();
      const start = await store.head();
      const written: string[] = [];
      for (let i = 0; i < 7; i += 1) {
        const stream = freshStream();
        const events = someEvents(stream, 1 + (i % 3));
        await store.append({ stream, expectedVersion: 0, events });
        written.push(...events.map((event) => event.id));
      }
      for (const batchSize of [1, 2, 3, 13, 1000]) {
        const read: StoredEvent[] = [];
        const last = await catchUp(store, { after: start, batchSize }, async (events) => void read.push(...events));
        expect(read.map((event) => event.envelope.id)).toEqual(written);
        expect(last).toBe(await store.head());
        expect([...read].sort((a, b) => comparePositions(a.position, b.position))).toEqual(read);
        if (store.capabilities.densePositions)
          expect(read.map((event) => BigInt(event.position))).toEqual(
            written.map((_, index) => BigInt(start ?? 0) + BigInt(index + 1)),
          );
      }
      expect(await store.readAll({ after: await store.head(), limit: 10 })).toEqual([]);
    },
  },
];
