import { type Command } from 'commander';
import { type ServerLock, acquireServerLock, createLogger } from '#platform';
import { type OpenRuntime, openRuntime } from '../../runtime/open-runtime.js';
import { type CommandContext } from '../command-context.js';
import { CommandError, type ExitCode, type Output, exitCodes } from '../output.js';

/** Options of the commands that serve. */
export interface ServeOptions {
  readonly port?: string;
}

/** Resolves at the first SIGINT or SIGTERM. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const listenProblem = (error: unknown, port: number): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE'
    ? new CommandError(
        'port-in-use',
        `Port ${port} is in use. Stop what listens there, or choose another: --port 3001.`,
      )
    : error;
};

/** The port that an option names, or the configuration's. */
const portOf = (options: ServeOptions, configured: number): number => {
  if (options.port === undefined) return configured;
  if (/^\d{1,5}$/.test(options.port) && Number(options.port) <= 65535) return Number(options.port);
  throw new CommandError('not-a-port', '--port must be a number from 0 to 65535.');
};

/** What a serving command does around the start. */
export interface Preparation {
  /** Work of the processor that needs no database, while the database starts. */
  readonly meanwhile?: () => void;
  /** On the open ledger, before anybody is served. */
  readonly before: (runtime: OpenRuntime, output: Output) => Promise<void>;
  /** While the first are served, before it is said that vaihe is ready. */
  readonly after: (runtime: OpenRuntime, output: Output) => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/**
 * Serves the ledger of the configuration until it is told to stop. The first
 * server of a database holds a lock; a second one is refused (`already-running`).
 */
export const serve = (context: CommandContext, options: ServeOptions, preparation: Preparation): Promise<void> =>
  context.guard(async (): Promise<ExitCode> => {
    const { output } = context;
    const config = context.config();
    const port = portOf(options, config.port);
    const logger = createLogger(config.logLevel);
    const stopped = untilStopped();
    // Loaded only where something is served, and while the database starts: either is most of a command's start.
    const opening = openRuntime(config, logger);
    const api = import('../../api/server.js');
    preparation.meanwhile?.();
    const runtime = await opening;
    const ending = new AbortController();
    let lock: ServerLock | false = false;
    try {
      lock = await acquireServerLock(runtime.database.ownerPool);
      if (lock === false)
        throw new CommandError('already-running', 'vaihe runs already on this data. Use that one, or stop it first.');
      await runtime.refresh();
      await preparation.before(runtime, output);
      const { startServer } = await api;
      const server = await startServer(runtime, logger, { host: config.host, port }).catch((error: unknown) => {
        throw listenProblem(error, port);
      });
      const keepingUp = runtime.keepUp(ending.signal);
      await preparation.after(runtime, output);
      output.result(`\nvaihe is ready: ${server.url}\nStop it with Ctrl+C.`);
      await stopped;
      await server.close();
      ending.abort();
      await keepingUp;
      return exitCodes.ok;
    } finally {
      ending.abort();
      // The pool that it was taken from would wait for it at the close.
      if (lock !== false) lock.release();
      await runtime.close();
    }
  });

/** `vaihe serve`. */
export const serveCommand = (program: Command, context: CommandContext): void => {
  program
    .command('serve')
    .description('serve the pages and the API on loopback, and keep views and cases up to date')
    .option('--port <port>', 'port to listen on (default: PORT, else 3000)')
    .addHelpText('after', '\nExamples:\n  vaihe serve\n  vaihe serve --port 3001')
    .action((options: ServeOptions) => serve(context, options, { before: nothing, after: nothing }));
};
