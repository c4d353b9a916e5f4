import { EventStoreError } from './errors.js';
import { type BatchHandler, type EventStore, type StoredEvent, type SubscribeOptions } from './event-store.js';
import { comparePositions, type Position } from './position.js';

/** Events per page where the reader does not say. */
const defaultBatch = 500;

const follows = (last: Position | null, next: Position, dense: boolean): boolean => {
  if (dense) return BigInt(next) === BigInt(last ?? 0) + 1n;
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
 * The loop of every subscription: read a page, check that it follows, hand it over, go on from its last position; at the
 * end of the ledger `idle` waits for news (it may return too early, never hang past the abort). Resolves when the signal
 * aborts; rejects on a gap, on the handler's error, and on the store's.
 */
export const follow = async (
  reader: LedgerReader,
  options: SubscribeOptions,
  handle: BatchHandler,
  idle: (signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  const { signal, batchSize = defaultBatch } = options;
  let last = options.after;
  while (!signal.aborted) {
    const page = await reader.readAll({ after: last, limit: batchSize });
    assertFollows(last, page, reader.capabilities.densePositions);
    if (signal.aborted) return;
    const newest = page.at(-1);
    if (newest === undefined) await idle(signal);
    else {
      await handle(page);
      last = newest.position;
    }
  }
};

/**
 * Hands over everything after `after` up to the end of the ledger as the last page saw it, then resolves with the last
 * position handed over (null: nothing at all). For rebuilding and for tests; a live reader subscribes.
 */
export const catchUp = async (
  reader: LedgerReader,
  options: Omit<SubscribeOptions, 'signal'>,
  handle: BatchHandler,
): Promise<Position | null> => {
  const limit = options.batchSize ?? defaultBatch;
  let last = options.after;
  for (;;) {
    const page = await reader.readAll({ after: last, limit });
    assertFollows(last, page, reader.capabilities.densePositions);
    const newest = page.at(-1);
    if (newest === undefined) return last;
    await handle(page);
    last = newest.position;
    if (page.length < limit) return last;
  }
};
