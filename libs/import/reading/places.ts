import { type LineCounter } from 'yaml';
import { type Flaw, type FileErrorCode, type Place } from './file-error.js';

/** Where the values and keys of a file stand, by JSON pointer. */
export interface Places {
  /** Notes where a value stands, and its key where it has one. */
  readonly note: (path: string, offset: number, keyOffset?: number) => void;
  /** The place of a value, or of the nearest value around it. */
  readonly of: (path: string) => Place;
  /** The place of a field's key, or of its value where it has none. */
  readonly ofKey: (path: string) => Place;
  readonly at: (offset: number) => Place;
}

/** A step of a JSON pointer (RFC 6901). */
export const pointer = (path: string, step: string | number): string =>
  `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The places of a file, none noted yet. */
export const createPlaces = (lines: LineCounter): Places => {
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const offsetOf = (path: string): number => {
    for (let rest = path; rest !== ''; rest = rest.slice(0, rest.lastIndexOf('/'))) {
      const offset = values.get(rest);
      if (offset !== undefined) return offset;
    }
    return values.get('') ?? 0;
  };
  return {
    note: (path, offset, keyOffset) => {
      values.set(path, offset);
      if (keyOffset !== undefined) keys.set(path, keyOffset);
    },
    of: (path) => at(offsetOf(path)),
    ofKey: (path) => at(keys.get(path) ?? offsetOf(path)),
    at,
  };
};

/** A flaw of the value at a path. */
export const flawOf = (places: Places, path: string, code: FileErrorCode, message: string): Flaw => ({
  ...places.of(path),
  path,
  code,
  message,
});
