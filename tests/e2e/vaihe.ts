import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/apps/cli/main.js', import.meta.url));

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves when standard output holds a text; throws where the command ends before. */
  readonly said: (text: string) => Promise<string>;
  readonly ended: Promise<Ended>;
}

/** The environment of a command: of the test's own only what a process needs. */
const environment = (env: Readonly<Record<string, string>>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  ...env,
});

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export const endAll = async (): Promise<void> => {
  for (const child of running) {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
};

/** Starts `vaihe`, as built. */
export const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Running => {
  const child = spawn(process.execPath, [program, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  const said = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (out.includes(text)) resolve(out);
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`it ended before it said "${text}": ${out}${err}`)));
      look();
    });
  return { child, said, ended };
};

/** Runs `vaihe` to its end. */
export const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  start(args, env).ended;
