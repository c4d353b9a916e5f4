import { personalDataIn } from '../personal-data/personal-data.js';
import { type Problem } from '../catalogue/problem.js';

/** Longest free text, in UTF-16 units. */
export const longestFreeText = 10_000;

/**
 * What is wrong with a free text before it goes into the text store; null: nothing. It can be erased there, and still
 * an e-mail address, a telephone number or an identity code has no place in it.
 */
export const checkFreeText = (content: string, path: string): Problem | null => {
  if (content.trim() === '') return { code: 'invalid-value', path, expected: 'a text that is not empty' };
  if (/\p{Surrogate}/u.test(content)) return { code: 'lone-surrogate', path, expected: 'text of whole characters' };
  if (content.length > longestFreeText)
    return { code: 'too-long', path, expected: `at most ${longestFreeText} characters` };
  const found = personalDataIn(content);
  return found === null ? null : { code: 'personal-data', path, expected: found };
};
