import { Problem } from './problem/problem.js';

/** The code of an area; `not-found` for what is none. */
export const areaCode = (text: string): string => {
  if (/^\d{2}$/.test(text)) return text;
  throw new Problem('not-found', `No area has the code ${text.slice(0, 20)}: give two digits.`);
};

/** The id of a programme, which is its case's too; `not-found` for what can be none. */
export const programmeId = (text: string): string => {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(text)) return text;
  throw new Problem(
    'not-found',
    'No programme has such an id: give up to 80 letters, digits, dots and hyphens, as vake-restructuring.',
  );
};
