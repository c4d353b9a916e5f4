import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of this folder that runs on the build. */
export interface Child {
  /** The next line that it prints; null: it has ended. */
  readonly line: () => Promise<string | null>;
  /** Sends a signal and waits for the end, with whatever was printed until then. */
  readonly end: (signal: NodeJS.Signals) => Promise<readonly string[]>;
}

/** Starts a program of this folder. */
export const startChild = (program: string, ...args: string[]): Child => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string | null> => {
    const next: IteratorResult<string, unknown> = await lines.next();
    return next.done === true ? null : next.value;
  };
  const end = async (signal: NodeJS.Signals): Promise<readonly string[]> => {
    child.kill(signal);
    await exited;
    const rest: string[] = [];
    for (let next = await line(); next !== null; next = await line()) rest.push(next);
    return rest;
  };
  return { line, end };
};
