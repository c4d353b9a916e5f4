import { setImmediate } from 'node:timers/promises';
import { EventStoreError, limits, type AppendOutcome, type EncodedEvent } from '#event-store';

/** One append on its way: events for one stream, all or none. */
export interface AppendItem {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly EncodedEvent[];
}

/** What became of an item: an outcome for its caller, or an error that concerns it alone. */
export type ItemResult = AppendOutcome | EventStoreError;

interface Waiting {
  readonly item: AppendItem;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit {
  readonly add: (item: AppendItem) => Promise<AppendOutcome>;
  /** Refuses further items and resolves when those that wait are through. */
  readonly close: () => Promise<void>;
}

/** Longest flush: twice the largest append, so that small ones do not wait behind a pile. */
const flushLimits = { events: 2 * limits.appendEvents, bytes: 2 * limits.appendBytes } as const;

/**
 * Takes from the queue, in order, what may go together: within the caps (at least one item), and of each stream and each
 * event id only the first. What waits keeps its order, so that a stream's items are never swapped.
 */
const takeFlush = (queue: Waiting[]): Waiting[] => {
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  const names = new Set<string>();
  let events = 0;
  let bytes = 0;
  for (const waiting of queue) {
    const { item } = waiting;
    const own = [item.stream, ...item.events.map((event) => event.envelope.id)];
    const size = item.events.reduce((sum, event) => sum + event.bytes, 0);
    const full =
      taken.length > 0 && (events + item.events.length > flushLimits.events || bytes + size > flushLimits.bytes);
    const fits = !full && !own.some((name) => names.has(name));
    for (const name of own) names.add(name);
    (fits ? taken : left).push(waiting);
    if (fits) {
      events += item.events.length;
      bytes += size;
    }
  }
  queue.splice(0, queue.length, ...left);
  return taken;
};

const settle = (taken: readonly Waiting[], results: readonly ItemResult[]): void => {
  taken.forEach(({ resolve, reject }, index) => {
    const result = results[index];
    if (result === undefined) reject(new Error('the database gave fewer outcomes than it was given items'));
    else if (result instanceof EventStoreError) reject(result);
    else resolve(result);
  });
};

/**
 * Group commit: while one flush is on its way further items wait, and then go together. No timer: a lone writer never
 * waits. Before each flush the loop yields once, so that all writers whom the last flush woke get on the next.
 */
export const createGroupCommit = (
  send: (items: readonly AppendItem[]) => Promise<readonly ItemResult[]>,
): GroupCommit => {
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      await setImmediate();
      const taken = takeFlush(queue);
      try {
        settle(taken, await send(taken.map(({ item }) => item)));
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
      // The woken writers queue again in the microtasks before this one.
      await Promise.resolve();
    }
    running = null;
  };

  const add = (item: AppendItem): Promise<AppendOutcome> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new EventStoreError({ code: 'unavailable', message: 'The store is closed; nothing was recorded.' }));
        return;
      }
      queue.push({ item, resolve, reject });
      running ??= run();
    });

  return {
    add,
    close: async () => {
      closed = true;
      await running;
    },
  };
};
