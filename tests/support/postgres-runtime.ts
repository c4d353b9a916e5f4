import { runImport } from '#import';
import { type Clock, createLogger } from '#platform';
import { type OpenRuntime, composeRuntime } from '../../apps/runtime/open-runtime.js';
import { createDatabase } from './database.js';
import { exampleFiles } from './memory-runtime.js';

/** A runtime over a fresh database of the test run's server; `close` drops it. */
export const createPostgresRuntime = async (clock?: Clock): Promise<OpenRuntime> => {
  const { pool, ownerPool, drop } = await createDatabase();
  return composeRuntime({ pool, ownerPool, embedded: false, close: drop }, createLogger('silent'), clock);
};

/** Imports the example into a runtime and brings everything up to date. */
export const importExample = async (runtime: OpenRuntime): Promise<void> => {
  const report = await runImport({ ...runtime.commands, texts: runtime.texts }, exampleFiles(), { actor: 'importer' });
  if (report.status === 'refused') throw new Error(JSON.stringify(report.errors.slice(0, 5)));
  await runtime.settle();
};

/** A runtime over PostgreSQL with the example. */
export const postgresExample = async (): Promise<OpenRuntime> => {
  const runtime = await createPostgresRuntime();
  await importExample(runtime);
  return runtime;
};
