import { describe, expect, test } from '@jest/globals';
import { day, iso } from '#history';
import {
  addSpan,
  addWorkingDays,
  dayOffBecause,
  finnishCalendar,
  isCalendar,
  parseSpan,
  workingDayFrom,
} from './index.js';

const because = (text: string): string | null => dayOffBecause(finnishCalendar, day(text));

describe('Finnish working days (Act 150/1930, section 5)', () => {
  test.each([
    ['Saturdays', '2021-06-05', 'weekend'],
    ['Sundays', '2021-06-06', 'weekend'],
    ["New Year's Day", '2021-01-01', 'new-years-day'],
    ['Epiphany', '2021-01-06', 'epiphany'],
    ['Good Friday', '2021-04-02', 'good-friday'],
    ['Easter Sunday', '2021-04-04', 'easter-sunday'],
    ['Easter Monday', '2021-04-05', 'easter-monday'],
    ['May Day', '2020-05-01', 'may-day'],
    ['Ascension Day', '2021-05-13', 'ascension-day'],
    ['Pentecost', '2021-05-23', 'pentecost'],
    ['Midsummer Eve', '2021-06-25', 'midsummer-eve'],
    ['Midsummer Day', '2021-06-26', 'midsummer-day'],
    ["All Saints' Day", '2021-11-06', 'all-saints-day'],
    ['Independence Day', '2021-12-06', 'independence-day'],
    ['Christmas Eve', '2021-12-24', 'christmas-eve'],
    ['Christmas Day', '2021-12-25', 'christmas-day'],
    ['Boxing Day', '2022-12-26', 'boxing-day'],
  ])('%s are no working days', (_, text, rule) => {
    expect(because(text)).toBe(rule);
  });

  test.each(['2021-12-31', '2021-04-01', '2021-06-24', '2021-12-23', '2021-12-27', '2021-11-05', '2021-05-14'])(
    '%s is a working day',
    (text) => {
      expect(because(text)).toBeNull();
    },
  );

  test.each([
    [1961, '04-02'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2019, '04-21'],
    [2023, '04-09'],
    [2024, '03-31'],
    [2038, '04-25'],
  ])('Easter of %s', (year, date) => {
    expect(because(`${year}-${date}`)).toBe('easter-sunday');
  });

  test.each([
    [2019, '06-21', '06-22', '11-02'],
    [2020, '06-19', '06-20', '10-31'],
    [2022, '06-24', '06-25', '11-05'],
    [2026, '06-19', '06-20', '10-31'],
  ])('Midsummer and All Saints move with the week: %s', (year, eve, midsummer, saints) => {
    expect([because(`${year}-${eve}`), because(`${year}-${midsummer}`), because(`${year}-${saints}`)]).toEqual([
      'midsummer-eve',
      'midsummer-day',
      'all-saints-day',
    ]);
  });

  test('a year has as many working days as the week and the feasts leave', () => {
    const days = Array.from({ length: 365 }, (_, index) => day('2021-01-01') + index);
    expect(days.filter((one) => dayOffBecause(finnishCalendar, one) === null)).toHaveLength(253);
  });

  test('single days on and off stand above the rules', () => {
    const calendar = { ...finnishCalendar, off: ['2021-06-07'], on: ['2021-06-05'] };
    expect(dayOffBecause(calendar, day('2021-06-07'))).toBe('off');
    expect(dayOffBecause(calendar, day('2021-06-05'))).toBeNull();
  });
});

describe('durations', () => {
  test.each([
    ['P14D', '2021-06-25', '2021-07-09'],
    ['P2W', '2021-06-25', '2021-07-09'],
    ['P1M', '2021-01-31', '2021-02-28'],
    ['P1Y', '2020-02-29', '2021-02-28'],
    ['P1M2D', '2021-01-31', '2021-03-02'],
    ['P0D', '2021-01-31', '2021-01-31'],
  ])('%s after %s is %s', (span, from, to) => {
    expect(iso(addSpan(day(from), span, finnishCalendar))).toBe(to);
  });

  test.each(['', 'P', '14D', 'P1.5D', 'PT1H', 'P-1D', 'P1D2M', 'p1d'])('%p is no duration', (text) => {
    expect(parseSpan(text)).toBeNull();
  });

  test('working days are counted from the next day on', () => {
    expect(iso(addWorkingDays(finnishCalendar, day('2021-06-23'), 2))).toBe('2021-06-28');
    expect(iso(addSpan(day('2021-12-23'), { workingDays: 1 }, finnishCalendar))).toBe('2021-12-27');
  });

  test('a due day that is no working day moves to the next one', () => {
    expect(iso(workingDayFrom(finnishCalendar, day('2021-06-25')))).toBe('2021-06-28');
    expect(iso(workingDayFrom(finnishCalendar, day('2021-06-24')))).toBe('2021-06-24');
  });

  test('a calendar without working days does not hang', () => {
    const never = { key: 'x', weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
    expect(workingDayFrom(never, day('2021-01-01')) - day('2021-01-01')).toBe(366);
  });

  test('what is no calendar is seen', () => {
    expect(isCalendar(finnishCalendar)).toBe(true);
    for (const wrong of [
      null,
      [],
      {},
      { key: 'x', weekend: [8], holidays: [] },
      { key: 'x', weekend: [], holidays: [{ key: 'y', month: 13, day: 1 }] },
    ]) {
      expect(isCalendar(wrong)).toBe(false);
    }
  });
});
