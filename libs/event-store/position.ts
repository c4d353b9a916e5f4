declare const brand: unique symbol;

/**
 * Place of an event in the ledger. Opaque: decimal parts joined by `/` (one on PostgreSQL, `commit/prepare` on
 * KurrentDB), ordered by `comparePositions`. References between events are ids, never positions.
 */
export type Position = string & { readonly [brand]: 'position' };

const form = /^\d{1,20}(\/\d{1,20})?$/;

/** Whether a text has the form of a position. */
export const isPosition = (text: string): text is Position => form.test(text);

/** A position from its text; throws a RangeError for a text that is none. */
export const position = (text: string | bigint | number): Position => {
  const value = String(text);
  if (!isPosition(value)) throw new RangeError(`not a position: ${value.slice(0, 50)}`);
  return value;
};

/** Negative where `a` stands before `b`, 0 for the same place, positive after it. */
export const comparePositions = (a: Position, b: Position): number => {
  const left = a.split('/').map(BigInt);
  const right = b.split('/').map(BigInt);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0n) - (right[i] ?? 0n);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return 0;
};
