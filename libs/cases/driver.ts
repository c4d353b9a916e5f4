import { type Position, type StoredEvent } from '#event-store';
import { type Day } from '#history';
import { type Dependencies, concerns } from './affected-cases.js';
import { caseIds } from './case-list.js';
import { type Driven, type DriverDeps, driveCase, recordsIn } from './drive-case.js';

/** What the driver needs besides. */
export interface DriverOptions extends DriverDeps {
  /** Calls back once the clock has reached the start of a day; a new alarm replaces the last, null clears it. */
  readonly alarm: (day: Day | null, ring: () => void) => void;
  /** Hears what a run recorded. */
  readonly onDriven?: (driven: Driven) => void;
  /** Hears what it waits out: a fact base that lags, a database that is away. */
  readonly onDelay?: (error: unknown) => void;
}

/** Drives all cases. */
export interface Driver {
  /** Drives every case once, on what the fact base has read; the records in order of case. */
  readonly driveAll: () => Promise<readonly Driven[]>;
  /** Drives the cases that new events concern, and all of them when a day comes on which something follows. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/** Longest wait for the fact base to have read what the driver has, in milliseconds. */
const patience = 10_000;
const everything = { basis: 'ledger', day: Infinity } as const;

/** Records are the driver's own: nothing follows from them. */
const steers = (event: StoredEvent): boolean => recordsIn([event]).length === 0;

/**
 * The driver: level-triggered. It keeps no memory but the next wake-up: what is missing in a case's stream follows from
 * the facts, whenever and by whomever it is driven.
 */
export const createDriver = (options: DriverOptions): Driver => {
  const { facts, store, onDriven, onDelay } = options;
  const wakeUps = new Map<string, Day | null>();
  const dependencies = new Map<string, Dependencies>();

  const drive = async (ids: readonly string[]): Promise<readonly Driven[]> => {
    const all: Driven[] = [];
    for (const id of ids) {
      const driven = await driveCase(options, id);
      if (driven === null) continue;
      wakeUps.set(id, driven.wakeUp);
      dependencies.set(id, driven.dependencies);
      if (driven.records.length > 0) onDriven?.(driven);
      all.push(driven);
    }
    return all;
  };

  const driveAll = async () => drive(await caseIds(facts, everything));

  const nextDay = (): Day | null => {
    const days = [...wakeUps.values()].filter((day) => day !== null);
    return days.length === 0 ? null : Math.min(...days);
  };

  const setAlarm = (signal: AbortSignal): void =>
    options.alarm(nextDay(), () => {
      if (signal.aborted) return;
      driveAll().then(
        () => setAlarm(signal),
        (error: unknown) => onDelay?.(error),
      );
    });

  /** A case that was never driven concerns every event. */
  const isConcerned = (streams: readonly string[]) => (id: string) => {
    const known = dependencies.get(id);
    return known === undefined || streams.some((stream) => concerns(known, stream));
  };

  const reach = async (position: Position, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && !(await facts.waitFor(position, patience)))
      onDelay?.(new Error(`the fact base has not reached position ${position} yet`));
  };

  const takeIn = async (events: readonly StoredEvent[], last: Position, signal: AbortSignal): Promise<void> => {
    const streams = [...new Set(events.filter(steers).map(({ envelope }) => envelope.stream))];
    if (streams.length === 0) return;
    await reach(last, signal);
    if (signal.aborted) return;
    await drive((await caseIds(facts, everything)).filter(isConcerned(streams)));
    setAlarm(signal);
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    const after = await store.head();
    if (after !== null) await reach(after, signal);
    if (signal.aborted) return;
    await driveAll();
    setAlarm(signal);
    try {
      await store.subscribe({ after, signal }, async (events) => {
        const last = events.at(-1);
        if (last) await takeIn(events, last.position, signal);
      });
    } finally {
      options.alarm(null, () => undefined);
    }
  };

  return { driveAll, run };
};
