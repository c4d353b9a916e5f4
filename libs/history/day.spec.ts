import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, civilOf, day, dayOf, dayOfStamp, iso, isoOfDay, parseDay, weekday } from './day.js';

describe('civil days', () => {
  it('counts from 1970-01-01', () => {
    expect([day('1970-01-01'), day('1969-12-31'), day('2000-03-01'), day('2021-06-23')]).toEqual([0, -1, 11017, 18801]);
  });

  it('agrees with the platform calendar on every day of 1600-2400', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('1600-01-01'), max: day('2400-12-31') }), (value) => {
        const platform = new Date(value * 86_400_000);
        expect(iso(value)).toBe(platform.toISOString().slice(0, 10));
        expect(day(iso(value))).toBe(value);
        expect(dayOf(civilOf(value))).toBe(value);
        expect(weekday(value)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay());
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-06-31',
    '2021-6-1',
    '',
    'tomorrow',
    '20210623',
    '2021-06-23 ',
  ])('finds no day in %j', (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => day(text)).toThrow(RangeError);
  });

  it('adds months and stays within the month', () => {
    const after = (text: string, months: number): string => iso(addMonths(day(text), months));
    expect([after('2021-01-31', 1), after('2020-01-31', 1), after('2021-12-15', 1), after('2021-03-31', -1)]).toEqual([
      '2021-02-28',
      '2020-02-29',
      '2022-01-15',
      '2021-02-28',
    ]);
  });

  it('has no text for an unbounded day', () => {
    expect(isoOfDay(-Infinity)).toBeNull();
    expect(() => iso(Infinity)).toThrow(RangeError);
  });

  it('reads the civil day of a stamp from its first ten characters', () => {
    expect(iso(dayOfStamp('2021-06-23T00:10:00.000+03:00'))).toBe('2021-06-23');
  });
});
