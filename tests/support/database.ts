import { randomBytes } from 'node:crypto';
import { appRole } from '#event-store-postgres';
import { createPool } from '#platform';
import { type Pool } from 'pg';

/** A database of one spec file: fresh, migrated, and gone afterwards. */
export interface TestDatabase {
  /** Acts as the running product does. */
  readonly pool: Pool;
  /** Acts as the owner of the schema. */
  readonly ownerPool: Pool;
  readonly url: string;
  /** Ends the pools and drops the database; fails where a connection is still handed out, for that is a leak. */
  readonly drop: () => Promise<void>;
}

/** The address of the one server of the test run, started by `global-setup.js`. */
const serverUrl = (): string => {
  const url = process.env['VAIHE_TEST_SERVER'];
  if (url === undefined) throw new Error('no test server: run jest with tests/jest.config.js');
  return url;
};

const databaseUrl = (name: string): string => serverUrl().replace('/vaihe?', `/${name}?`);

/** How many clients of a pool somebody still holds. */
const heldClients = (pool: Pool): number => pool.totalCount - pool.idleCount;

const runOnServer = async (sql: string): Promise<void> => {
  const pool = createPool({ url: databaseUrl('postgres'), max: 1 });
  try {
    await pool.query(sql);
  } finally {
    await pool.end();
  }
};

/** A copy of the migrated template that the test run made once: some 30 ms. */
export const createDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnServer(`create database ${name} template vaihe_template strategy file_copy`);
  const url = databaseUrl(name);
  const pool = createPool({ url, role: appRole, max: 20 });
  const ownerPool = createPool({ url, max: 3 });
  const drop = async (): Promise<void> => {
    const heldNow = (): number => heldClients(pool) + heldClients(ownerPool);
    // A connection that was cut counts as held until its end has been noticed; a leak is there for good.
    const patience = performance.now() + 5000;
    while (heldNow() > 0 && performance.now() < patience) await new Promise((resolve) => setTimeout(resolve, 10));
    const held = heldNow();
    if (held > 0) throw new Error(`${held} connection(s) of ${name} are still held: close what opened them`);
    await pool.end();
    await ownerPool.end();
    await runOnServer(`drop database ${name} with (force)`);
  };
  return { pool, ownerPool, url, drop };
};
