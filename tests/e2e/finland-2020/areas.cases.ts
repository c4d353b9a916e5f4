import { describe, expect, it } from '@jest/globals';
import { type ResponsibilityView } from '#views';
import { type Ask, always } from './ask.js';

/** Who belongs where, and who must organise. */
export const areaCases = (ask: () => Ask): void => {
  const responsibilities = async (area: string, on: string, known: string): Promise<readonly ResponsibilityView[]> =>
    (await ask().area(area, on, known)).responsibilities;
  const holders = async (area: string, on: string, known: string): Promise<Record<string, unknown>> =>
    Object.fromEntries((await responsibilities(area, on, known)).map((one) => [one.municipality, one.holder.values]));

  const east = ['018', '407', '434', '504', '616', '638', '753'];
  const before = {
    '018': ['municipality:018'],
    '407': ['municipality:434'], // Lapinjärvi is in a joint area with Loviisa
    '434': ['municipality:434'],
    '638': ['municipality:638'],
    '753': ['municipality:753'],
  };

  describe('responsibilities', () => {
    it('have their old holders on 2022-12-31 and the county on 2023-01-01', async () => {
      const old = await holders('01', '2022-12-31', always);
      expect(old).toMatchObject(before);
      expect(Object.keys(old).sort()).toEqual(east);
      expect(old['504']).toEqual(old['616']);
      expect(old['504']).toEqual([expect.stringMatching(/^joint-authority:.*paijat-hame/)]);
      expect(await holders('01', '2023-01-01', always)).toEqual(
        Object.fromEntries(east.map((code) => [code, ['county:01']])),
      );
      expect(await holders('04', '2022-12-31', always)).toEqual({
        '092': ['municipality:092'],
        '245': ['municipality:245'],
      });
      expect(await holders('04', '2023-01-01', always)).toEqual({ '092': ['county:04'], '245': ['county:04'] });
    });

    it('have not moved on 2023-01-01 as known on 2021-06-28, and every old holder is known', async () => {
      expect(await holders('01', '2023-01-01', '2021-06-28')).toEqual(await holders('01', '2022-12-31', always));
      expect(await holders('04', '2023-01-01', '2021-06-28')).toEqual(await holders('04', '2022-12-31', always));
    });

    it('have all moved as known on 2021-06-29, and are marked foreseen', async () => {
      for (const area of ['01', '04']) {
        const all = await responsibilities(area, '2023-01-01', '2021-06-29');
        expect(all.length).toBe(area === '01' ? 7 : 2);
        for (const one of all) {
          expect(one.holder).toEqual({ certain: true, values: [`county:${area}`] });
          expect(one.foreseen).toBe(true);
        }
      }
    });
  });

  describe('municipalities', () => {
    it('are 23 in the area of county 15 on 2020-12-31 and 22 on 2021-01-01', async () => {
      const members = async (on: string): Promise<readonly string[]> =>
        (await ask().area('15', on, always)).municipalities
          .filter(({ status }) => status.certain && status.values[0] === 'member')
          .map(({ code }) => code);
      const [earlier, later] = [await members('2020-12-31'), await members('2021-01-01')];
      expect([earlier.length, later.length]).toEqual([23, 22]);
      expect(earlier.filter((code) => !later.includes(code))).toEqual(['291']);
    });
  });

  describe('Keski-Suomi', () => {
    it('has 28 measures of which none is listed, and 38 deliverables', async () => {
      const view = await ask().programme('ks-restructuring', '2022-03-01', always);
      expect(view.programme?.counts).toMatchObject({ stated: 28, listed: 0 });
      expect(view.deliverables).toHaveLength(38);
    });
  });
};
