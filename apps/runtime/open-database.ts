import { type Pool } from 'pg';
import { appRole } from '#event-store-postgres';
import { type Config, type Logger, createPool, migrate, startEmbedded } from '#platform';
import { schemas } from '../schemas.js';

/** A migrated database to work with. */
export interface Database {
  /** Acts as the running product. */
  readonly pool: Pool;
  /** Acts as the owner of the schemas: migrations and rebuilding. */
  readonly ownerPool: Pool;
  /** Whether it is the embedded one. */
  readonly embedded: boolean;
  readonly close: () => Promise<void>;
}

/** Opens the database that the configuration names, or the embedded one, and brings its schemas up to date. */
export const openDatabase = async (config: Config, logger: Logger): Promise<Database> => {
  const embedded =
    config.databaseUrl === null
      ? await startEmbedded({ dataDirectory: config.dataDirectory, log: (message) => logger.debug(message) })
      : null;
  const url = config.databaseUrl ?? (embedded as NonNullable<typeof embedded>).url;
  const onError = (error: Error): void => logger.warn({ err: error }, 'a database connection broke while idle');
  // A rebuild uses three connections at once, and the server keeps one for its lock.
  const ownerPool = createPool({ url, max: 5, onError });
  const pool = createPool({ url, role: appRole, max: 12, onError });
  const close = async (): Promise<void> => {
    await Promise.allSettled([pool.end(), ownerPool.end()]);
    await embedded?.stop();
  };
  try {
    await migrate(ownerPool, schemas);
  } catch (error) {
    await close();
    throw error;
  }
  return { pool, ownerPool, embedded: embedded !== null, close };
};
