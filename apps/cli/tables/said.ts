import { type Names, type Possibly, type ViewMoment, codeWord, dayWords, sayIn } from '#views';
import { type TextOptions, type Tone, clean, toned } from './style.js';
import { type Cell } from './text-table.js';
import { textOf } from './text-words.js';

/** A text in the language asked for. */
export const say = ({ lang }: TextOptions, names: Names, fallback: string): string =>
  clean(sayIn(lang, names, fallback).text);

const tones: Readonly<Record<string, Tone>> = {
  open: 'good',
  happened: 'good',
  completed: 'good',
  reached: 'good',
  met: 'good',
  true: 'good',
  'possibly-open': 'maybe',
  possible: 'maybe',
  unknown: 'maybe',
  suspended: 'maybe',
  deferred: 'maybe',
  due: 'maybe',
  overdue: 'warn',
  false: 'warn',
  shut: 'quiet',
  ahead: 'quiet',
};

/** A state in words, with its tone. */
export const stateCell = ({ lang }: TextOptions, state: string | null): Cell => ({
  text: codeWord(state, lang),
  tone: tones[state ?? ''] ?? 'plain',
});

/** One state, or all that are possible. */
export const possibleCell = (options: TextOptions, { certain, values }: Possibly<string | null>): Cell => {
  if (certain) return stateCell(options, values[0] ?? null);
  const words = values.map((value) => codeWord(value, options.lang)).join(' / ');
  return { text: `${textOf('possibly', options.lang)}: ${words}`, tone: 'maybe' };
};

/** What the answer is for and what it rests on, in one line. */
export const momentText = ({ lang, colour }: TextOptions, { on, known, position, foreseen }: ViewMoment): string => {
  const basis = textOf(known.basis, lang);
  const place = position === null ? textOf('nothingKnown', lang) : `${textOf('position', lang)} ${position}`;
  const line = `${textOf('on', lang)} ${dayWords(on, lang)} · ${textOf('known', lang)} ${dayWords(known.day, lang)} (${basis}) · ${place}`;
  return toned(line, 'quiet', colour) + (foreseen ? ` · ${toned(textOf('foreseen', lang), 'maybe', colour)}` : '');
};

/** A heading, with a line under it. */
export const heading = (text: string, { colour }: TextOptions): string =>
  `${toned(clean(text), 'bold', colour)}\n${toned('━'.repeat([...text].length), 'quiet', colour)}`;

/** Parts with an empty line between them; those without content are left out. */
export const parts = (members: readonly (string | null | false)[]): string =>
  members.filter((member) => member !== null && member !== false && member !== '').join('\n\n');
