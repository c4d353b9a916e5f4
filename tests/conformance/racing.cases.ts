import { expect } from '@jest/globals';
import { assertFollows, catchUp, type EventStore, type Position, type StoredEvent } from '#event-store';
import { freshStream, someEvents } from '../support/events.js';
import { type ConformanceCase } from './conformance.js';

const races = 100;
const writersPerRace = 8;

/** Reads to the end in small steps, as a reader that is killed and started again from its checkpoint after each. */
const readWithRestarts = async (
  store: EventStore,
  from: Position | null,
  until: () => boolean,
): Promise<StoredEvent[]> => {
  const read: StoredEvent[] = [];
  let checkpoint = from;
  for (;;) {
    const written = until();
    const page = await store.readAll({ after: checkpoint, limit: 7 });
    assertFollows(checkpoint, page, store.capabilities.densePositions);
    // Every other page is lost with the reader before it could commit its checkpoint.
    if (page.length > 0 && Math.random() < 0.5) continue;
    read.push(...page);
    checkpoint = page.at(-1)?.position ?? checkpoint;
    if (written && page.length === 0) return read;
  }
};

/** Many at once, over several instances. */
export const racingCases: readonly ConformanceCase[] = [
  {
    name: `of ${writersPerRace} writers of a new stream exactly one wins, ${races} times`,
    run: async ({ open }) => {
      const stores = [open(), open(), open(), open()];
      const reader = open();
      const race = async (): Promise<string> => {
        const stream = freshStream();
        const outcomes = await Promise.all(
          Array.from({ length: writersPerRace }, (_, i) =>
            (stores[i % stores.length] as EventStore).append({
              stream,
              expectedVersion: 0,
              events: someEvents(stream, 2),
            }),
          ),
        );
        const lost = outcomes.filter((outcome) => outcome.status === 'conflict');
        expect(lost).toEqual(
          Array.from({ length: writersPerRace - 1 }, () => ({ status: 'conflict', actualVersion: 2 })),
        );
        return stream;
      };
      const before = BigInt((await reader.head())?.split('/')[0] ?? 0);
      const streams = await Promise.all(Array.from({ length: races }, race));
      for (const stream of streams) expect((await reader.readStream(stream)).length).toBe(2);
      if (reader.capabilities.densePositions)
        expect(BigInt((await reader.head()) ?? 0) - before).toBe(BigInt(2 * races));
    },
  },
  {
    name: 'a reader that is restarted again and again under concurrent writers loses nothing and sees nothing twice',
    run: async ({ open }) => {
      const stores = [open(), open(), open(), open()];
      const reader = open();
      const start = await reader.head();
      let written = false;
      const writer = async (index: number): Promise<string[]> => {
        const ids: string[] = [];
        for (let i = 0; i < 25; i += 1) {
          const stream = freshStream();
          const events = someEvents(stream, 1 + ((index + i) % 3));
          await (stores[index % stores.length] as EventStore).append({ stream, expectedVersion: 0, events });
          ids.push(...events.map((event) => event.id));
        }
        return ids;
      };
      const reading = readWithRestarts(reader, start, () => written);
      const ids = (await Promise.all(Array.from({ length: 20 }, (_, index) => writer(index)))).flat();
      written = true;
      const read = (await reading).map((event) => event.envelope.id);
      expect(read.length).toBe(ids.length);
      expect([...read].sort()).toEqual([...ids].sort());
      const again: string[] = [];
      await catchUp(
        reader,
        { after: start },
        async (events) => void again.push(...events.map((event) => event.envelope.id)),
      );
      expect(again).toEqual(read);
    },
  },
];
