import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textOfState, valueAt } from '#history';
import { type ItemStanding, derive, resolveCase, standingAt, stepDays } from './index.js';
import { aDay, aHistory, allDays } from './testing/arbitrary-case.fixture.js';
import { toyCase } from './testing/toy-domain.fixture.js';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

describe('derive', () => {
  test('rule 10: a slice equals the step function on its day', () => {
    fc.assert(
      fc.property(aHistory, fc.array(aDay, { minLength: 1, maxLength: 3 }), (told, days) => {
        const resolved = resolveCase(toyCase(told));
        const derived = derive(resolved);
        for (const on of days) {
          const slice = standingAt(resolved, on);
          const steps = new Map<string, ItemStanding>();
          for (const [key, course] of derived) {
            const value = valueAt(course, on);
            if (value) steps.set(key, value);
          }
          expect(slice.items).toEqual(steps);
        }
      }),
      { numRuns },
    );
  });

  test('rule 10: nothing steps on any other day than those that the step function names', () => {
    fc.assert(
      fc.property(aHistory, (told) => {
        const resolved = resolveCase(toyCase(told));
        const named = new Set(stepDays(derive(resolved), -Infinity));
        let before: string | null = null;
        for (const on of allDays) {
          const now: string = textOfState([...standingAt(resolved, on).items.values()] as unknown);
          if (before !== null && !named.has(on)) expect(now).toBe(before);
          before = now;
        }
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });

  test('rule 19: the order in which courses are given changes nothing', () => {
    fc.assert(
      fc.property(aHistory, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (told, order) => {
        const input = toyCase(told);
        const shuffled = input.courses
          .map((course, index) => ({ course, at: order[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ course }) => course);
        expect(derive(resolveCase({ ...input, courses: shuffled }))).toEqual(derive(resolveCase(input)));
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });
});
