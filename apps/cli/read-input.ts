import { open } from 'node:fs/promises';
import { type InputFile, largestFile } from '#import';
import { CommandError } from './output.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder; name the files in it',
};

/** Reads a file that is to be imported; of one that is too large only as much as shows that it is. */
export const readInput = async (name: string): Promise<InputFile> => {
  try {
    const file = await open(name, 'r');
    try {
      const { size } = await file.stat();
      const content = Buffer.alloc(Math.min(size, largestFile + 1));
      const { bytesRead } = await file.read(content, 0, content.length, 0);
      return { name, content: content.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new CommandError('file-not-readable', `${name} cannot be read: ${reasons[code] ?? String(error)}.`);
  }
};
