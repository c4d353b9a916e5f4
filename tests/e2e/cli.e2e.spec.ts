import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TestDatabase, createDatabase } from '../support/database.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { type Ended, endAll, run, start } from './vaihe.js';

const examples = fileURLToPath(new URL('../../examples/finland-2020/', import.meta.url));
const files = ['areas', 'law', 'itu-restructuring', 'vake-restructuring'].map((name) => join(examples, `${name}.yaml`));
const itu = join(examples, 'itu-restructuring.yaml');

let database: TestDatabase;
let folder = '';
const vaihe = (...args: string[]): Promise<Ended> => run(args, { DATABASE_URL: database.url, NO_COLOR: '1' });
const head = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ n: string }>('select position::text as n from ledger.head');
  return Number(rows[0]?.n);
};
/** The file of East Uusimaa with something changed in it. */
const changed = async (name: string, change: (text: string) => string): Promise<string> => {
  const text = await readFile(itu, 'utf8');
  const other = change(text);
  expect(other).not.toBe(text);
  await writeFile(join(folder, name), other);
  return join(folder, name);
};

beforeAll(async () => {
  database = await createDatabase();
  folder = await makeTemporaryFolder();
});
afterAll(async () => {
  await endAll();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('help', () => {
  test.each(['serve', 'demo', 'import', 'timeline', 'as-of', 'diff', 'explain', 'events', 'rebuild'])(
    'of %s says what it does, with an example',
    async (command) => {
      const { code, out, err } = await run([command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: vaihe ${command}`);
      expect(out).toMatch(new RegExp(`Examples?:\\n  vaihe ${command}`));
    },
  );

  test('of vaihe names every command, where data lies and what exit codes mean', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of ['serve', 'demo', 'import', 'rebuild', 'VAIHE_DATA', 'DATABASE_URL', 'Exit codes: 0'])
      expect(out).toContain(word);
  });
});

describe('bad arguments end with 2 and say what is right', () => {
  test.each([
    ['no command', [], 'Usage: vaihe'],
    ['an unknown command', ['fly'], "unknown command 'fly'"],
    ['an unknown option', ['timeline', '04', '--colour'], "unknown option '--colour'"],
    ['an unknown basis', ['timeline', '04', '--basis', 'hearsay'], 'Allowed choices are ledger, source'],
    ['a missing argument', ['explain', 'vake-restructuring'], "missing required argument 'item'"],
    ['a port that is none', ['serve', '--port', 'http'], 'from 0 to 65535. (not-a-port)'],
    ['an area that is none', ['timeline', 'Vantaa'], 'code of two digits, e.g. 04; Vantaa is none. (not-an-area)'],
    ['a day that is none', ['timeline', '04', '--on', '2021-02-30'], '--on must be a day of the calendar'],
    ['a limit that is none', ['events', '--limit', 'all'], '--limit must be a whole number. (not-a-number)'],
    [
      'a position of another store',
      ['events', '--after', '1/2'],
      'that the ledger gave out, e.g. 42. (not-a-position)',
    ],
    ['a file that is none', ['import', 'no-such.yaml'], 'no-such.yaml cannot be read: there is no such file.'],
    ['a folder', ['import', examples], 'it is a folder; name the files in it. (file-not-readable)'],
    ['a reason alone', ['import', itu, '--reason', 'x'], '--reason goes with --apply-changes'],
    ['changes without a reason', ['import', itu, '--apply-changes'], 'need a reason: --apply-changes --reason'],
  ])('%s', async (_what, args, message) => {
    const { code, out, err } = await vaihe(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a database that does not answer, or is not usable', async () => {
    const away = await run(['events'], { DATABASE_URL: 'postgresql://vaihe@127.0.0.1:1/vaihe' });
    expect(away).toMatchObject({ code: 2, out: '' });
    expect(away.err).toContain('The database does not answer');
    expect(away.err).toContain('(unavailable)');
    const wrong = await run(['events'], { DATABASE_URL: 'mysql://secret@host/x' });
    expect(wrong.err).toContain('DATABASE_URL is not usable');
    expect(wrong.err).not.toContain('secret');
  });
});

describe('import', () => {
  test('--preview says what would be recorded and writes nothing', async () => {
    const { code, out } = await vaihe('import', '--preview', ...files);
    expect([code, await head()]).toEqual([0, 0]);
    expect(out).toMatch(/^Preview: \d+ events would be recorded\. Nothing was written\.\n/);
    expect(out).toContain('measure-planned');
  });

  test('records, once: again there are 0 new events', async () => {
    const first = await vaihe('import', ...files);
    expect([first.code, first.err]).toEqual([0, '']);
    const [, count] = /^(\d+) events recorded\.\n/.exec(first.out) ?? [];
    const after = await head();
    expect(after).toBeGreaterThanOrEqual(Number(count));
    const again = await vaihe('import', '--json', ...files);
    expect([again.code, await head()]).toEqual([0, after]);
    expect(JSON.parse(again.out)).toMatchObject({ status: 'recorded', recorded: 0 });
  });

  test('a changed item is offered as a correction, with what was and is; recorded with a reason', async () => {
    const file = await changed('changed.yaml', (text) => text.replace("'2022-11'", "'2021-11'"));
    const before = await head();
    const preview = await vaihe('import', '--preview', file);
    expect([preview.code, await head()]).toEqual([1, before]);
    expect(preview.out).toContain('Changed: offered as corrections (--apply-changes --reason "...")');
    expect(preview.out).toContain('occurred: "2022-11" -> "2021-11"');
    const left = await vaihe('import', file);
    expect([left.code, await head()]).toEqual([1, before]);

    const personal = await vaihe('import', '--apply-changes', '--reason', 'Maija (maija@example.org) said so', file);
    expect([personal.code, await head()]).toEqual([2, before]);
    expect(personal.err).toContain(
      'The reason of the correction seems to hold personal data (e-mail). (personal-data)',
    );
    expect(personal.err).not.toContain('maija');

    const applied = await vaihe('import', '--apply-changes', '--reason', 'The report has a slip of the pen', file);
    expect(applied.code).toBe(0);
    expect(applied.out).toContain('1  event-corrected');
    expect((await vaihe('import', file)).out).toMatch(/^0 events recorded/);
    expect((await vaihe('events', '--type', 'event-corrected')).out).toContain('"occurred":"2021-11"');
  });

  test('a removed item is listed and stays', async () => {
    const text = readFileSync(join(folder, 'changed.yaml'), 'utf8');
    const cut = text.replace(/\n *- \{ key: regional-brand,[^\n]*/, '');
    expect(cut.length).toBeLessThan(text.length);
    await writeFile(join(folder, 'removed.yaml'), cut);
    const before = await head();
    const { code, out } = await vaihe('import', join(folder, 'removed.yaml'));
    expect([code, await head()]).toEqual([1, before]);
    expect(out).toContain('No longer in the file: listed, never retracted by an import:\n  itu-restructuring/');
  });

  test('what is wrong with a file stands by line, with what to do, and nothing is written', async () => {
    const file = await changed('broken.yaml', (text) => text.replace("'2022-11'", "'2022-13'"));
    const line = (await readFile(file, 'utf8')).split('\n').findIndex((text) => text.includes('2022-13')) + 1;
    const before = await head();
    const { code, out, err } = await vaihe('import', file);
    expect([code, out, await head()]).toEqual([2, '', before]);
    expect(err).toContain(`${file}:${line}:`);
    expect(err).toMatch(/\(bad-date\)\n {4}at \/\S+\n {4}Write an EDTF date/);
  });
});

describe('reading', () => {
  const at = ['--on', '2021-06-25', '--known', '2021-06-22', '--basis', 'source'];
  test('the moment stands over every answer; text and JSON agree', async () => {
    for (const args of [
      ['timeline', '04'],
      ['as-of', '04'],
      ['as-of', 'vake-restructuring'],
      ['as-of'],
      ['explain', 'vake-restructuring', 'phase:after-laws-passed'],
    ]) {
      const text = await vaihe(...args, ...at);
      expect([args, text.code, text.err]).toEqual([args, 0, '']);
      expect(text.out).toContain('On 25 June 2021 · as known 22 June 2021');
      expect(text.out).not.toContain('\u001b[');
      const json = await vaihe(...args, ...at, '--json');
      expect(JSON.parse(json.out)).toMatchObject({
        moment: { on: '2021-06-25', known: { basis: 'source', day: '2021-06-22' } },
      });
    }
  });

  test('diff ends with 1 where something differs, and with 0 where nothing does', async () => {
    const days = ['--from', '2021-06-22', '--basis', 'source'];
    const differs = await vaihe('diff', '04', '--to', '2021-06-23', ...days);
    expect([differs.code, differs.out.includes('After the laws are passed')]).toEqual([1, true]);
    const json = await vaihe('diff', 'vake-restructuring', '--to', '2021-06-22', ...days, '--json');
    expect([json.code, JSON.parse(json.out)]).toMatchObject([0, { added: [], removed: [], changed: [] }]);
  });

  test('what is not there ends with 2 and says what is', async () => {
    const programme = await vaihe('as-of', 'nowhere');
    expect([programme.code, programme.err]).toEqual([2, expect.stringContaining('(not-found)')]);
    expect((await vaihe('diff', 'nowhere')).code).toBe(2);
    expect((await vaihe('explain', 'nowhere', 'phase:x')).err).toContain('No case of a programme nowhere was known');
    const item = await vaihe('explain', 'vake-restructuring', 'phase:x');
    expect([item.code, item.err]).toEqual([2, expect.stringContaining('It has:\n  phase:')]);
  });

  test('events are JSON Lines, by stream, type, position and number', async () => {
    const lines = ({ out }: Ended) =>
      out
        .trimEnd()
        .split('\n')
        .filter(Boolean)
        .map(
          (line) =>
            JSON.parse(line) as {
              position: string;
              version: number;
              event: { stream: string; type: string };
            },
        );
    const all = lines(await vaihe('events'));
    expect(all.map(({ position }) => Number(position))).toEqual(all.map((_, index) => index + 1));
    expect(all.length).toBe(await head());
    const stream = all.filter(({ event }) => event.stream === 'reform-sote-2021');
    expect(stream.length).toBeGreaterThan(1);
    expect(lines(await vaihe('events', '--stream', 'reform-sote-2021'))).toEqual(stream);
    const type = all.filter(({ event }) => event.type === 'measure-planned');
    expect(lines(await vaihe('events', '--type', 'measure-planned', '--limit', '2'))).toEqual(type.slice(0, 2));
    expect(lines(await vaihe('events', '--after', '7', '--limit', '3'))).toEqual(all.slice(7, 10));
    expect(lines(await vaihe('events', '--after', String(all.length)))).toEqual([]);
    expect((await vaihe('events', '--limit', '0')).out).toBe('');
  });

  test('a reader that leaves early ends the command without a stack trace', () => {
    const program = fileURLToPath(new URL('../../dist/apps/cli/main.js', import.meta.url));
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" events | head -n 1`], {
      env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.url },
      encoding: 'utf8',
    });
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });

  test('rebuild makes the views anew and finds what they were', async () => {
    const { code, out } = await vaihe('rebuild');
    expect([code, out]).toEqual([0, `Read ${await head()} events. The views were what the ledger gives.\n`]);
  });
});

describe('serve', () => {
  test('a second server is told that the first runs; a port in use is told; SIGTERM ends cleanly', async () => {
    const env = { DATABASE_URL: database.url };
    const first = start(['serve', '--port', '0'], env);
    const url = /http:\/\/\S+/.exec(await first.said('Stop it with Ctrl+C.'))?.[0] ?? '';
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const second = await run(['serve', '--port', '0'], env);
    expect([second.code, second.out]).toEqual([2, '']);
    expect(second.err).toContain('vaihe runs already on this data');
    expect(second.err).toContain('(already-running)');
    const other = await createDatabase();
    const taken = await run(['serve', '--port', new URL(url).port], { DATABASE_URL: other.url });
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('is in use. Stop what listens there')]);
    await other.drop();
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, err: '' });
  });

  test('on data of its own: demo serves the example; killed, it starts again with what it had', async () => {
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o755 });
    const env = { VAIHE_DATA: data };
    const demo = start(['demo', '--port', '0'], env);
    const said = await demo.said('Stop it with Ctrl+C.');
    expect(said).toMatch(/^329 events recorded\.\n/);
    const url = /http:\/\/\S+/.exec(said)?.[0] ?? '';
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Vantaan ja Keravan')]);
    const second = await run(['demo', '--port', '0'], env);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining('(already-running)')]);
    demo.child.kill('SIGKILL');
    await demo.ended;
    const again = start(['serve', '--port', '0'], env);
    const next = /http:\/\/\S+/.exec(await again.said('Stop it with Ctrl+C.'))?.[0] ?? '';
    expect(await (await fetch(`${next}/health`)).json()).toMatchObject({ status: 'ok', ledger: '356', views: '356' });
    again.child.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
  });
});
