import { type Day } from './day.js';
import { type Interval, parseEdtf } from './edtf.js';

/** When something occurred, as far as its statement lets us know. */
export interface Occurred extends Interval {
  /** The stated date begins after the day on which it was learned: finding *date after its source* (rule 1). */
  readonly afterSource: boolean;
}

/**
 * Rule 1: the days on which a stated fact can have occurred. What is not foretold happened at latest on the day it was
 * learned; an earliest day after that stays as stated and is a finding. Without a date: some time up to the day learned.
 * A text that is no date is treated as no date (the edge refuses it; a projection never throws on content).
 */
export const occurredOn = (text: string | null, learned: Day, foretold: boolean): Occurred => {
  const stated = text === null ? null : parseEdtf(text);
  if (!stated) return { earliest: -Infinity, latest: learned, afterSource: false };
  if (foretold) return { ...stated, afterSource: false };
  if (stated.earliest > learned) return { ...stated, afterSource: true };
  return { earliest: stated.earliest, latest: Math.min(stated.latest, learned), afterSource: false };
};
