import { CommandError } from './output.js';

/** The code of an area; refuses what is none. */
export const areaCode = (text: string): string => {
  if (/^\d{2}$/.test(text)) return text;
  throw new CommandError('not-an-area', `An area is named by its code of two digits, e.g. 04; ${text} is none.`);
};
