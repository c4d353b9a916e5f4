import { type Day } from './day.js';

/** A function over days that changes on some of them: the first step is from `-Infinity`, days rise strictly. */
export type Steps<T> = readonly Step<T>[];

/** The value from a day on, until the next step's day. */
export interface Step<T> {
  readonly from: Day;
  readonly value: T;
}

/** The same value on every day. */
export const constant = <T>(value: T): Steps<T> => [{ from: -Infinity, value }];

/** Index of the step that holds on a day (binary search). */
export const indexAt = <T>(steps: Steps<T>, on: Day): number => {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((steps[middle] as Step<T>).from <= on) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The value on a day; throws a RangeError on a function without steps. */
export const valueAt = <T>(steps: Steps<T>, on: Day): T => {
  const step = steps[indexAt(steps, on)];
  if (!step) throw new RangeError('a step function has at least one step');
  return step.value;
};

/** Steps whose neighbours differ: equal neighbours are one step. */
export const mergeEqual = <T>(steps: Steps<T>, equal: (a: T, b: T) => boolean = Object.is): Steps<T> =>
  steps.filter((step, index) => index === 0 || !equal((steps[index - 1] as Step<T>).value, step.value));

/** The days on which any of several functions steps, rising, `-Infinity` first. */
export const daysOfSteps = (functions: readonly Steps<unknown>[]): readonly Day[] => {
  const days = new Set<Day>([-Infinity]);
  for (const steps of functions) for (const step of steps) days.add(step.from);
  return [...days].sort((a, b) => (a < b ? -1 : 1));
};

/** Combines functions day by day: the result steps where any of them does. */
export const combine = <T, R>(
  functions: readonly Steps<T>[],
  join: (values: readonly T[]) => R,
  equal: (a: R, b: R) => boolean = Object.is,
): Steps<R> =>
  mergeEqual(
    daysOfSteps(functions).map((from) => ({ from, value: join(functions.map((steps) => valueAt(steps, from))) })),
    equal,
  );
