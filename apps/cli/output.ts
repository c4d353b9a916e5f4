/** Exit codes: 0 fine, 1 there is something to look at, 2 it could not be done. */
export const exitCodes = { ok: 0, finding: 1, error: 2 } as const;

/** A command's exit code. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A refusal by the command line itself: bad arguments, nothing of that name. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Output {
  readonly result: (text: string) => void;
  readonly note: (text: string) => void;
  /** Resolves when what was written has been taken; false: whoever read it has gone, and nobody needs the rest. */
  readonly taken: () => Promise<boolean>;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether colours may be used on standard output. */
  readonly colour: boolean;
  /** Replaces the last progress line on a terminal; writes nothing elsewhere. */
  readonly progress: (text: string) => void;
}

/** The process's own streams. */
export const processOutput = (): Output => {
  const { stdout, stderr } = process;
  let open = false;
  let gone = false;
  // `vaihe events | head -1`: the reader has what it wanted. The command ends by itself, and closes what it opened.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      gone = true;
    });
  const close = (): void => {
    if (open) stderr.write('\n');
    open = false;
  };
  return {
    result: (text) => {
      close();
      if (!gone) stdout.write(`${text}\n`);
    },
    taken: async () => {
      // An error comes with the callback of the write that met it.
      if (!gone) await new Promise((resolve) => stdout.write('', resolve));
      return !gone;
    },
    note: (text) => {
      close();
      if (!gone) stderr.write(`${text}\n`);
    },
    width: stdout.columns ?? 100,
    colour: stdout.isTTY === true && !process.env['NO_COLOR'],
    progress: (text) => {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001b[K${text}`);
      open = true;
    },
  };
};

/** Characters that a value passes through JSON without: days are already texts in views. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);
