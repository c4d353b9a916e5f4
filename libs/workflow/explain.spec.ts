import { describe, expect, test } from '@jest/globals';
import { day } from '#history';
import { type Explanation, explain, nationalFivePhases, planThreePhases, resolveCase } from './index.js';
import { type Told, fact, published, started, toyCase } from './testing/toy-domain.fixture.js';

const begin = [published(planThreePhases), published(nationalFivePhases)];
const told: readonly Told[] = [
  ...begin,
  started('plan-three-phases', '2020-04-28'),
  fact('government-proposal-submitted', 'reform:new', '2020-12-08'),
  fact('measure-planned', 'measure:p/E', '2020-05-01', {
    within: { programme: 'p' },
    set: { phases: ['after-laws-passed'], startsOn: 'laws-passed' },
  }),
];

const why = (facts: readonly Told[], key: string, on: string): Explanation => {
  const explanation = explain(resolveCase(toyCase(facts)), key, day(on));
  if (!explanation) throw new Error(`nothing to explain: ${key}`);
  return explanation;
};

describe('explain', () => {
  test('names the law that is missing', () => {
    const { truth, sets } = why(told, 'phase:after-laws-passed', '2021-06-22');
    expect(truth).toBe('false');
    expect(sets).toEqual([
      [
        {
          change: 'supply-fact',
          type: 'laws-passed',
          entity: 'reform:new',
          text: {
            fi: 'puuttuu laws-passed kohteelta new',
            sv: 'laws-passed saknas för new',
            en: 'laws-passed of new is missing',
          },
          owner: null,
        },
      ],
    ]);
  });

  test('one missing fact that two conditions ask for is asked for once', () => {
    const { sets } = why(told, 'gate:start/measure:p/E', '2021-06-22');
    expect(sets.map((set) => set.map(({ change }) => change))).toEqual([['supply-fact']]);
  });

  test('a law that is known and whose day has not come is waited for', () => {
    const known = [...told, fact('laws-passed', 'reform:new', '2021-06-23')];
    const { sets } = why(known, 'phase:after-laws-passed', '2021-06-22');
    expect(sets.flat().map(({ change }) => change)).toEqual(['await-or-make-precise']);
    expect(why(known, 'phase:after-laws-passed', '2021-06-23')).toMatchObject({
      truth: 'true',
      sets: [],
      because: ['laws-passed reform:new'],
    });
  });

  test('the tree tells every part with its truth', () => {
    const { tree } = why(told, 'gate:start/measure:p/E', '2021-06-22');
    expect(tree.parts.map(({ form, truth }) => [form, truth])).toEqual([
      ['all', 'false'],
      ['over', 'true'],
    ]);
    expect(tree.parts[0]?.parts.map(({ form, truth }) => [form, truth])).toEqual([
      ['open', 'false'],
      ['any', 'false'],
    ]);
  });

  test('rule 8: when the reform has lapsed, nothing opens it but following a revived reform', () => {
    const lapsed = [...told, fact('reform-lapsed', 'reform:new', '2021-03-08')];
    for (const key of ['phase:before-government-proposal', 'phase:after-laws-passed', 'gate:start/measure:p/E']) {
      const { because, sets } = why(lapsed, key, '2021-06-25');
      expect(because).toEqual(['reform-lapsed reform:new']);
      expect(sets.map((set) => set.map(({ change }) => change))).toEqual([['follow-revived']]);
      expect(sets[0]?.[0]?.text.en).toBe('new has ended: nothing opens this but following a revived reform');
    }
  });

  test('rule 7: over no members, registering them is among what would open it', () => {
    const facts = [...begin, started('national-five-phases', '2020-04-28')];
    const { truth, sets } = why(facts, 'phase:responsibility-transferred', '2023-01-01');
    expect(truth).toBe('unknown');
    expect(sets).toEqual([
      [expect.objectContaining({ change: 'register-members', kind: 'responsibility', within: { area: '01' } })],
    ]);
  });

  test('more than twenty sets are counted and not listed', () => {
    const types = Array.from({ length: 21 }, (_, index) => ({ fact: { type: `laws-${index}`, of: '$reform' } }));
    const wide = { ...planThreePhases, phases: [{ ...planThreePhases.phases[0]!, opens: { any: types } }], gates: [] };
    const explained = why(
      [published(wide), started(wide.key, '2020-04-28')],
      'phase:before-government-proposal',
      '2021-01-01',
    );
    expect([explained.sets, explained.tooMany]).toEqual([[], true]);
  });
});
