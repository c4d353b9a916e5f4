import { type Basis, iso } from '#history';
import { type Reading } from './reading.js';

/** The moment that an answer is for and what it rests on. */
export interface ViewMoment {
  /** Day in the world that was asked about (YYYY-MM-DD). */
  readonly on: string;
  /** What was known: everything by the end of `day` on the basis (`ledger`: recorded, `source`: said by its source). */
  readonly known: { readonly basis: Basis; readonly day: string };
  /** Last position of the ledger that the answer used; null of an empty ledger. */
  readonly position: string | null;
  /** The day asked about lies after the day of knowledge. */
  readonly foreseen: boolean;
}

/** The moment of a reading. */
export const momentOf = ({ on, known, position }: Pick<Reading, 'on' | 'known' | 'position'>): ViewMoment => ({
  on: iso(on),
  known: { basis: known.basis, day: iso(known.day) },
  position,
  foreseen: on > known.day,
});
