import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { iso } from '#history';
import { personalDataIn } from './personal-data.js';

const refused: readonly (readonly [string, string])[] = [
  ['maija.meikalainen@example.fi', 'e-mail'],
  ['ota yhteyttä: etunimi.sukunimi@vantaa.fi.', 'e-mail'],
  ['matti (at) example.org', 'e-mail'],
  ['öky@mökki.fi', 'e-mail'],
  ['+358 40 123 4567', 'telephone'],
  ['+358401234567', 'telephone'],
  ['p. 040 123 4567', 'telephone'],
  ['0401234567', 'telephone'],
  ['040-1234567', 'telephone'],
  ['050 1234 567', 'telephone'],
  ['(09) 310 1691', 'telephone'],
  ['09 310 16910', 'telephone'],
  ['019 520 2500', 'telephone'],
  ['00358 40 1234567', 'telephone'],
  ['+46 70 123 45 67', 'telephone'],
  ['131052-308T', 'identity-code'],
  ['hetu 131052-308t on', 'identity-code'],
  ['010100A123D', 'identity-code'],
  ['010594Y9021', 'identity-code'],
];

const accepted: readonly string[] = [
  '2021-06-21',
  '21.6.2021',
  '01.01.2021',
  '01-12-2020',
  '1.1.2023',
  '2020-06-29/2023-12-31',
  '2016-2019',
  '936 000',
  '4,596,000',
  '+29,999',
  '+400000 EUR',
  '+1 336 000 EUR',
  '-15 171 EUR',
  '0,80',
  '0.20',
  '936,000 EUR -> 1,336,000 EUR',
  'HE 241/2020 vp',
  'HE 15/2017 vp',
  '611/2021',
  'VN/12345/2020',
  '092',
  '018, 407, 434, 504, 616, 638, 753',
  '018 407 434 504',
  '049 092 245',
  '0116900-4',
  'klo 09:00-10:00',
  'luku 1.3, kohta F.1',
  'programme of 2020-2023 with 38 deliverables',
  'vake-restructuring/plan-2',
  'https://julkaisut.valtioneuvosto.fi/handle/10024/162850',
];

describe('what looks like personal data is refused at the edge (domain rule 5)', () => {
  test.each(refused)('%s is taken for %s', (text, kind) => expect(personalDataIn(text)).toBe(kind));
  test.each(accepted)('%s is none', (text) => expect(personalDataIn(text)).toBeNull());

  const words = fc.constantFrom('', 'due ', 'noin ', 'vuonna ', '(');

  test('domain rule 5: no date is taken for personal data', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 40000 }), words, (day, before) => {
        const [year, month, dayOfMonth] = iso(day).split('-') as [string, string, string];
        for (const text of [
          iso(day),
          `${dayOfMonth}.${month}.${year}`,
          `${dayOfMonth}-${month}-${year}`,
          `${Number(dayOfMonth)}.${Number(month)}.${year}`,
          `${iso(day)}/${iso(day + 400)}`,
          `${month}/${year}`,
        ])
          expect([text, personalDataIn(before + text)]).toEqual([text, null]);
      }),
    );
  });

  test('domain rule 5: no amount is taken for personal data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), words, (amount, before) => {
        const grouped = (separator: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
        for (const text of [String(amount), `${grouped(' ')} EUR`, `+${grouped(' ')} EUR`, grouped(','), grouped('.')])
          expect([text, personalDataIn(before + text)]).toEqual([text, null]);
      }),
    );
  });

  test('domain rule 5: municipality codes and bill references are none', () => {
    const code = fc.integer({ min: 1, max: 999 }).map((value) => String(value).padStart(3, '0'));
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 400 }), (codes, bill) => {
        for (const separator of [', ', ' ', '; ', '/']) expect(personalDataIn(codes.join(separator))).toBeNull();
        expect(personalDataIn(`HE ${bill}/2020 vp`)).toBeNull();
      }),
    );
  });

  test('domain rule 5: no personal identity code passes, whatever stands around it', () => {
    const pad = (value: number, width: number) => String(value).padStart(width, '0');
    const code = fc
      .tuple(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(...'+-ABCDEFUVWXY'),
        fc.integer({ min: 2, max: 899 }),
      )
      .map(([day, month, year, sign, number]) => {
        const digits = `${pad(day, 2)}${pad(month, 2)}${pad(year, 2)}`;
        const control = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits + pad(number, 3)) % 31] ?? '';
        return `${digits}${sign}${pad(number, 3)}${control}`;
      });
    fc.assert(
      fc.property(code, fc.constantFrom('', 'hetu: ', '(', 'x '), fc.constantFrom('', ')', ' y', '.'), (id, a, b) =>
        expect(personalDataIn(a + id + b)).not.toBeNull(),
      ),
    );
  });
});
