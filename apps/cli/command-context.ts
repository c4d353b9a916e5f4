import { EventStoreError } from '#event-store';
import { type Config, PlatformError, createLogger, parseConfig } from '#platform';
import { type OpenRuntime, openRuntime } from '../runtime/open-runtime.js';
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

/** What went wrong, for the person at the terminal: the message, then its code. */
export const describeError = (error: unknown): string => {
  if (error instanceof CommandError || error instanceof PlatformError || error instanceof EventStoreError)
    return `vaihe: ${error.message} (${error.code})`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
  const message = error instanceof Error ? error.message || error.name : String(error);
  return `vaihe: ${message} (${code})`;
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
