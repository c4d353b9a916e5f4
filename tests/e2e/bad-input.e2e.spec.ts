import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EventDraft, type JsonObject } from '#event-store';
import { appRole } from '#event-store-postgres';
import { largestFile, runImport } from '#import';
import { createLogger, createPool } from '#platform';
import { type OpenRuntime, composeRuntime } from '../../apps/runtime/open-runtime.js';
import { type CommandRequest, recordCommand } from '../../apps/runtime/record-command.js';
import { type TestDatabase, createDatabase } from '../support/database.js';
import { type DatabaseProxy, createDatabaseProxy } from '../support/database-proxy.js';

let database: TestDatabase;
let proxy: DatabaseProxy;
let runtime: OpenRuntime;

const draft = (
  type: string,
  occurred: string | null,
  data: JsonObject,
  more: Partial<EventDraft> = {},
): EventDraft => ({
  ...{ type, schema: 1, occurred, source: null, learned: null, causation: null, data },
  ...more,
});
const title = { en: 'A measure' };
const planned = draft('measure-planned', '2021-01', { title });
const command = (id: string, drafts: readonly EventDraft[], more: Partial<CommandRequest> = {}): CommandRequest => ({
  ...{ id, stream: 'measure-made-up/A', actor: 'tester', drafts },
  ...more,
});
const head = async (): Promise<string | null> => runtime.store.head();
const texts = async (): Promise<number> => (await database.ownerPool.query('select from texts.text')).rowCount ?? 0;
const accepted = async (request: CommandRequest) => {
  const result = await recordCommand(runtime, request);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusal));
  return result;
};

beforeAll(async () => {
  database = await createDatabase();
  proxy = await createDatabaseProxy(database.url);
  const pool = createPool({ url: proxy.url, role: appRole });
  const ownerPool = createPool({ url: proxy.url, max: 1 });
  const close = async (): Promise<void> => void (await Promise.allSettled([pool.end(), ownerPool.end()]));
  runtime = composeRuntime({ pool, ownerPool, embedded: false, close }, createLogger('silent'));
  await accepted(command('plan', [planned]));
  await accepted(
    command('launch', [draft('programme-launched', '2020', { name: title })], { stream: 'programme-shut' }),
  );
  await accepted(
    command(
      'close',
      [draft('programme-closed', '2022', { reason: { content: 'The period ended.', language: 'en' } })],
      {
        stream: 'programme-shut',
      },
    ),
  );
});
afterAll(async () => {
  await runtime.close();
  await proxy.close();
  await database.drop();
});

const reason = (content: string): JsonObject => ({ content, language: 'en' });
const deep = (levels: number): JsonObject => (levels === 0 ? {} : { a: deep(levels - 1) });

describe('a bad command is refused with a code and what to do; ledger and texts stay as they were', () => {
  test.each<[string, string, CommandRequest]>([
    ['an unknown event type', 'unknown-event-type', command('c', [draft('measure-imagined', null, {})])],
    ['an unknown field', 'unknown-field', command('c', [draft('measure-planned', '2021', { title, colour: 'red' })])],
    ['a missing field', 'missing-field', command('c', [draft('measure-planned', '2021', {})])],
    ['another stream', 'wrong-stream', command('c', [planned], { stream: 'programme-made-up' })],
    ['a stream that is none', 'wrong-stream', command('c', [planned], { stream: 'nonsense' })],
    [
      'a wrong version of the shape',
      'wrong-schema',
      command('c', [draft('measure-started', '2021', {}, { schema: 9 })]),
    ],
    ['a step out of order', 'illegal-step', command('c', [draft('measure-resumed', '2021-02', {})])],
    [
      'a wrong version',
      'version-conflict',
      command('c', [draft('measure-started', '2021', {})], { expectedVersion: 7 }),
    ],
    ['a date that is none', 'invalid-date', command('c', [draft('measure-started', '2021-02-30', {})])],
    [
      'a lone surrogate',
      'lone-surrogate',
      command('c', [draft('measure-planned', '2021', { title: { en: 'a\ud800' } })]),
    ],
    [
      'an integer beyond 2^53',
      'integer-out-of-range',
      command('c', [draft('programme-launched', '2021', { name: title, measuresInTotal: 2 ** 53 })], {
        stream: 'programme-large',
      }),
    ],
    [
      'something new in a closed programme',
      'programme-closed',
      command('c', [draft('measure-planned', '2023', { title })], { stream: 'measure-shut/A' }),
    ],
    [
      'a reason that holds an e-mail address',
      'personal-data',
      command('c', [draft('measure-deferred', '2021', { reason: reason('Ask maija@example.org') })]),
    ],
    [
      'a reason that is empty',
      'invalid-value',
      command('c', [draft('measure-deferred', '2021', { reason: reason(' ') })]),
    ],
    ['an address for an actor', 'personal-data', command('c', [planned], { actor: 'maija@example.org' })],
    ['an id that is none', 'invalid-value', command('', [planned])],
    ['data without end', 'unknown-field', command('c', [draft('measure-planned', '2021', { title, x: deep(5000) })])],
    ['another body under the same id', 'command-reused', command('plan', [draft('measure-started', '2021-02', {})])],
    ['another actor under the same id', 'command-reused', command('plan', [planned], { actor: 'somebody' })],
  ])('%s', async (_what, code, request) => {
    const before = [await head(), await texts()];
    const result = await recordCommand(runtime, request);
    expect(result).toMatchObject({ status: 'refused', refusal: { code } });
    if (result.status === 'refused' && 'remedy' in result.refusal) {
      for (const text of [result.refusal.message, result.refusal.remedy])
        for (const language of ['fi', 'sv', 'en'] as const) expect(text[language]).not.toBe('');
      expect(JSON.stringify(result.refusal)).not.toContain('maija');
    }
    expect([await head(), await texts()]).toEqual(before);
  });
});

test('a command repeated gives its first result and records nothing', async () => {
  const request = command('defer', [draft('measure-deferred', '2021-03', { reason: reason('The system is late.') })]);
  const first = await accepted(request);
  const before = [await head(), await texts()];
  expect(await accepted(request)).toMatchObject({ repeated: true, events: first.events, position: first.position });
  expect([await head(), await texts()]).toEqual(before);
  const [event] = (await runtime.store.readStream('measure-made-up/A')).slice(-1);
  const { text } = event?.envelope.data['reason'] as { text: string };
  expect(await runtime.texts.get(text)).toMatchObject({ status: 'kept', text: { content: 'The system is late.' } });
  expect(event?.text).not.toContain('late');
});

describe('a bad file is refused by line, with a code and what to do; the ledger stays as it was', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'].map((line, index) =>
    index === 0
      ? line
      : `${line}: &${line} [${Array(9)
          .fill(`*${'abcdefghi'[index - 1]}`)
          .join(',')}]`,
  );
  test.each<[string, string, Uint8Array | string]>([
    ['20 MB', 'file-too-large', Buffer.alloc(20 * 1024 * 1024, 'a: b\n').subarray(0, largestFile + 1)],
    ['a YAML bomb', 'anchor-not-allowed', bomb.join('\n')],
    ['an alias loop', 'anchor-not-allowed', 'a: &a\n  b: *a\n'],
    ['an integer beyond 2^53', 'number-too-large', 'format: vaihe-programme-file/1\nscope: x\nx: 9007199254740993\n'],
    ['a lone surrogate', 'lone-surrogate', '{ "format": "vaihe-programme-file/1", "scope": "\\ud800" }'],
    ['bytes that are no text', 'not-utf8', Buffer.from([0x61, 0x3a, 0x20, 0xff])],
    ['no YAML', 'yaml-syntax', 'a: [b\n'],
    ['nesting without end', 'too-deep', `${'['.repeat(500)}${']'.repeat(500)}`],
  ])('%s', async (_what, code, content) => {
    const before = await head();
    const report = await runImport({ ...runtime.commands, texts: runtime.texts }, [{ name: 'bad.yaml', content }], {
      actor: 'tester',
    });
    if (report.status !== 'refused') throw new Error('it was accepted');
    expect(report.errors.map((error) => error.code)).toContain(code);
    for (const { remedy, line, message } of report.errors)
      expect([remedy === '', line > 0, message === '']).toEqual([false, true, false]);
    expect(await head()).toBe(before);
  });
});

describe('the database gone in mid-append', () => {
  const isAppend = (bytes: Buffer): boolean => bytes.includes('ledger-append');
  test.each([
    ['before it has the events: nothing is recorded', 'away-before', 0],
    ['after it has the events: nobody can say', 'away-after', 1],
  ] as const)('%s; repeated with the same id the command counts once', async (_what, away, recorded) => {
    const before = BigInt((await head()) ?? '0');
    const request = command(away, [planned], { stream: `measure-made-up/${away}` });
    proxy.watch((bytes) => (isAppend(bytes) ? away : 'pass'));
    await expect(recordCommand(runtime, request)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/[Rr]epeat the command|Try again/),
    });
    await proxy.comeBack();
    expect(BigInt((await head()) ?? '0') - before).toBe(BigInt(recorded));
    expect(await accepted(request)).toMatchObject({ repeated: recorded === 1, version: 1 });
    expect(BigInt((await head()) ?? '0') - before).toBe(1n);
  });
});
