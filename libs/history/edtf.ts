import { type Day, addMonths, dayOf, lengthOfMonth, parseDay } from './day.js';

/** First and last possible day, both included; unbounded ends are infinite. */
export interface Interval {
  readonly earliest: Day;
  readonly latest: Day;
}

/** First month and number of months of each sub-year grouping of EDTF (ISO 8601-2) that we read. */
const groupings: Readonly<Record<number, readonly [firstMonth: number, months: number]>> = {
  21: [3, 3], // spring: March-May
  22: [6, 3], // summer: June-August
  23: [9, 3], // autumn: September-November
  24: [12, 3], // winter: December-February of the next year
  33: [1, 3], // quarters
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  40: [1, 6], // half-years
  41: [7, 6],
};

const months = (year: number, firstMonth: number, count: number): Interval => {
  const earliest = dayOf({ year, month: firstMonth, day: 1 });
  return { earliest, latest: addMonths(earliest, count) - 1 };
};

const monthOrGrouping = (year: number, part: number): Interval | null => {
  if (part >= 1 && part <= 12) {
    return {
      earliest: dayOf({ year, month: part, day: 1 }),
      latest: dayOf({ year, month: part, day: lengthOfMonth(year, part) }),
    };
  }
  const grouping = groupings[part];
  return grouping ? months(year, grouping[0], grouping[1]) : null;
};

const single = (text: string): Interval | null => {
  if (/^\d{4}$/.test(text)) return months(Number(text), 1, 12);
  const part = /^(\d{4})-(\d{2})$/.exec(text);
  if (part) return monthOrGrouping(Number(part[1]), Number(part[2]));
  const day = parseDay(text);
  return day === null ? null : { earliest: day, latest: day };
};

const endOf = (text: string | undefined, open: Day): Interval | null =>
  text === '..' ? { earliest: open, latest: open } : text === undefined ? null : single(text);

const between = (first: Interval, last: Interval): Interval | null => {
  const bounded = Number.isFinite(first.earliest) || Number.isFinite(last.latest);
  const rising = first.earliest <= last.earliest && first.latest <= last.latest;
  return bounded && rising ? { earliest: first.earliest, latest: last.latest } : null;
};

/**
 * The days that a date of our EDTF forms can mean (semantics, rule 1): day, month, season (`-21` spring ... `-24` winter
 * into the next year), quarter (`-33` ... `-36`), half-year (`-40`, `-41`), year, interval `A/B`, `../B` some time up to
 * B, `A/..` from A on. Null where the text is none of these.
 */
export const parseEdtf = (text: string): Interval | null => {
  const ends = text.split('/');
  if (ends.length === 1) return single(text);
  if (ends.length !== 2) return null;
  const first = endOf(ends[0], -Infinity);
  const last = endOf(ends[1], Infinity);
  return first && last && between(first, last);
};
