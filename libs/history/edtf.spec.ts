import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoOfDay } from './day.js';
import { parseEdtf } from './edtf.js';

const days = (text: string): readonly (string | null)[] | null => {
  const interval = parseEdtf(text);
  return interval && [isoOfDay(interval.earliest), isoOfDay(interval.latest)];
};

describe('rule 1: a date at the precision known', () => {
  it.each([
    ['2021-06-23', '2021-06-23', '2021-06-23'],
    ['2021-09', '2021-09-01', '2021-09-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-21', '2021-03-01', '2021-05-31'],
    ['2021-22', '2021-06-01', '2021-08-31'],
    ['2021-23', '2021-09-01', '2021-11-30'],
    ['2021-24', '2021-12-01', '2022-02-28'],
    ['2022-33', '2022-01-01', '2022-03-31'],
    ['2022-34', '2022-04-01', '2022-06-30'],
    ['2022-35', '2022-07-01', '2022-09-30'],
    ['2022-36', '2022-10-01', '2022-12-31'],
    ['2020-40', '2020-01-01', '2020-06-30'],
    ['2020-41', '2020-07-01', '2020-12-31'],
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020/2021', '2020-01-01', '2021-12-31'],
    ['2020-06-29/2023-12-31', '2020-06-29', '2023-12-31'],
    ['2021-06/2021-06-20', null, null],
    ['2021-21/2021-23', '2021-03-01', '2021-11-30'],
    ['../2019-08-29', null, '2019-08-29'],
    ['2023-01-01/..', '2023-01-01', null],
  ])('%s is %s to %s', (text, earliest, latest) => {
    expect(days(text)).toEqual(earliest === null && latest === null ? null : [earliest, latest]);
  });

  it.each([
    '',
    '..',
    '../..',
    '2021-13',
    '2021-20',
    '2021-25',
    '2021-42',
    '2021-02-30',
    '2022/2021',
    '2021/',
    '/2021',
    '21',
    '2021-06-23T10:00',
    '2021?',
    '2021~',
    '20XX',
    '2021/2022/2023',
    ' 2021',
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeNull();
  });

  it('never throws and never gives an empty interval, whatever the text', () => {
    const fragment = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9/.\-]{0,24}$/),
      fc.constantFrom('2021', '..', '2021-24', '/'),
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 3 }), (parts) => {
        const interval = parseEdtf(parts.join(''));
        if (interval) expect(interval.earliest).toBeLessThanOrEqual(interval.latest);
      }),
      { numRuns: 3000 },
    );
  });
});
