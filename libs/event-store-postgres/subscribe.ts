import { comparePositions, EventStoreError, follow, isPosition } from '#event-store';
import { type EventStore, type Idle, type LedgerReader, type Position } from '#event-store';
import { type Pool } from 'pg';

/** Channel on which appenders say that there is news: the position up to which it goes. */
const channel = 'vaihe_ledger';

/** Milliseconds in which the appends of one process share one notification, which costs as much as an append. */
const debounce = 20;

/**
 * News of appends. Polling is the truth: a notification only ends the wait early, so losing one costs time and never an
 * event. Appends of this process ring at once; other processes hear of them by NOTIFY, sent after the commit and at most
 * once in 20 ms, since within the append it would serialise the commits.
 */
export interface News {
  /** Wakes the subscribers here at once, and those of other processes soon. */
  readonly announce: (upTo: Position) => void;
  /** Resolves on news beyond a position, on the abort, and after the poll interval. */
  readonly wait: Idle;
  /** The position up to which it is known that there are events; null: none is. */
  readonly newest: () => Position | null;
  readonly close: () => Promise<void>;
}

// Without a wait for the disk: nothing is lost with a notification.
const notify = `select set_config('synchronous_commit', 'off', true), pg_notify('${channel}', $1)`;

export const createNews = (pool: Pool, pollMilliseconds: number): News => {
  const waiting = new Set<() => void>();
  let newest: Position | null = null;
  let listener: Promise<() => void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let notified: Promise<unknown> = Promise.resolve();

  const isNews = (last: Position | null): boolean =>
    newest !== null && (last === null || comparePositions(last, newest) < 0);

  const ring = (upTo: Position): void => {
    if (isNews(upTo)) return;
    newest = upTo;
    for (const wake of [...waiting]) wake();
  };

  const announce = (upTo: Position): void => {
    ring(upTo);
    timer ??= setTimeout(() => {
      timer = null;
      notified = pool.query(notify, [newest]).catch(() => undefined);
    }, debounce);
  };

  /** Listens, and gives what ends it: once, since a connection that broke says so more than once. */
  const listen = async (): Promise<() => void> => {
    const client = await pool.connect().catch(() => null);
    let gone = client === null;
    const drop = (): void => {
      listener = null;
      if (!gone) client?.release(true);
      gone = true;
    };
    if (client === null) drop();
    client?.on('notification', ({ payload = '' }) => isPosition(payload) && ring(payload));
    client?.on('error', drop);
    client?.on('end', drop);
    await client?.query(`listen ${channel}`).catch(drop);
    return drop;
  };

  const wait: Idle = (signal, last) => {
    listener ??= listen();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(poll);
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const poll = setTimeout(wake, pollMilliseconds);
      waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted || isNews(last)) wake();
    });
  };

  const close = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    await notified;
    (await listener)?.();
  };

  return { announce, wait, close, newest: () => newest };
};

/** Hands over the ledger from a checkpoint on; see `EventStore.subscribe`. While the database is away nothing is new. */
export const subscribe =
  (reader: LedgerReader, news: News): EventStore['subscribe'] =>
  (options, handle) => {
    let away = false;
    const patient: LedgerReader = {
      capabilities: reader.capabilities,
      readAll: async (page) => {
        try {
          const events = await reader.readAll(page);
          away = false;
          return events;
        } catch (error) {
          if (!(error instanceof EventStoreError && error.code === 'unavailable')) throw error;
          away = true;
          return [];
        }
      },
    };
    // Away, there may be news that cannot be read: then only the poll interval counts.
    return follow(patient, options, handle, (signal, last) => news.wait(signal, away ? news.newest() : last));
  };
