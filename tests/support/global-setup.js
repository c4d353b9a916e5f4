import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { makeTemporaryFolder } from './temporary-folder.js';

const root = new URL('../../', import.meta.url);

/**
 * One embedded server for the whole test run, in a folder of its own, with a migrated template that every spec file's
 * database is a copy of. Jest loads this file without its own resolver, so it works on the build, which it makes first:
 * the tests of commands as subprocesses need it too.
 */
export default async () => {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { createPool, migrate, startEmbedded } = await import(new URL('dist/libs/platform/index.js', root));
  const { schemas } = await import(new URL('dist/apps/schemas.js', root));

  const dataDirectory = await makeTemporaryFolder();
  const server = await startEmbedded({ dataDirectory });
  globalThis.stopTestServer = async () => {
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  process.env['VAIHE_TEST_SERVER'] = server.url;

  const pool = createPool({ url: server.url, max: 1 });
  await pool.query('create database vaihe_template');
  await pool.end();
  const template = createPool({ url: server.url.replace('/vaihe?', '/vaihe_template?'), max: 1 });
  await migrate(template, schemas);
  await template.end();
};
