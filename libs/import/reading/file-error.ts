/**
 * What is wrong with a file, and what to do about it. The codes are stable: callers match them, and the texts may
 * change. Source of the form: every refusal of ours has a code, a place and a remedy.
 */
export const remedies = {
  'file-too-large': 'Split the file: one programme, or a part of one, is far smaller.',
  'not-utf8': 'Save the file as UTF-8.',
  'yaml-syntax': 'Mend the YAML (or JSON) at this place.',
  'several-documents': 'Keep one document in a file: remove the lines "---" and "...".',
  'too-deep': 'A programme file nests a few levels only; flatten it.',
  'too-many-values': 'Split the file.',
  'anchor-not-allowed': 'Write the value out at each place; anchors and aliases are not read.',
  'tag-not-allowed': 'Remove the tag (!...); only plain YAML 1.2 values are read.',
  'reserved-key': 'Choose another key.',
  'key-not-text': 'Put the key in quotes.',
  'duplicate-key': 'Remove one of the two; each field stands once.',
  'lone-surrogate': 'Replace the broken character; it is half of a pair.',
  'control-character': 'Remove the control character.',
  'number-too-large': 'Write a whole number below 2^53.',
  'unknown-format': 'Begin the file with: format: vaihe-programme-file/1',
  'unknown-field': 'Remove the field, or mend its name; the schema lists what may stand here.',
  'missing-field': 'Add the field.',
  'wrong-type': 'Give a value of the right type; a code, date or version that looks like a number stands in quotes.',
  'not-allowed': 'Use one of the values that are allowed here.',
  'bad-form': 'Give the value the form that the schema asks for.',
  'bad-date':
    'Write an EDTF date at the precision known, in quotes: a day 2021-06-23, a month 2021-09, spring 2021-21, a year 2021, an interval 2020/2021, ../2019 or 2023-01-01/..',
  'bad-day': 'Write a day that exists, in quotes: "2021-06-23".',
  'bad-duration': 'Write an ISO 8601 duration, as P7D or P1M.',
  'out-of-range': 'Give a value within the limits.',
  'duplicate-item': 'Give each item of a section a key of its own; keys are identity and never change.',
  'unknown-reference': 'Name something that the file holds, or add it.',
  'unknown-source': 'Name a source that the file lists under `sources`.',
  'known-day-missing':
    'Give the item `knownFrom`: its source is known on the same day, and the item has no day of its own.',
  'known-day-twice': 'Remove `knownFrom`: the source itself says from when it is known.',
  'source-differs': 'State the source in the same words in every file that cites it.',
  'scope-twice': 'Give each file a scope of its own.',
  'programme-missing': 'Add `programme`, to which the items of this section belong.',
  'unknown-definition': 'Name a definition that is shipped or published.',
  'personal-data':
    'Name the role instead of the person; no e-mail address, telephone number or identity code is recorded.',
  'too-many-errors': 'Mend these first and read the file again.',
} as const;

/** Code of what is wrong. */
export type FileErrorCode = keyof typeof remedies;

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a file. */
export interface FileError extends Place {
  readonly code: FileErrorCode;
  /** Name of the file as given by the caller. */
  readonly file: string;
  /** JSON pointer of the value in the file, '' for the whole. */
  readonly path: string;
  /** What is wrong; never repeats a value that may be personal. */
  readonly message: string;
  readonly remedy: string;
}

/** What a check finds, before the file's name and the remedy are added. */
export interface Flaw extends Place {
  readonly code: FileErrorCode;
  readonly path: string;
  readonly message: string;
}

/** Most errors that are listed of one file. */
export const mostErrors = 1000;

/** The errors of a file in order of place, each with its remedy; beyond a thousand the last says how many more. */
export const fileErrors = (file: string, flaws: readonly Flaw[]): readonly FileError[] => {
  const sorted = [...flaws].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
  const listed = sorted.slice(0, mostErrors).map((flaw) => ({ ...flaw, file, remedy: remedies[flaw.code] }));
  const last = sorted[mostErrors];
  if (!last) return listed;
  const message = `${sorted.length - mostErrors} further errors are not listed.`;
  const { line, column } = last;
  return [
    ...listed,
    { code: 'too-many-errors', file, path: '', line, column, message, remedy: remedies['too-many-errors'] },
  ];
};
