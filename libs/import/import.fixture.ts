import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { type EventStore, type StoredEvent, createMemoryEventStore } from '#event-store';
import { createMemoryTextStore } from '#reform';
import { type InputFile } from './running/read-files.js';
import { type ImportDeps } from './running/run-import.js';

/** For tests: the example files, and what an import needs, without a clock or chance. */

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const folder = 'examples/finland-2020';

/** One of the example files. */
export const example = (name: string): InputFile => ({ name, content: readFileSync(`${folder}/${name}`, 'utf8') });

/** The example files in order of name. */
export const examples: readonly InputFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map(example);

/** Replaces the one place where a text stands; a test that changed nothing would prove nothing. */
export const edited = (file: InputFile, was: string, is: string): InputFile => {
  const parts = String(file.content).split(was);
  if (parts.length !== 2) throw new Error(`${file.name} holds ${parts.length - 1} times: ${was}`);
  return { ...file, content: parts.join(is) };
};

/** Day on which the tests record, long after every source. */
export const recordedAt = '2026-11-22T14:17:00.123+02:00';

/** What an import needs, over a ledger in memory. */
export const depsOf = (store: EventStore = createMemoryEventStore()): ImportDeps => ({
  store,
  texts: createMemoryTextStore(),
  stamp: () => recordedAt,
  newId: () => '00000000-0000-8000-8000-000000000001',
  digest,
  release: 'test',
});

/** Everything in a ledger. */
export const allOf = (store: EventStore): Promise<readonly StoredEvent[]> =>
  store.readAll({ after: null, limit: 1_000_000 });

/** The texts of a ledger by stream: what must be the same however an import went. */
export const byStream = async (store: EventStore): Promise<Readonly<Record<string, readonly string[]>>> => {
  const streams: Record<string, string[]> = {};
  for (const { text, envelope } of await allOf(store)) (streams[envelope.stream] ??= []).push(text);
  return streams;
};
