import { type ProgrammeFile } from '../format/programme-file.js';
import { checkMeaning } from './check-meaning.js';
import { checkPersonalData } from './check-personal-data.js';
import { checkShape } from './check-shape.js';
import { type FileError, type Flaw, fileErrors } from './file-error.js';
import { plainValue } from './plain-value.js';
import { type Places, createPlaces } from './places.js';
import { readText } from './read-text.js';
import { readYaml } from './read-yaml.js';

/** A file that holds what it may. */
export interface ReadFile {
  readonly name: string;
  readonly content: ProgrammeFile;
  readonly places: Places;
}

/** A file, or everything that is wrong with it: never a part of a file. */
export type FileRead = { readonly file: ReadFile } | { readonly errors: readonly FileError[] };

/**
 * Reads a programme file (YAML 1.2 or JSON). Bounded: at most 5 MiB, which is checked before anything is parsed, 24
 * levels and 100,000 values; no aliases, anchors or tags. All errors are listed at once, in order of their place.
 */
export const readProgrammeFile = (name: string, content: Uint8Array | string): FileRead => {
  const refused = (flaws: readonly Flaw[]): FileRead => ({ errors: fileErrors(name, flaws) });
  const read = readText(content);
  if ('flaw' in read) return refused([read.flaw]);
  const { document, lines, flaws } = readYaml(read.text);
  if (document === null) return refused(flaws);
  const places = createPlaces(lines);
  const plain = plainValue(document, places);
  const all = [
    ...plain.flaws,
    ...checkShape(plain.value, places),
    ...checkMeaning(plain.value, places),
    ...checkPersonalData(plain.value, places),
  ];
  const file = plain.value as ProgrammeFile;
  return all.length > 0 ? refused(all) : { file: { name, content: file, places } };
};
