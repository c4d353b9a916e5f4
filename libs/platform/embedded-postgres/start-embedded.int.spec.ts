import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPool } from '../pool.js';
import { acquireServerLock } from '../server-lock.js';
import { startEmbedded } from './start-embedded.js';

let dataDirectory = '';
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(await realpath(tmpdir()), 'vaihe-embedded-'));
  // Run by root the server is another user, who must get in.
  await chmod(dataDirectory, 0o755);
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

const pidFile = (): string => join(dataDirectory, 'postgres', 'postmaster.pid');

const ask = async (url: string, sql: string): Promise<unknown> => {
  const pool = createPool({ url, max: 1 });
  const { rows } = await pool.query<{ answer: unknown }>(sql);
  await pool.end();
  return rows[0]?.answer;
};

test('two that start at once on a fresh folder share one server; the last to leave stops it', async () => {
  // What a killed initdb left is swept and never taken for data.
  await mkdir(join(dataDirectory, 'postgres.draft-999999999-ab'));
  const [one, two] = await Promise.all([startEmbedded({ dataDirectory }), startEmbedded({ dataDirectory })]);
  expect([one.started, two.started].filter(Boolean).length).toBe(1);
  await one.stop();
  await one.stop();
  expect(await ask(two.url, 'select 1 as answer')).toBe(1);
  await two.stop();
  expect(existsSync(pidFile())).toBe(false);
  expect((await readdir(dataDirectory)).sort()).toEqual(['postgres', 'postgres.log']);
});

test('data outlives a restart, and nothing listens on the network', async () => {
  const first = await startEmbedded({ dataDirectory });
  await ask(first.url, 'create table kept as select 7 as answer');
  await first.stop();
  const second = await startEmbedded({ dataDirectory });
  expect(await ask(second.url, 'select answer from kept')).toBe(7);
  expect(await ask(second.url, `select current_setting('listen_addresses') as answer`)).toBe('');
  await second.stop();
});

test('a pid file whose number belongs to another process is cleared', async () => {
  await (await startEmbedded({ dataDirectory })).stop();
  await writeFile(
    pidFile(),
    `${process.pid}\n${join(dataDirectory, 'postgres')}\n1\n5432\n${join(dataDirectory, 'postgres')}\n\n`,
  );
  const again = await startEmbedded({ dataDirectory });
  expect(again.started).toBe(true);
  expect(Number.parseInt(await readFile(pidFile(), 'utf8'), 10)).not.toBe(process.pid);
  await again.stop();
});

test('existing data that is no cluster is never touched', async () => {
  const foreign = join(dataDirectory, 'foreign');
  await mkdir(join(foreign, 'postgres'), { recursive: true });
  await writeFile(join(foreign, 'postgres', 'mine.txt'), 'mine');
  await expect(startEmbedded({ dataDirectory: foreign })).rejects.toMatchObject({ code: 'embedded-unusable' });
  expect(await readdir(join(foreign, 'postgres'))).toEqual(['mine.txt']);
});

test('a folder whose path is too long for a socket works too', async () => {
  const deep = join(dataDirectory, 'x'.repeat(120));
  const server = await startEmbedded({ dataDirectory: deep });
  expect(await ask(server.url, 'select 1 as answer')).toBe(1);
  await server.stop();
});

test('one process at a time is the server of a database', async () => {
  const server = await startEmbedded({ dataDirectory });
  const [one, two] = [createPool({ url: server.url }), createPool({ url: server.url })];
  const lock = await acquireServerLock(one);
  expect(lock).not.toBe(false);
  expect(await acquireServerLock(two)).toBe(false);
  if (lock !== false) lock.release();
  await one.end();
  const again = await acquireServerLock(two);
  expect(again).not.toBe(false);
  if (again !== false) again.release();
  await two.end();
  await server.stop();
});

// Only root runs the server as another user.
const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('a folder that the system user cannot reach holds a link to data that it can', async () => {
  const closed = join(dataDirectory, 'closed');
  await mkdir(closed, { mode: 0o700 });
  const first = await startEmbedded({ dataDirectory: closed });
  await ask(first.url, 'create table kept as select 7 as answer');
  await first.stop();
  const elsewhere = await readlink(join(closed, 'postgres'));
  expect((await stat(elsewhere)).mode & 0o777).toBe(0o700);
  const second = await startEmbedded({ dataDirectory: closed });
  expect(await ask(second.url, 'select answer from kept')).toBe(7);
  await second.stop();
  await rm(elsewhere, { recursive: true });
});
