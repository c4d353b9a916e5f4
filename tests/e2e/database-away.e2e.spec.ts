import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appRole } from '#event-store-postgres';
import { createLogger, createPool } from '#platform';
import { type RunningServer, startServer } from '../../apps/api/server.js';
import { type OpenRuntime, composeRuntime } from '../../apps/runtime/open-runtime.js';
import { recordCommand } from '../../apps/runtime/record-command.js';
import { type TestDatabase, createDatabase } from '../support/database.js';
import { type DatabaseProxy, createDatabaseProxy } from '../support/database-proxy.js';
import { ask, problemIn } from './http-client.js';

const logger = createLogger('silent');
let database: TestDatabase;
let proxy: DatabaseProxy;
let runtime: OpenRuntime;
let server: RunningServer;
const ending = new AbortController();
let keepingUp: Promise<void>;

beforeAll(async () => {
  database = await createDatabase();
  proxy = await createDatabaseProxy(database.url);
  const pool = createPool({ url: proxy.url, role: appRole });
  const ownerPool = createPool({ url: proxy.url, max: 2 });
  const close = async (): Promise<void> => void (await Promise.allSettled([pool.end(), ownerPool.end()]));
  runtime = composeRuntime({ pool, ownerPool, embedded: false, close }, logger);
  server = await startServer(runtime, logger, { host: '127.0.0.1', port: 0 });
  keepingUp = runtime.keepUp(ending.signal);
});
afterAll(async () => {
  await server.close();
  ending.abort();
  await keepingUp;
  await runtime.close();
  await proxy.close();
  await database.drop();
});

const paths = [
  '/health',
  '/api/country',
  '/api/country?position=1',
  '/api/areas/04',
  '/api/areas/04/difference',
  '/api/programmes/a',
  '/api/programmes/a/difference',
  '/api/programmes/a/explain?item=phase:x',
  '/api/ledger',
];

const statuses = async (): Promise<readonly number[]> =>
  Promise.all(paths.map(async (path) => (await ask(server.url, path)).status));

test('while the database is away every request is told so, and afterwards everything goes on', async () => {
  const before = await statuses();
  expect(before).toEqual([200, 200, 409, 200, 200, 200, 200, 404, 200]);
  await proxy.goAway();
  // More requests than connections: those that waited in the pool are told too.
  for (const path of [...paths, ...paths]) {
    const problem = problemIn(await ask(server.url, path, { headers: { 'accept-language': 'en' } }));
    expect(problem).toMatchObject({ status: 503, code: 'unavailable', title: 'The database does not answer' });
    expect(problem.detail).toBe('Nothing was lost; ask again in a moment.');
  }
  const page = await ask(server.url, '/', { headers: { accept: 'text/html' } });
  expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
  await proxy.comeBack();
  expect(await statuses()).toEqual(before);
});

test('requests on their way when it goes away are told the same', async () => {
  proxy.watch(() => 'away-after');
  const answers = await Promise.all(paths.map((path) => ask(server.url, path)));
  expect(answers.map((answer) => problemIn(answer).code)).toEqual(paths.map(() => 'unavailable'));
  await proxy.comeBack();
});

test('what is recorded after it came back reaches the views: projection and driver run again', async () => {
  const data = { name: { en: 'Back' }, area: '04' };
  const draft = { type: 'programme-launched', schema: 1, occurred: '2020', source: null, learned: null };
  const recorded = await recordCommand(runtime, {
    ...{ id: 'back', stream: 'programme-back', actor: 'tester' },
    drafts: [{ ...draft, causation: null, data }],
  });
  if (recorded.status === 'refused') throw new Error(JSON.stringify(recorded.refusal));
  const answer = await ask(server.url, `/api/programmes/back?position=${recorded.position}`);
  expect([answer.status, answer.body.includes('"Back"')]).toEqual([200, true]);
});
