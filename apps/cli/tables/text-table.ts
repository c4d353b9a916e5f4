import { type TextOptions, type Tone, clean, toned } from './style.js';

/** A cell: a text, or a text in a tone. */
export type Cell = string | number | null | { readonly text: string; readonly tone: Tone };

interface Plain {
  readonly text: string;
  readonly tone: Tone;
}

/** A table of a terminal. Columns named in `numeric` stand to the right. */
export interface TextTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly numeric?: readonly number[];
}

const gap = 2;
/** No column is made narrower than this, even where the terminal is too small. */
const narrowest = 8;

const plain = (cell: Cell | undefined): Plain => {
  if (cell === null || cell === undefined) return { text: '', tone: 'plain' };
  if (typeof cell === 'object') return { text: clean(cell.text), tone: cell.tone };
  return { text: clean(String(cell)), tone: 'plain' };
};

const lengthOf = (text: string): number => [...text].length;

const broken = (word: string, width: number): readonly string[] => {
  const signs = [...word];
  const parts: string[] = [];
  for (let at = 0; at < signs.length; at += width) parts.push(signs.slice(at, at + width).join(''));
  return parts;
};

/** A text in lines of at most a width, broken between words where that is possible. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => broken(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (lengthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

/** Widths that fit: the widest column gives way first. */
const fitted = (natural: readonly number[], width: number): readonly number[] => {
  const widths = [...natural];
  const room = width - gap * (widths.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
};

const padded = (text: string, width: number, right: boolean): string => {
  const room = ' '.repeat(Math.max(width - lengthOf(text), 0));
  return right ? room + text : text + room;
};

/** A table in lines, as wide as it needs and no wider than the terminal; empty columns are left out. */
export const textTable = ({ heads, rows, numeric = [] }: TextTable, { width, colour }: TextOptions): string => {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => heads.map((_, place) => plain(row[place])));
  const places = heads.map((_, place) => place).filter((place) => cells.some((row) => row[place]?.text !== ''));
  const natural = places.map((place) =>
    Math.max(lengthOf(heads[place] ?? ''), ...cells.map((row) => lengthOf(row[place]?.text ?? ''))),
  );
  const widths = fitted(natural, width);
  const lineOf = (row: readonly Plain[]): readonly string[] => {
    const columns = places.map((place, at) => wrapped(row[place]?.text ?? '', widths[at] ?? narrowest));
    const height = Math.max(...columns.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      places
        .map((place, at) => {
          const text = padded(columns[at]?.[line] ?? '', widths[at] ?? narrowest, numeric.includes(place));
          return toned(at === places.length - 1 ? text.trimEnd() : text, row[place]?.tone ?? 'plain', colour);
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  const rule = toned(widths.map((one) => '─'.repeat(one)).join(' '.repeat(gap)), 'quiet', colour);
  const head = lineOf(heads.map((text) => ({ text, tone: 'bold' as const })));
  return [...head, rule, ...cells.flatMap(lineOf)].join('\n');
};
