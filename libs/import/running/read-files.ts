import { canonicalJson } from '#event-store';
import { checkDraft } from '#reform';
import { type Digest } from '../items/ids.js';
import { type Statement, everyFile } from '../items/statement.js';
import { statementsOf } from '../items/statements.js';
import { definitionFor } from '../items/workflow-statements.js';
import { type FileError, type Flaw, fileErrors } from '../reading/file-error.js';
import { flawOf } from '../reading/places.js';
import { type ReadFile, readProgrammeFile } from '../reading/read-programme-file.js';

/** A file to be imported: its name, which errors repeat, and its content. */
export interface InputFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** A file and what it states. */
export interface StatedFile {
  readonly file: ReadFile;
  readonly statements: readonly Statement[];
}

/** All files, or everything that is wrong with any of them. */
export type FilesRead = { readonly files: readonly StatedFile[] } | { readonly errors: readonly FileError[] };

const definitionFlaws = ({ content, places }: ReadFile): readonly Flaw[] =>
  content.workflow && !definitionFor(content)
    ? [flawOf(places, '/workflow/definition', 'unknown-definition', 'No definition of this key is shipped.')]
    : [];

/** What the catalogue still refuses: the schema is made of it, so that this finds next to nothing. */
const draftFlaws = ({ places }: ReadFile, statements: readonly Statement[]): readonly Flaw[] =>
  statements.flatMap((statement) =>
    checkDraft({ ...statement, causation: null }, statement.stream).map(({ code, path, expected }) =>
      flawOf(places, statement.path, 'bad-form', `${statement.type} ${path}: ${code}, expected is ${expected}.`),
    ),
  );

const readOne = ({ name, content }: InputFile, digest: Digest): FilesRead => {
  const read = readProgrammeFile(name, content);
  if ('errors' in read) return read;
  const statements = statementsOf(read.file, digest);
  const flaws = [...definitionFlaws(read.file), ...draftFlaws(read.file, statements)];
  return flaws.length > 0 ? { errors: fileErrors(name, flaws) } : { files: [{ file: read.file, statements }] };
};

/** Files that say different things of one scope or one source. */
const togetherErrors = (files: readonly StatedFile[]): readonly FileError[] => {
  const scopes = new Set<string>();
  const shared = new Map<string, string>();
  return files.flatMap(({ file: { name, content, places }, statements }) => {
    const flaws: Flaw[] = [];
    if (scopes.has(content.scope))
      flaws.push(flawOf(places, '/scope', 'scope-twice', `Another file has the scope ${content.scope}.`));
    scopes.add(content.scope);
    for (const { scope, item, path, data } of statements) {
      if (scope !== everyFile) continue;
      const text = canonicalJson(data);
      if ((shared.get(item) ?? text) !== text)
        flaws.push(flawOf(places, path, 'source-differs', `Another file states ${item} otherwise.`));
      shared.set(item, text);
    }
    return fileErrors(name, flaws);
  });
};

/** Reads several files as one: if anything is wrong with any of them, nothing of any of them counts. */
export const readFiles = (inputs: readonly InputFile[], digest: Digest): FilesRead => {
  const read = inputs.map((input) => readOne(input, digest));
  const files = read.flatMap((one) => ('files' in one ? one.files : []));
  const errors = [...read.flatMap((one) => ('errors' in one ? one.errors : [])), ...togetherErrors(files)];
  return errors.length > 0 ? { errors } : { files };
};
