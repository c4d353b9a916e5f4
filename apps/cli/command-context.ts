import { EventStoreError } from '#event-store';
import { type Config, PlatformError, createLogger, parseConfig } from '#platform';
import { type OpenRuntime, openRuntime } from '../runtime/open-runtime.js';
import { isDatabaseAway } from '../runtime/database-away.js';
import { CommandError, type ExitCode, type Output, exitCodes } from './output.js';

/** What every command works with. */
export interface CommandContext {
  readonly output: Output;
  /** The configuration; throws `invalid-config`. */
  readonly config: () => Config;
  /** Opens the ledger, brings the views up to date, acts, closes; sets the exit code and reports what went wrong. */
  readonly run: (action: (runtime: OpenRuntime, output: Output) => Promise<ExitCode>) => Promise<void>;
  /** Acts without opening anything; sets the exit code and reports what went wrong. */
  readonly guard: (action: () => Promise<ExitCode>) => Promise<void>;
}

/** Codes of a server that is there and does not let us in, and what to do. */
const refusedByServer: Readonly<Record<string, string>> = {
  '28P01': 'The database refuses the password. Check DATABASE_URL.',
  '28000': 'The database refuses the user. Check DATABASE_URL.',
  '3D000': 'The server has no such database. Create it, or check DATABASE_URL.',
  '42501': 'The user of DATABASE_URL may not do this; it must own the database.',
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** What went wrong, for the person at the terminal: the message, then its code. */
export const describeError = (error: unknown): string => {
  if (error instanceof CommandError || error instanceof PlatformError || error instanceof EventStoreError)
    return `vaihe: ${error.message} (${error.code})`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
  const refused = refusedByServer[code];
  if (refused !== undefined) return `vaihe: ${refused} (database-refused)`;
  if (isDatabaseAway(error))
    return `vaihe: The database does not answer (${messageOf(error) || code}). See that it runs and that DATABASE_URL names it. (unavailable)`;
  return `vaihe: ${messageOf(error)} (${code})`;
};

/** The context of a process. Logs of what libraries wait out are left to `LOG_LEVEL`; a command is quiet by itself. */
export const processContext = (output: Output, env: NodeJS.ProcessEnv): CommandContext => {
  const config = () => parseConfig({ LOG_LEVEL: 'error', ...env });
  const guard: CommandContext['guard'] = async (action) => {
    try {
      process.exitCode = await action();
    } catch (error) {
      output.note(describeError(error));
      process.exitCode = exitCodes.error;
    }
  };
  return {
    output,
    config,
    guard,
    run: (action) =>
      guard(async () => {
        const settings = config();
        const runtime = await openRuntime(settings, createLogger(settings.logLevel));
        try {
          await runtime.refresh();
          return await action(runtime, output);
        } finally {
          await runtime.close();
        }
      }),
  };
};
