import { type Day, type EntityHistory, stateAt } from '#history';
import { textAt } from '../kinds/read.js';

/**
 * Who is responsible on a day (domain rule 1): while a transfer's day is imprecise, the old holder stands until its
 * latest day. Null before the registration is certain.
 */
export const holderOn = (history: EntityHistory, on: Day): string | null => {
  const certain = stateAt(history, on)[0] ?? null;
  return certain === null ? null : textAt(certain, 'holder');
};
