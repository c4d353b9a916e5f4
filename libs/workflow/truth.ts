/** Three-valued truth, ordered: false < unknown < true (rule 7). `Math.min` is *and*, `Math.max` is *or*. */
export type Truth = 0 | 1 | 2;

/** Certainly false. */
export const no: Truth = 0;
/** Neither certain: shown as possible, counts as false wherever something would open. */
export const unknown: Truth = 1;
/** Certainly true. */
export const yes: Truth = 2;

/** Truth in words, as answers show it. */
export const truthNames = ['false', 'unknown', 'true'] as const;

/** One of the words. */
export type TruthName = (typeof truthNames)[number];

/** The truth of something certain. */
export const certainly = (value: boolean): Truth => (value ? yes : no);

/** Swaps true and false; unknown stays. */
export const not = (truth: Truth): Truth => (2 - truth) as Truth;

/** The minimum; of nothing: true. */
export const all = (truths: readonly Truth[]): Truth => truths.reduce<Truth>((a, b) => (a < b ? a : b), yes);

/** The maximum; of nothing: false. */
export const any = (truths: readonly Truth[]): Truth => truths.reduce<Truth>((a, b) => (a > b ? a : b), no);

/** Whether at least so many are true. */
export const atLeast = (number: number, truths: readonly Truth[]): Truth => {
  const certain = truths.filter((truth) => truth === yes).length;
  const possible = truths.filter((truth) => truth !== no).length;
  return certain >= number ? yes : possible >= number ? unknown : no;
};

/** What all possibilities agree on; several: unknown; none: false. */
export const agreed = (truths: readonly Truth[]): Truth => {
  const first = truths[0] ?? no;
  return truths.every((truth) => truth === first) ? first : unknown;
};
