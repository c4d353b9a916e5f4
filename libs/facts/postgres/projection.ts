import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';
import { EventStoreError, type EventStore } from '#event-store';
import { type Domain } from '#history';
import { boundedDomain } from '../bounded-domain.js';
import { catchUpTables } from './catch-up.js';
import { LostPlaceError, markStopped } from './checkpoint-row.js';
import { giveLease, leaseMilliseconds, takeLease } from './lease.js';
import { type Intake, takeIn } from './take-in.js';

export interface ProjectionOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly domain: Domain;
  /** Name of this owner among others, e.g. a random id of the process. */
  readonly owner: string;
  /** Hears how many events have been read while it catches up. */
  readonly onProgress?: (events: number) => void;
  /** Hears what it waits out: a database that is away, an owner that was first. */
  readonly onDelay?: (error: unknown) => void;
  /** Milliseconds between two tries where another owner runs it or the database is away; default 1000. */
  readonly retryMilliseconds?: number;
}

/** Keeps the fact base up with the ledger. */
export interface Projection {
  /** Takes in everything up to the end of the ledger, once, whoever holds the lease. */
  readonly catchUp: () => Promise<void>;
  /**
   * Follows the ledger until the signal aborts; then resolves. While another owner holds the lease it waits. Where the
   * ledger cannot be read on (a gap, a broken invariant) it says so in the status and rejects: it has stopped for good.
   */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/** What the database says when it is away, overloaded or shutting down, and when two transactions met. */
const passing = /^(08|40|53|55|57|58|E[A-Z]+$)/;

const mayPass = (error: unknown): boolean => {
  if (error instanceof LostPlaceError) return true;
  if (error instanceof EventStoreError) return error.code === 'unavailable';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return passing.test(code) || (error instanceof Error && /connection|timeout exceeded/i.test(error.message));
};

/** The projection `facts@1`. */
export const createProjection = (options: ProjectionOptions): Projection => {
  const { pool, store, owner, onProgress, onDelay, retryMilliseconds = 1000 } = options;
  const intake: Intake = { pool, schema: 'facts_1', domain: boundedDomain(options.domain) };

  const catchUp = () => catchUpTables(intake, { store, ...(onProgress && { onProgress }) });

  const follow = async (signal: AbortSignal): Promise<void> => {
    let checkpoint = await catchUpTables(intake, { store, signal, ...(onProgress && { onProgress }) });
    await store.subscribe({ after: checkpoint.position, signal }, async (page) => {
      const pages = (async function* () {
        yield page;
      })();
      checkpoint = await takeIn(intake, checkpoint, pages);
    });
  };

  /** Follows for as long as the lease can be renewed. */
  const own = async (signal: AbortSignal): Promise<void> => {
    const lost = new AbortController();
    const renew = () =>
      takeLease(pool, intake.schema, owner).then(
        (held) => held || lost.abort(),
        (error: unknown) => onDelay?.(error),
      );
    const timer = setInterval(() => void renew(), leaseMilliseconds / 3);
    try {
      await follow(AbortSignal.any([signal, lost.signal]));
    } finally {
      clearInterval(timer);
    }
  };

  const attempt = async (signal: AbortSignal): Promise<void> => {
    try {
      if (await takeLease(pool, intake.schema, owner)) await own(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!mayPass(error)) throw error;
      onDelay?.(error);
    }
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    try {
      while (!signal.aborted) {
        await attempt(signal);
        if (!signal.aborted) await pause(retryMilliseconds, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await markStopped(pool, intake.schema, reason).catch((failure: unknown) => onDelay?.(failure));
      throw error;
    } finally {
      await giveLease(pool, intake.schema, owner).catch((failure: unknown) => onDelay?.(failure));
    }
  };

  return { catchUp: async () => void (await catchUp()), run };
};
