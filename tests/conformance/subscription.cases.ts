import { expect } from '@jest/globals';
import { type EventStore, type Position, type StoredEvent } from '#event-store';
import { freshStream, someEvents } from '../support/events.js';
import { type ConformanceCase } from './conformance.js';

const append = async (store: EventStore, count: number): Promise<readonly string[]> => {
  const stream = freshStream();
  const events = someEvents(stream, count);
  await store.append({ stream, expectedVersion: 0, events });
  return events.map((event) => event.id);
};

/** Subscribes until so many events have come. */
const take = async (
  store: EventStore,
  options: { after: Position | null; batchSize?: number },
  count: number,
): Promise<readonly StoredEvent[]> => {
  const end = new AbortController();
  const taken: StoredEvent[] = [];
  if (count > 0)
    await store.subscribe({ ...options, signal: end.signal }, async (events) => {
      taken.push(...events);
      if (taken.length >= count) end.abort();
    });
  return taken;
};

const ids = (events: readonly StoredEvent[]): readonly string[] => events.map((event) => event.envelope.id);

/** Checkpointed readers. */
export const subscriptionCases: readonly ConformanceCase[] = [
  {
    name: 'a subscription hands over what there is, then what comes, in order',
    run: async ({ open }) => {
      const store = open();
      const after = await store.head();
      const past = await append(store, 5);
      const taking = take(store, { after, batchSize: 2 }, 9);
      const live = [...(await append(store, 1)), ...(await append(store, 3))];
      expect(ids(await taking)).toEqual([...past, ...live]);
    },
  },
  {
    name: 'a subscription hears of what another instance appends while it waits',
    run: async ({ open }) => {
      const store = open();
      const other = open();
      const after = await store.head();
      const taking = take(store, { after }, 6);
      const written: string[] = [];
      for (let i = 0; i < 3; i += 1) written.push(...(await append(other, 2)));
      expect(ids(await taking)).toEqual(written);
    },
  },
  {
    name: 'a subscription goes on from its checkpoint, in another instance too',
    run: async ({ open }) => {
      const store = open();
      const after = await store.head();
      const written = await append(store, 6);
      const first = await take(store, { after, batchSize: 4 }, 4);
      expect(ids(first)).toEqual(written.slice(0, 4));
      expect(ids(await take(open(), { after: first.at(-1)?.position ?? null }, 2))).toEqual(written.slice(4));
    },
  },
  {
    name: 'the next batch comes only after the handler is through',
    run: async ({ open }) => {
      const store = open();
      const after = await store.head();
      await append(store, 6);
      const end = new AbortController();
      const steps: string[] = [];
      await store.subscribe({ after, batchSize: 2, signal: end.signal }, async (events) => {
        steps.push(`in ${events.length}`);
        await store.head();
        steps.push('out');
        if (steps.length === 6) end.abort();
      });
      expect(steps).toEqual(['in 2', 'out', 'in 2', 'out', 'in 2', 'out']);
    },
  },
  {
    name: 'an error of the handler ends the subscription with that error',
    run: async ({ open }) => {
      const store = open();
      const after = await store.head();
      await append(store, 1);
      const error = new Error('the projection stopped');
      const subscription = store.subscribe({ after, signal: new AbortController().signal }, () =>
        Promise.reject(error),
      );
      await expect(subscription).rejects.toBe(error);
    },
  },
  {
    name: 'an abort ends a subscription that waits',
    run: async ({ open }) => {
      const store = open();
      const after = await store.head();
      const end = new AbortController();
      const handle = () => Promise.reject(new Error('nothing was appended'));
      const waiting = store.subscribe({ after, signal: end.signal }, handle);
      end.abort();
      await waiting;
    },
  },
];
