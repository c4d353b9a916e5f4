import { type EventStore, type StoredEvent, assertFollows } from '#event-store';
import { type NumberedCheckpoint, readCheckpoint } from './checkpoint-row.js';
import { type Intake, takeIn } from './take-in.js';

/** How a backlog is taken in. */
export interface CatchUpOptions {
  readonly store: Pick<EventStore, 'readAll' | 'capabilities'>;
  /** Events of one transaction at most; default 200,000. Each entity is folded once per transaction. */
  readonly perTransaction?: number;
  /** Events read at once; default 2,000. */
  readonly pageSize?: number;
  /** Number of the last event to take in; default: whatever is the ledger's last. */
  readonly upTo?: number;
  /** Hears how many events have been read, at every page and before they are committed. */
  readonly onProgress?: (events: number) => void;
  readonly signal?: AbortSignal;
}

type Limits = Required<Pick<CatchUpOptions, 'store' | 'perTransaction' | 'pageSize' | 'upTo'>> & CatchUpOptions;

async function* pagesAfter(from: NumberedCheckpoint, options: Limits): AsyncGenerator<readonly StoredEvent[]> {
  const { store, perTransaction, pageSize, upTo, onProgress, signal } = options;
  const end = Math.min(from.seq + perTransaction, upTo);
  let { seq, position } = from;
  while (seq < end) {
    signal?.throwIfAborted();
    const limit = Math.min(pageSize, end - seq);
    const page = await store.readAll({ after: position, limit });
    assertFollows(position, page, store.capabilities.densePositions);
    const last = page.at(-1);
    if (last) yield page;
    seq += page.length;
    position = last?.position ?? position;
    onProgress?.(seq);
    if (page.length < limit) return;
  }
}

/** Takes in everything up to the end of the ledger, in as few transactions as the limit allows, and gives where it stands. */
export const catchUpTables = async (intake: Intake, options: CatchUpOptions): Promise<NumberedCheckpoint> => {
  const limits = { perTransaction: 200_000, pageSize: 2000, upTo: Infinity, ...options };
  let from = await readCheckpoint(intake.pool, intake.schema);
  for (;;) {
    const to = await takeIn(intake, from, pagesAfter(from, limits));
    if (to.seq - from.seq < limits.perTransaction) return to;
    from = to;
  }
};
