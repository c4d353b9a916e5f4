import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Steps, combine, constant, mergeEqual, valueAt } from './steps.js';

const anySteps = fc
  .uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 8 })
  .chain((days) =>
    fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: days.length + 1, maxLength: days.length + 1 })
      .map((values): Steps<number> =>
        [-Infinity, ...days.sort((a, b) => a - b)].map((from, i) => ({ from, value: values[i] ?? 0 })),
      ),
  );

describe('step functions over days', () => {
  it('give the value of the last step on or before the day', () => {
    const steps: Steps<string> = [
      { from: -Infinity, value: 'a' },
      { from: 10, value: 'b' },
      { from: 20, value: 'c' },
    ];
    expect([-Infinity, 9, 10, 19, 20, Infinity].map((on) => valueAt(steps, on))).toEqual([
      'a',
      'a',
      'b',
      'b',
      'c',
      'c',
    ]);
  });

  it('combine day by day', () => {
    fc.assert(
      fc.property(fc.array(anySteps, { minLength: 1, maxLength: 4 }), fc.integer({ min: -60, max: 60 }), (all, on) => {
        const sum = combine(all, (values) => values.reduce((a, b) => a + b, 0));
        expect(valueAt(sum, on)).toBe(all.reduce((total, steps) => total + valueAt(steps, on), 0));
        sum.slice(1).forEach((step, i) => expect(step.value).not.toBe(sum[i]?.value));
      }),
      { numRuns: 2000 },
    );
  });

  it('merge equal neighbours', () => {
    expect(mergeEqual([...constant(1), { from: 3, value: 1 }, { from: 4, value: 2 }])).toEqual([
      { from: -Infinity, value: 1 },
      { from: 4, value: 2 },
    ]);
  });

  it('refuse an empty function', () => {
    expect(() => valueAt([], 1)).toThrow(RangeError);
  });
});
