import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createDriver } from '#cases';
import { type CommandDeps, type EventStore, createMemoryEventStore } from '#event-store';
import { type FactBase, createMemoryFactBase } from '#facts';
import { type Day, type LedgerEvent, day, ledgerEvent } from '#history';
import { type InputFile, runImport } from '#import';
import { createMemoryTextStore, reformDomain } from '#reform';
import { type Runtime } from '../../apps/runtime/runtime.js';

const examples = new URL('../../examples/finland-2020/', import.meta.url);

/** The files of the example, as an import takes them. */
export const exampleFiles = (): readonly InputFile[] =>
  readdirSync(examples)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, content: readFileSync(new URL(name, examples), 'utf8') }));

/** A runtime without a database, whose clock the test sets. */
export interface MemoryRuntime extends Runtime {
  readonly commands: CommandDeps;
  /** Sets the clock to noon of a day. */
  readonly setDay: (text: string) => void;
  readonly today: () => Day;
  /** Reads what was recorded into the fact base. */
  readonly read: () => Promise<void>;
  /** Reads what was recorded into the fact base and drives every case. */
  readonly settle: () => Promise<void>;
  readonly importFiles: (files: readonly InputFile[]) => Promise<void>;
}

/** The next events of a store, onto a list that grows. */
const follow = async (store: EventStore, events: LedgerEvent[]): Promise<void> => {
  for (;;) {
    const last = events.at(-1);
    const page = await store.readAll({ after: last?.position ?? null, limit: 1000 });
    if (page.length === 0) return;
    for (const stored of page) events.push(ledgerEvent(stored, events.at(-1)?.recorded ?? -Infinity));
  }
};

/** A runtime over the ledger in memory; its day is the one given until it is set. */
export const createMemoryRuntime = (firstDay: string): MemoryRuntime => {
  let now = firstDay;
  const store = createMemoryEventStore();
  const events: LedgerEvent[] = [];
  const facts: FactBase = createMemoryFactBase(reformDomain, events);
  const texts = createMemoryTextStore();
  const recordedAt = (): string => `${now}T12:00:00.000+02:00`;
  const commands: CommandDeps = {
    store,
    stamp: recordedAt,
    newId: randomUUID,
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    release: 'test',
  };
  const settle = async (): Promise<void> => {
    await follow(store, events);
    await createDriver({ ...commands, facts, day: () => day(now), alarm: () => undefined }).driveAll();
    await follow(store, events);
  };
  return {
    ...{ store, facts, texts, commands, settle, release: 'test' },
    read: () => follow(store, events),
    clock: { now: () => ({ recordedAt: recordedAt(), day: now }) },
    setDay: (text) => {
      now = text;
    },
    today: () => day(now),
    importFiles: async (files) => {
      const report = await runImport({ ...commands, texts }, files, { actor: 'importer' });
      if (report.status === 'refused') throw new Error(JSON.stringify(report.errors.slice(0, 5)));
      await settle();
    },
  };
};

/** A runtime over the ledger in memory with the example imported on 2026-11-02. */
export const exampleRuntime = async (): Promise<MemoryRuntime> => {
  const runtime = createMemoryRuntime('2026-11-02');
  await runtime.importFiles(exampleFiles());
  return runtime;
};
