import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '#platform';
import { type TestDatabase, createDatabase } from '../support/database.js';

describe('migrations', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await createDatabase();
    folder = await mkdtemp(join(tmpdir(), 'vaihe-migrations-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const write = (sql: string): Promise<void> => writeFile(join(folder, '001.do.first.sql'), sql);
  const run = () => migrate(database.ownerPool, [{ schema: 'trial', folder }]);

  it('run once, and are refused in words once they have changed', async () => {
    await write('create schema if not exists trial; create table trial.one (n int);');
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    await write('create schema if not exists trial; create table trial.one (n bigint);');
    await expect(run()).rejects.toMatchObject({
      code: 'schema-differs',
      message: expect.stringContaining('another release') as unknown,
    });
  });
});
