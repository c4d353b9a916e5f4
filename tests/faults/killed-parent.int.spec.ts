import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startChild } from './child.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

let dataDirectory = '';
beforeAll(async () => {
  dataDirectory = await makeTemporaryFolder();
});
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

const pidFile = (): string => join(dataDirectory, 'postgres', 'postmaster.pid');

test('the embedded server outlives its killed parent; the next process joins it, and a clean exit stops it', async () => {
  const first = startChild('./hold-server.js', dataDirectory);
  expect(await first.line()).toBe('started');
  const postmaster = await readFile(pidFile(), 'utf8');
  await first.end('SIGKILL');
  const second = startChild('./hold-server.js', dataDirectory);
  expect(await second.line()).toBe('joined');
  expect((await readFile(pidFile(), 'utf8')).split('\n')[0]).toBe(postmaster.split('\n')[0]);
  const third = startChild('./hold-server.js', dataDirectory);
  expect(await third.line()).toBe('joined');
  await second.end('SIGTERM');
  expect(existsSync(pidFile())).toBe(true);
  await third.end('SIGTERM');
  expect(existsSync(pidFile())).toBe(false);
});

test('parent and server killed together: the next start recovers by itself', async () => {
  const first = startChild('./hold-server.js', dataDirectory);
  expect(await first.line()).toBe('started');
  const postmaster = Number.parseInt(await readFile(pidFile(), 'utf8'), 10);
  await first.end('SIGKILL');
  process.kill(postmaster, 'SIGKILL');
  const second = startChild('./hold-server.js', dataDirectory);
  expect(await second.line()).toBe('started');
  await second.end('SIGTERM');
  expect(existsSync(pidFile())).toBe(false);
});
