import { type FactBase, type Moment, knownAt } from '#facts';
import { type Day, type Known } from '#history';

/** A day in the world and a moment of knowledge, as somebody asked for them. */
export interface Asked {
  readonly on: Day;
  readonly known: Known;
}

/** What is asked, fixed to the last position that it may use, so that all of an answer is read at one moment. */
export interface Fixed extends Asked {
  /** The knowledge as asked for, which the answer cites. */
  readonly cited: Known;
  readonly moment: Moment;
}

/** Fixes what is asked at what the fact base has read. */
export const fix = async (facts: FactBase, { on, known }: Asked): Promise<Fixed> => {
  const moment = await facts.resolve(known);
  return { on, known: knownAt(moment), cited: known, moment };
};
