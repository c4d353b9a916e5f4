import { EventStoreError } from './errors.js';
import { type BatchHandler, type EventStore, type StoredEvent, type SubscribeOptions } from './event-store.js';
import { comparePositions, type Position } from './position.js';

/** Events per page where the reader does not say. */
const defaultBatch = 500;

const follows = (last: Position | null, next: Position, dense: boolean): boolean => {
  // Dense positions count events, so they are far below 2^53.
  if (dense) return Number(next) === Number(last ?? 0) + 1;
  return last === null || comparePositions(last, next) < 0;
};

/**
 * Asserts that a page goes on where the reader stands: `next = last + 1` where positions are dense, else strictly later.
 * Throws `gap` (fields `after`, `found`): an event was lost or shown twice, and no reader may go on.
 */
export const assertFollows = (last: Position | null, page: readonly StoredEvent[], dense: boolean): void => {
  let previous = last;
  for (const { position } of page) {
    if (!follows(previous, position, dense))
      throw new EventStoreError({
        code: 'gap',
        message: `After position ${previous ?? 'start'} the ledger shows ${position}. The reader has stopped: restore the ledger, then rebuild.`,
        fields: { after: previous ?? 'start', found: position },
      });
    previous = position;
  }
};

/** What `follow` reads from. */
export type LedgerReader = Pick<EventStore, 'readAll' | 'capabilities'>;

/**
 * The pages from a checkpoint to the end of the ledger, checked to follow one another. While one is being handled the
 * next is read ahead, so that the store and its reader work at the same time.
 */
async function* pages(
  reader: LedgerReader,
  { after, batchSize = defaultBatch }: Omit<SubscribeOptions, 'signal'>,
): AsyncGenerator<readonly StoredEvent[]> {
  let last = after;
  let next = reader.readAll({ after, limit: batchSize });
  try {
    for (;;) {
      const page = await next;
      assertFollows(last, page, reader.capabilities.densePositions);
      last = page.at(-1)?.position ?? last;
      const full = page.length >= batchSize;
      if (full) {
        next = reader.readAll({ after: last, limit: batchSize });
        // Its failure counts when it is that page's turn.
        next.catch(() => undefined);
      }
      if (page.length > 0) yield page;
      if (!full) return;
    }
  } finally {
    // A reader that leaves early takes no read with it that is still on its way.
    await next.catch(() => undefined);
  }
}

/** Waits for news beyond a position. It may resolve too early, and must resolve on the abort. */
export type Idle = (signal: AbortSignal, last: Position | null) => Promise<void>;

/**
 * The loop of every subscription: hand over page after page, and at the end of the ledger wait for news. Resolves when
 * the signal aborts; rejects on a gap, on the handler's error, and on the store's.
 */
export const follow = async (
  reader: LedgerReader,
  options: SubscribeOptions,
  handle: BatchHandler,
  idle: Idle,
): Promise<void> => {
  const { signal } = options;
  let last = options.after;
  // Read anew after each await: the signal may have been aborted meanwhile.
  const done = (): boolean => signal.aborted;
  while (!done()) {
    for await (const page of pages(reader, { ...options, after: last })) {
      if (done()) return;
      await handle(page);
      last = page.at(-1)?.position ?? last;
    }
    if (!done()) await idle(signal, last);
  }
};

/**
 * Hands over everything after `after` up to the end of the ledger, then resolves with the last position handed over
 * (`after` where there was nothing). For rebuilding and for tests; a live reader subscribes.
 */
export const catchUp = async (
  reader: LedgerReader,
  options: Omit<SubscribeOptions, 'signal'>,
  handle: BatchHandler,
): Promise<Position | null> => {
  let last = options.after;
  for await (const page of pages(reader, options)) {
    await handle(page);
    last = page.at(-1)?.position ?? last;
  }
  return last;
};
