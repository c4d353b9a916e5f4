import { describe, expect, it } from '@jest/globals';
import { type BudgetView } from '#views';
import { type Ask, always } from './ask.js';

const vake = 'vake-restructuring';

/** What the sub-areas of the programme of Vantaa and Kerava had, and what does not add up. */
export const moneyCases = (ask: () => Ask): void => {
  const budget = async (subArea: string, on: string, known: string): Promise<BudgetView | undefined> =>
    (await ask().programme(vake, on, known)).budget.find((one) => one.subArea === subArea);
  const computed = async (subArea: string, on: string, known: string): Promise<readonly (number | undefined)[]> =>
    (await budget(subArea, on, known))?.computed.values.map((money) => money?.total) ?? [];
  const stated = async (subArea: string, on: string, known: string): Promise<readonly (number | undefined)[]> =>
    (await budget(subArea, on, known))?.stated.values.map((money) => money?.total) ?? [];

  describe('money moves between sub-areas and the total stays', () => {
    it('has sub-area 1 at 936,000 EUR on 2020-12-31 and at 1,336,000 EUR on 2021-06-21, as known that day', async () => {
      expect(await stated('1', '2020-12-31', '2020-12-31')).toEqual([936000]);
      expect(await computed('1', '2020-12-31', '2020-12-31')).toEqual([936000]);
      expect(await stated('1', '2021-06-21', '2021-06-21')).toEqual([1336000]);
      expect(await computed('1', '2021-06-21', '2021-06-21')).toEqual([1336000]);
    });

    it('has it at 936,000 EUR on every day as known on 2021-06-20', async () => {
      for (const on of ['2020-04-28', '2020-12-31', '2021-03-01', '2021-05-31', '2021-06-21', '2023-01-01']) {
        expect(await computed('1', on, '2021-06-20')).toEqual([936000]);
        expect(await stated('1', on, '2021-06-20')).toEqual([936000]);
      }
    });

    it('takes the move of spring 2021 as possible from 2021-03-01 and as certain from 2021-05-31', async () => {
      expect(await computed('1', '2021-02-28', always)).toEqual([936000]);
      expect(await computed('1', '2021-03-01', always)).toEqual([936000, 1336000]);
      expect(await computed('1', '2021-05-30', always)).toEqual([936000, 1336000]);
      expect(await computed('1', '2021-05-31', always)).toEqual([1336000]);
    });

    it('has 4,596,000 EUR in sub-areas 1 to 3 together under both plans', async () => {
      const total = async (on: string): Promise<number> => {
        const view = await ask().programme(vake, on, always);
        return view.budget
          .filter(({ subArea }) => ['1', '2', '3'].includes(subArea))
          .reduce((sum, one) => sum + (one.computed.values[0]?.total ?? NaN), 0);
      };
      expect(await total('2020-12-31')).toBe(4596000);
      expect(await total('2021-06-21')).toBe(4596000);
    });

    it('finds what the rows and the measures leave over', async () => {
      const { findings } = await ask().programme(vake, '2021-06-21', always);
      const texts = (rule: string): readonly string[] =>
        findings.filter((one) => one.rule === rule).map(({ entity, text }) => `${entity}: ${text.en}`);
      expect(texts('budget-rows-differ')).toEqual([
        expect.stringMatching(/^budget:vake-restructuring\/1: .*\(29999 EUR\)/),
        expect.stringMatching(/^budget:vake-restructuring\/3: .*\(-15171 EUR\)/),
      ]);
      expect(texts('budget-measures-differ')).toEqual([
        expect.stringMatching(/^budget:vake-restructuring\/3: .*300000 EUR/),
      ]);
    });
  });
};
