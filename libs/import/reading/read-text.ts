import { type Flaw } from './file-error.js';

/** Bytes of UTF-8 of the largest file that is read; a larger one is refused before a byte of it is parsed. */
export const largestFile = 5 * 1024 * 1024;

/** The text of a file, or why it has none. */
export type TextRead = { readonly text: string } | { readonly flaw: Flaw };

const start = { line: 1, column: 1, path: '' };

const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/** The flaw of a file of so many bytes, or null: for a caller that can ask for the size before it reads the file. */
export const sizeFlaw = (bytes: number): Flaw | null =>
  bytes <= largestFile
    ? null
    : { ...start, code: 'file-too-large', message: `The file has ${mib(bytes)}, the limit is ${mib(largestFile)}.` };

const decode = (bytes: Uint8Array): TextRead => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { flaw: { ...start, code: 'not-utf8', message: 'The file is not UTF-8.' } };
  }
};

/** The text of a file's content, bounded. */
export const readText = (content: Uint8Array | string): TextRead => {
  const flaw = sizeFlaw(content.length);
  if (flaw) return { flaw };
  return typeof content === 'string' ? { text: content } : decode(content);
};
