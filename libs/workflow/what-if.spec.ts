import { describe, expect, test } from '@jest/globals';
import { type JsonObject, position } from '#event-store';
import { day, iso } from '#history';
import { type Assumption, nationalFivePhases, planThreePhases, whatIf } from './index.js';
import { effective, fact, published, started, toyDomain } from './testing/toy-domain.fixture.js';

const told = [
  published(planThreePhases),
  started('plan-three-phases', '2020-04-28'),
  fact('laws-passed', 'reform:new', '2021-06-23'),
  fact('laws-in-force', 'reform:new', '2021-07-01'),
];
const scope = { caseId: 'toy', entity: () => true, directive: () => true };
const basis = { facts: effective(told), last: position(4), today: day('2021-06-25') };
const ask = (assumptions: readonly Assumption[], from: string, horizon: string) =>
  whatIf(toyDomain, scope, basis, { assumptions, from: day(from), horizon: day(horizon) });

const migration: readonly Assumption[] = [
  {
    type: 'definition-published',
    stream: 'definition-national-five-phases',
    occurred: null,
    data: {
      key: nationalFivePhases.key,
      hash: 'h5',
      definition: nationalFivePhases as unknown as JsonObject,
    },
  },
  {
    type: 'workflow-migrated',
    stream: 'case-toy',
    occurred: null,
    data: { definition: { key: nationalFivePhases.key, hash: 'h5' }, effective: '2020-04-28', mapping: 'identity' },
  },
];

describe('rule 18: what-if', () => {
  test('a migration with effect from the first day shuts the third phase until the laws are in force', () => {
    const slices = ask(migration, '2021-06-25', '2021-12-31');
    const state = (on: string): string | undefined =>
      slices.findLast((slice) => slice.day <= day(on))?.standing.items.get('phase:temporary-preparatory-body')?.state;
    expect([state('2021-06-25'), state('2021-06-30'), state('2021-07-01')]).toEqual(['shut', 'shut', 'open']);
    expect(slices[0]?.changes.map(({ key, before, after }) => [key, before?.state, after?.state])).toContainEqual([
      'phase:after-laws-passed',
      'open',
      undefined,
    ]);
  });

  test('an assumed fact of a day to come steps on its day, and nothing without it', () => {
    const lapse: Assumption = {
      type: 'reform-lapsed',
      stream: 'reform-new',
      occurred: '2021-09-01',
      data: { of: 'reform:new' },
    };
    const slices = ask([lapse], '2021-06-25', '2021-12-31');
    expect(slices.map((slice) => [iso(slice.day), slice.changes.length])).toEqual([
      ['2021-06-25', 0],
      ['2021-09-01', 3],
    ]);
    // The second phase was shut before, and has another reason now.
    expect(slices[1]?.changes.map(({ key, before, after }) => [key, before?.state, after?.state])).toEqual([
      ['phase:after-government-proposal', 'shut', 'shut'],
      ['phase:after-laws-passed', 'open', 'shut'],
      ['phase:before-government-proposal', 'open', 'shut'],
    ]);
    expect(slices[1]?.changes.map(({ after }) => after?.because)).toEqual([
      ['assumed:1'],
      ['assumed:1'],
      ['assumed:1'],
    ]);
    expect(ask([], '2021-06-25', '2021-12-31').map((slice) => slice.changes)).toEqual([[]]);
  });
});
