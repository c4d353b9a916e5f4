import { createDriver, type Driven, type DriverOptions } from '#cases';
import { type CommandDeps } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { createPostgresFactBase, createPostgresTextStore, createProjection } from '#facts';
import { day } from '#history';
import { type Clock, type Config, type Logger, createClock, digest, newId } from '#platform';
import { reformDomain } from '#reform';
import { createAlarm } from './alarm.js';
import { type Database, openDatabase } from './open-database.js';
import { release } from './release.js';
import { type Asked } from './queries/asked.js';
import { type Runtime } from './runtime.js';

/** A runtime over PostgreSQL with what keeps it up to date. */
export interface OpenRuntime extends Runtime {
  readonly database: Database;
  /** What commands need to record. */
  readonly commands: CommandDeps;
  /** Everything known today, as it stands on a day (YYYY-MM-DD). */
  readonly asked: (on: string) => Asked;
  /** Brings the views up to the end of the ledger, unless a server that runs does so already. */
  readonly refresh: () => Promise<void>;
  /** Brings the views up to the end of the ledger, then every case up to what follows. */
  readonly settle: (onProgress?: (events: number) => void) => Promise<readonly Driven[]>;
  /** Keeps views and cases up with the ledger until the signal aborts. */
  readonly keepUp: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

const pauses = 1000;
/** Milliseconds that a server beside us gets to bring the views up to date before we do it ourselves. */
const beside = 50;

/** Runs a task again after it failed, until the signal aborts. */
const supervise = async (
  name: string,
  logger: Logger,
  signal: AbortSignal,
  task: () => Promise<void>,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await task();
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, `${name} failed; it starts again`);
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, pauses));
  }
};

/** Puts the parts together over a database. */
export const composeRuntime = (database: Database, logger: Logger, clock: Clock = createClock()): OpenRuntime => {
  const { pool } = database;
  const store = createPostgresEventStore({ pool });
  const facts = createPostgresFactBase({ pool, domain: reformDomain });
  const texts = createPostgresTextStore(pool);
  const commands: CommandDeps = { store, stamp: () => clock.now().recordedAt, newId, digest, release };
  const onDelay = (error: unknown): void => logger.warn({ err: error }, 'waiting');
  const projectionOf = (onProgress?: (events: number) => void) =>
    createProjection({ pool, store, domain: reformDomain, owner: newId(), onDelay, ...(onProgress && { onProgress }) });
  const driverOptions: DriverOptions = {
    ...commands,
    facts,
    day: () => day(clock.now().day),
    alarm: createAlarm(clock),
    onDelay,
    onDriven: ({ caseId, records }) => logger.info({ case: caseId, records: records.length }, 'recorded what follows'),
  };

  const refresh = async (): Promise<void> => {
    const head = await store.head();
    if (head === null || (await facts.waitFor(head, beside))) return;
    await projectionOf().catchUp();
  };

  const settle = async (onProgress?: (events: number) => void): Promise<readonly Driven[]> => {
    const projection = projectionOf(onProgress);
    await projection.catchUp();
    const driven = await createDriver({ ...driverOptions, onDriven: () => undefined }).driveAll();
    await projection.catchUp();
    return driven;
  };

  const asked = (on: string): Asked => ({ on: day(on), known: { basis: 'ledger', day: day(clock.now().day) } });

  const keepUp = async (signal: AbortSignal): Promise<void> => {
    await Promise.all([
      supervise('the projection', logger, signal, () => projectionOf().run(signal)),
      supervise('the driver', logger, signal, () => createDriver(driverOptions).run(signal)),
    ]);
  };

  const close = async (): Promise<void> => {
    await store.close();
    await database.close();
  };
  return { store, facts, texts, clock, release, database, commands, asked, refresh, settle, keepUp, close };
};

/** Opens everything that the configuration names. Throws PlatformError where the surroundings do not allow it. */
export const openRuntime = async (config: Config, logger: Logger): Promise<OpenRuntime> =>
  composeRuntime(await openDatabase(config, logger), logger);
