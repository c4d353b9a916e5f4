import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { iso, valueAt } from '#history';
import { type OpeningStanding, derive, planThreePhases, resolveCase, standingAt } from './index.js';
import { aCondition, aDay } from './testing/arbitrary-case.fixture.js';
import { type Told, fact, published, started, toyCase } from './testing/toy-domain.fixture.js';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

/** Facts of entities that each have one: making a date precise then moves no other fact in the order. */
const dated = fc.record({
  law: aDay,
  passed: aDay,
  held: aDay,
  county: aDay,
  measure: aDay,
  slack: fc.array(fc.nat({ max: 12 }), { minLength: 10, maxLength: 10 }),
});

type Dated = typeof dated extends fc.Arbitrary<infer T> ? T : never;

const history = (d: Dated, precise: boolean): readonly Told[] => {
  let used = 0;
  const on = (value: number): string => {
    const before = d.slack[used++ % 10] ?? 0;
    const after = d.slack[used++ % 10] ?? 0;
    return precise ? iso(value) : `${iso(value - before)}/${iso(value + after)}`;
  };
  return [
    fact('laws-in-force', 'reform:other', on(d.law)),
    fact('laws-passed', 'reform:new', on(d.passed)),
    fact('responsibility-held-by-county', 'responsibility:01/s', on(d.held), { within: { area: '01' } }),
    fact('responsibility-held-by-county', 'responsibility:01/t', on(d.county), { within: { area: '01' } }),
    fact('measure-started', 'measure:p/A', on(d.measure)),
  ];
};

describe('three-valued conditions', () => {
  test('rule 7: making dates more precise never turns a definite answer round', () => {
    fc.assert(
      fc.property(aCondition, dated, aDay, (opens, d, on) => {
        const definition = { ...planThreePhases, phases: [{ ...planThreePhases.phases[0]!, opens }], gates: [] };
        const truth = (precise: boolean): string => {
          const told = [published(definition), started(definition.key, '2019-01-01'), ...history(d, precise)];
          const item = [...standingAt(resolveCase(toyCase(told)), on).items.values()].find(
            (one): one is OpeningStanding => one.kind === 'phase',
          );
          return item?.state === 'open' ? 'open' : item?.possiblyOpen ? 'possible' : 'shut';
        };
        const vague = truth(false);
        if (vague !== 'possible') expect(truth(true)).toBe(vague);
      }),
      { numRuns },
    );
  });

  test('rule 8: nothing latches: with the fact gone, what it opened is shut on every day', () => {
    fc.assert(
      fc.property(aDay, aDay, (passed, on) => {
        const told = [published(planThreePhases), started('plan-three-phases', '2019-01-01')];
        const law = fact('laws-passed', 'reform:new', iso(passed));
        const state = (facts: readonly Told[]): string | undefined => {
          const steps = derive(resolveCase(toyCase(facts))).get('phase:after-laws-passed');
          return steps ? valueAt(steps, on)?.state : undefined;
        };
        expect(state([...told, law])).toBe(on >= passed ? 'open' : 'shut');
        expect(state(told)).toBe('shut');
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
});
