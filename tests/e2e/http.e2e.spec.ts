import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '#platform';
import { type LedgerPage } from '#views';
import { type RunningServer, startServer } from '../../apps/api/server.js';
import { type OpenRuntime } from '../../apps/runtime/open-runtime.js';
import { explainItem } from '../../apps/runtime/queries/explain.js';
import { readArea, readCountry, readProgramme } from '../../apps/runtime/queries/views.js';
import { postgresExample } from '../support/postgres-runtime.js';
import { askOf } from './finland-2020/ask.js';
import { type Asking, ask, problemIn } from './http-client.js';

let runtime: OpenRuntime;
let server: RunningServer;
const get = (path: string, asking?: Asking) => ask(server.url, path, asking);
const json = async (path: string): Promise<unknown> => {
  const { status, headers, body } = await get(path);
  expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  return JSON.parse(body);
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

beforeAll(async () => {
  runtime = await postgresExample();
  server = await startServer({ ...runtime, patience: 20 }, createLogger('silent'), { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await runtime.close();
});

describe('the views', () => {
  const at = 'on=2021-06-25&known=2021-06-22&basis=source';
  const asked = () => askOf(runtime).moment('2021-06-25', '2021-06-22', 'source');

  test('are what the queries give, at the moment asked for', async () => {
    expect(await json(`/api/areas/04?${at}`)).toEqual(plain(await readArea(runtime, '04', asked())));
    expect(await json(`/api/programmes/itu-restructuring?${at}`)).toEqual(
      plain(await readProgramme(runtime, 'itu-restructuring', asked())),
    );
    expect(await json(`/api/country?${at}`)).toEqual(plain(await readCountry(runtime, asked())));
    const item = 'phase:after-laws-passed';
    const explained = await explainItem(runtime, { caseId: 'vake-restructuring', item, asked: asked() });
    expect(await json(`/api/programmes/vake-restructuring/explain?item=${item}&${at}`)).toEqual(
      plain(explained.status === 'found' ? explained.explanation : null),
    );
  });

  test('without a moment they are those of today, as recorded until today', async () => {
    const { day: today } = runtime.clock.now();
    expect(await json('/api/country')).toMatchObject({
      moment: { on: today, known: { basis: 'ledger', day: today }, position: await runtime.store.head() },
    });
  });

  test('a field that a form leaves empty counts as not given', async () => {
    expect(await json('/api/areas/98?on=&known=&basis=&position=')).toEqual(await json('/api/areas/98'));
  });

  test('the day of knowledge tells: the third phase is open, and was not known to be', async () => {
    const explain = '/api/programmes/vake-restructuring/explain?item=phase:after-laws-passed&basis=source';
    expect(await json(`${explain}&on=2021-06-25`)).toMatchObject({ item: { state: 'open' } });
    expect(await json(`${explain}&on=2021-06-25&known=2021-06-22`)).toMatchObject({ item: { state: 'shut' } });
  });

  test('two moments differ by what happened between them, and a moment from itself by nothing', async () => {
    const difference = '/api/programmes/vake-restructuring/difference?basis=source&on=2021-06-23';
    const itself = await json(`${difference}&from-on=2021-06-23`);
    expect(itself).toMatchObject({ added: [], removed: [], changed: [] });
    const changed = (await json(`${difference}&from-on=2021-06-22`)) as { changed: { id: string }[] };
    expect(changed.changed.map(({ id }) => id)).toContain('vake-restructuring/phase:after-laws-passed');
    const areas = await json(
      '/api/areas/04/difference?basis=source&on=2021-06-23&from-known=2021-06-22&from-basis=ledger',
    );
    expect(areas).toMatchObject({ view: 'difference', from: { known: { basis: 'ledger', day: '2021-06-22' } } });
  });

  test('a position waits until the answer includes it', async () => {
    const head = String(await runtime.store.head());
    expect(await json(`/api/country?position=${head}`)).toMatchObject({ moment: { position: head } });
  });
});

test('the pages of the ledger hold every event once, in order', async () => {
  const rows: LedgerPage['rows'][number][] = [];
  for (let after: string | null = '0'; after !== null;) {
    const page = (await json(`/api/ledger?limit=97&after=${after}`)) as LedgerPage;
    rows.push(...page.rows);
    after = page.next;
  }
  const events = await runtime.store.readAll({ after: null, limit: 10_000 });
  expect(rows.map(({ position, id, data }) => ({ position, id, data }))).toEqual(
    events.map(({ position, envelope: { id, data } }) => ({ position, id, data })),
  );
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => String(index + 1)));
});

test('health says how far ledger and views are', async () => {
  const head = await runtime.store.head();
  expect(await json('/health')).toMatchObject({ status: 'ok', ledger: head, views: head });
});

describe('a bad request is a problem with a stable code', () => {
  test.each([
    ['an unknown parameter', '/api/areas/04?colour=red', 400, 'invalid-request', 'no parameter colour'],
    ['a day that is none', '/api/areas/04?on=2021-02-30', 400, 'invalid-request', 'a day of the calendar'],
    ['a day given twice', '/api/areas/04?on=2021-01-01&on=2021-01-02', 400, 'invalid-request', 'a day of the calendar'],
    ['an unknown basis', '/api/country?basis=hearsay', 400, 'invalid-request', 'ledger, source'],
    ['an unknown language', '/api/country?lang=de', 400, 'invalid-request', 'fi, sv, en'],
    ['an area that can be none', '/api/areas/xx', 404, 'not-found', 'two digits'],
    ['a programme that can be none', '/api/programmes/%00', 404, 'not-found', 'as vake-restructuring'],
    ['a missing item', '/api/programmes/vake-restructuring/explain', 400, 'invalid-request', 'phase:<key>'],
    ['an item without a kind', '/api/programmes/x/explain?item=x', 400, 'invalid-request', 'phase:<key>'],
    ['an item that is none', '/api/programmes/vake-restructuring/explain?item=phase:x', 404, 'not-found', 'It has: '],
    ['a case that is none', '/api/programmes/x/explain?item=phase:x', 404, 'not-found', 'No case of the programme x'],
    ['too long a page', '/api/ledger?limit=501', 400, 'invalid-request', 'from 1 to 500'],
    ['a page without end', '/api/ledger?limit=all', 400, 'invalid-request', 'from 1 to 500'],
    ['a position of another store', '/api/ledger?after=1/2', 400, 'invalid-request', 'that the ledger gave out'],
    ['a position beyond numbers', '/api/ledger?after=9223372036854775808', 400, 'invalid-request', 'gave out'],
    ['a position from the future', '/api/country?position=999999', 409, 'not-yet-known', 'The ledger ends at'],
    ['an unknown route', '/api/regions', 404, 'not-found', '/openapi.json'],
    ['an address that is no text', '/api/programmes/%ED%A0%80', 400, 'invalid-request', 'not a valid url'],
    ['an over-long name', `/api/programmes/${'a'.repeat(500)}`, 414, 'address-too-long', 'so long a name'],
    ['an over-long address', `/api/country?on=${'1'.repeat(20_000)}`, 431, 'headers-too-large', '16 KiB'],
  ])('%s', async (...[, path, status, code, detail]) => {
    const answer = await get(path, { headers: { 'accept-language': 'en' } });
    const problem = problemIn(answer);
    expect(problem).toMatchObject({ status, code, type: `urn:vaihe:problem:${code}` });
    expect(problem.detail).toContain(detail);
    expect(problem.title).not.toBe('');
  });

  test('a position that is in the ledger and not in the views is waited for, and not for ever', async () => {
    const draft = { schema: 1, occurred: '2026-01-01', source: null, learned: null, causation: null };
    const stream = 'measure-vake-restructuring/zz';
    const outcome = await runtime.store.append({
      stream,
      expectedVersion: 0,
      events: [
        {
          ...{
            ...draft,
            type: 'measure-planned',
            data: { title: { en: 'Late' } },
            id: runtime.commands.newId(),
            stream,
          },
          ...{ recordedAt: runtime.commands.stamp(), actor: 'tester', actingFor: null, correlation: 'c', release: 't' },
          command: { id: 'late', fingerprint: '' },
        },
      ],
    });
    const position = outcome.status === 'appended' ? outcome.position : '';
    const path = `/api/country?position=${position}`;
    expect(problemIn(await get(path))).toMatchObject({ status: 409, code: 'not-yet-known' });
    await runtime.settle();
    expect(await json(path)).toMatchObject({ view: 'country-overview' });
  });

  test('writing to what is read is refused before its body is read, and says what is allowed', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await get('/api/areas/04', { method, headers: { 'content-type': 'x/y' }, body: '{' });
      expect(problemIn(answer)).toMatchObject({ status: 405, code: 'method-not-allowed' });
      expect(answer.headers['allow']).toBe('GET, HEAD');
    }
  });

  test('its title is in the language of the one who asks, its field is named', async () => {
    const title = async (headers: Record<string, string>, lang = '') => {
      const answer = await get(`/api/areas/04?on=x${lang}`, { headers });
      const problem = problemIn(answer);
      expect(problem.errors).toEqual([
        { field: 'on', message: 'on must be a day of the calendar, written YYYY-MM-DD' },
      ]);
      return [problem.title, answer.headers['content-language']];
    };
    expect(await title({})).toEqual(['Pyyntö ei ole kelvollinen', 'fi']);
    expect(await title({ 'accept-language': 'sv-FI,fi;q=0.9' })).toEqual(['Begäran är inte giltig', 'sv']);
    expect(await title({ 'accept-language': 'de, en;q=0.5, fi;q=0.1' })).toEqual(['The request is not valid', 'en']);
    expect(await title({ 'accept-language': 'sv;q=0, en;q=0.1' })).toEqual(['The request is not valid', 'en']);
    expect(await title({ 'accept-language': 'en' }, '&lang=sv')).toEqual(['Begäran är inte giltig', 'sv']);
  });
});

describe('a browser', () => {
  const headers = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'sv' };

  test.each([
    ['/', 200],
    ['/areas/04?on=2021-06-23&basis=source', 200],
    ['/areas/04/diff?from-on=2021-06-22&on=2021-06-23', 200],
    ['/programmes/vake-restructuring', 200],
    ['/programmes/vake-restructuring/diff?from-on=2021-06-22', 200],
    ['/explain?case=vake-restructuring&item=phase:after-laws-passed', 200],
    ['/ledger', 200],
    ['/areas/xx', 404],
    ['/programmes/%00', 404],
    ['/explain?case=%00&item=phase:x', 404],
    ['/?on=never', 400],
  ])('gets %s as a page in its language that needs no script', async (path, status) => {
    const answer = await get(path, { headers });
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.body).toMatch(/^<!doctype html>\s*<html lang="sv">/);
    expect(answer.body).not.toMatch(/<script|\son\w+=|style="/);
    expect(answer.headers).toMatchObject({
      'content-security-policy': "default-src 'none';style-src 'self';img-src 'self';form-action 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      vary: 'accept, accept-language',
    });
  });

  test('gets the style and the icon that the pages name', async () => {
    expect((await get('/assets/vaihe.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await get('/assets/vaihe.svg')).headers['content-type']).toBe('image/svg+xml');
  });
});

test('HEAD answers as GET does, without the body', async () => {
  for (const path of ['/health', '/', '/api/ledger?limit=1', '/api/areas/xx']) {
    const [head, whole] = [await get(path, { method: 'HEAD' }), await get(path)];
    expect([head.status, head.headers['content-type'], head.body]).toEqual([
      whole.status,
      whole.headers['content-type'],
      '',
    ]);
  }
});

test('nothing listens beyond loopback', async () => {
  const port = Number(new URL(server.url).port);
  const outside = Object.values(networkInterfaces()).flatMap((found) =>
    (found ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  );
  const reached = outside.map(
    (host) =>
      new Promise((resolve) =>
        connect({ host, port })
          .on('connect', () => resolve(`${host} answers`))
          .on('error', () => resolve('refused')),
      ),
  );
  expect(await Promise.all(reached)).toEqual(outside.map(() => 'refused'));
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
});
