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

/** The names that no two flushes on their way may share: the stream and the ids of the events. */
const namesOf = ({ stream, events }: AppendItem): readonly string[] => [
  stream,
  ...events.map((event) => event.envelope.id),
];

/**
 * Takes from the queue, in order, what may go together: at most `most` items within the caps (at least one), and of each
 * name only the first, where none is on its way already. What waits keeps its order, so that a stream's items are never
 * swapped.
 */
const takeFlush = (queue: Waiting[], busy: ReadonlySet<string>, most: number): Waiting[] => {
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  const seen = new Set<string>();
  let events = 0;
  let bytes = 0;
  const hasRoom = (item: AppendItem, size: number): boolean =>
    taken.length === 0 ||
    (taken.length < most && events + item.events.length <= flushLimits.events && bytes + size <= flushLimits.bytes);
  for (const waiting of queue) {
    const { item } = waiting;
    const names = namesOf(item);
    const size = item.events.reduce((sum, event) => sum + event.bytes, 0);
    const fits = hasRoom(item, size) && !names.some((name) => seen.has(name) || busy.has(name));
    for (const name of names) seen.add(name);
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

/** Carries one flush at a time. */
export type Send = (items: readonly AppendItem[]) => Promise<readonly ItemResult[]>;

/**
 * Group commit: while flushes are on their way further items wait, and then go together. No timer: a lone writer never
 * waits. Before each flush the loop yields once, so that all writers whom the last flush woke get on the next. With two
 * senders the writers part into two groups, one of which is served by the database while the other's next appends are
 * made ready here: otherwise process and database would wait for each other.
 */
export const createGroupCommit = (senders: readonly Send[]): GroupCommit => {
  const queue: Waiting[] = [];
  const idle = [...senders];
  const busy = new Set<string>();
  let pumping = false;
  let closed: (() => void) | null = null;

  const isDrained = (): boolean => queue.length === 0 && idle.length === senders.length;

  const fly = async (send: Send, taken: readonly Waiting[]): Promise<void> => {
    const names = taken.flatMap(({ item }) => namesOf(item));
    for (const name of names) busy.add(name);
    try {
      settle(taken, await send(taken.map(({ item }) => item)));
    } catch (error) {
      for (const { reject } of taken) reject(error);
    }
    for (const name of names) busy.delete(name);
    idle.push(send);
    if (isDrained()) closed?.();
    void pump();
  };

  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    while (queue.length > 0 && idle.length > 0) {
      await setImmediate();
      const taken = takeFlush(queue, busy, Math.ceil(queue.length / idle.length));
      // All that waits is for streams on their way: their landing pumps again.
      if (taken.length === 0) break;
      void fly(idle.pop() as Send, taken);
    }
    pumping = false;
  };

  const add = (item: AppendItem): Promise<AppendOutcome> =>
    new Promise((resolve, reject) => {
      if (closed !== null) {
        reject(new EventStoreError({ code: 'unavailable', message: 'The store is closed; nothing was recorded.' }));
        return;
      }
      queue.push({ item, resolve, reject });
      void pump();
    });

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      closed = resolve;
      if (isDrained()) resolve();
    });

  return { add, close };
};
