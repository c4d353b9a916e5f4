import { type Pool } from 'pg';

/** What a bench gets: an embedded server of its own. */
export interface BenchContext {
  /** A fresh database with every schema: its address, and pools as the product and as the owner. */
  readonly createDatabase: () => Promise<{ readonly url: string; readonly pool: Pool; readonly ownerPool: Pool }>;
  /** Says what is being done, on standard error. */
  readonly say: (text: string) => void;
}

/** One line of the result. */
export interface Figure {
  readonly what: string;
  /** Measured value and what it was measured in, e.g. ratio, ms. */
  readonly value: number;
  readonly unit: string;
  /** The bound to keep, as text, and whether it is kept; null: for information. */
  readonly target: { readonly text: string; readonly kept: boolean } | null;
  /** The raw figures behind it. */
  readonly detail: string;
}

/** A bench: figures, and a sentence on what limits them and how near that is. */
export interface Bench {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<{ readonly figures: readonly Figure[]; readonly limits: string }>;
}

/** One of several ways to do the same work; gives how many units it did. */
export interface Contender {
  readonly name: string;
  readonly work: () => Promise<number>;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

/**
 * Units per second of each contender, one value per round. The rounds are interleaved, and each begins with another
 * contender, so that what disturbs the machine disturbs all; the first round warms up and does not count.
 */
export const race = async (
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (let i = 0; i < contenders.length; i += 1) {
      const contender = contenders[(i + round) % contenders.length] as Contender;
      const start = performance.now();
      const done = await contender.work();
      const rate = (done * 1000) / (performance.now() - start);
      if (round > 0) rates.get(contender.name)?.push(rate);
    }
  }
  return rates;
};

/** The median over the rounds of one contender's rate by another's of the same round. */
export const ratio = (rates: ReadonlyMap<string, readonly number[]>, a: string, b: string): number =>
  median((rates.get(a) ?? []).map((rate, round) => rate / (rates.get(b)?.[round] ?? NaN)));

/** The medians, readable. */
export const describeRates = (rates: ReadonlyMap<string, readonly number[]>, unit: string): string =>
  [...rates].map(([name, values]) => `${name} ${Math.round(median(values))} ${unit}`).join(', ');

/** A ratio that must not fall below a bound. */
export const atLeast = (what: string, value: number, bound: number, detail: string): Figure => ({
  what,
  value,
  unit: 'x',
  target: { text: `>= ${bound}x`, kept: value >= bound },
  detail,
});
