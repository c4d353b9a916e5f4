/**
 * A civil day in Europe/Helsinki, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
 * `-Infinity` and `Infinity` stand for unbounded.
 */
export type Day = number;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days in a month (1-12) of a year. */
export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (daysInMonth[month - 1] ?? 0);

/** Year, month (1-12) and day of the month of a civil day. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a civil date. Source of the arithmetic: H. Hinnant, days_from_civil. */
export const dayOf = ({ year, month, day }: CivilDate): Day => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The civil date of a bounded day. */
export const civilOf = (value: Day): CivilDate => {
  const z = value + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
};

/** The day that `YYYY-MM-DD` names, or null where it names none (2021-02-29). */
export const parseDay = (text: string): Day | null => {
  const match = form.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null;
  return dayOf({ year, month, day });
};

/** The day that `YYYY-MM-DD` names; throws a RangeError where it names none. For texts that are known to be days. */
export const day = (text: string): Day => {
  const value = parseDay(text);
  if (value === null) throw new RangeError(`not a day: ${text.slice(0, 40)}`);
  return value;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD` of a day, or null of an unbounded one. */
export const isoOfDay = (value: Day): string | null => {
  if (!Number.isFinite(value)) return null;
  const { year, month, day: dayOfMonth } = civilOf(value);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
};

/** `YYYY-MM-DD` of a bounded day; throws a RangeError for an unbounded one. */
export const iso = (value: Day): string => {
  const text = isoOfDay(value);
  if (text === null) throw new RangeError('an unbounded day has no text');
  return text;
};

/** Day of the week: 1 Monday ... 7 Sunday (ISO 8601). */
export const weekday = (value: Day): number => ((((value + 3) % 7) + 7) % 7) + 1;

/** The same day of the month so many months later, or the month's last day where it has none (31 January + P1M). */
export const addMonths = (value: Day, months: number): Day => {
  const { year, month, day: dayOfMonth } = civilOf(value);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return dayOf({ ...target, day: Math.min(dayOfMonth, lengthOfMonth(target.year, target.month)) });
};

/** The civil day of a recording stamp (`recordedAt`), which carries Helsinki's offset: its first ten characters. */
export const dayOfStamp = (recordedAt: string): Day => day(recordedAt.slice(0, 10));
