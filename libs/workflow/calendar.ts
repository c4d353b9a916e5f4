import { type JsonObject } from '#event-store';
import { type Day, civilOf, dayOf, weekday } from '#history';
import { easterSunday } from './easter.js';

/** A rule for days off that recur every year. */
export type HolidayRule =
  /** The same date every year. */
  | { readonly key: string; readonly month: number; readonly day: number }
  /** So many days after (before: negative) Easter Sunday. */
  | { readonly key: string; readonly easter: number }
  /** The first such weekday (1 Monday ... 7 Sunday) on or after a date. */
  | { readonly key: string; readonly weekday: number; readonly month: number; readonly day: number };

/** Which days are working days: versioned data, published by a directive. */
export interface Calendar {
  readonly key: string;
  /** Days of the week that are never working days: 1 Monday ... 7 Sunday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly HolidayRule[];
  /** Single days off (`YYYY-MM-DD`) beside the rules. */
  readonly off?: readonly string[];
  /** Single days that are working days in spite of the rules. */
  readonly on?: readonly string[];
}

const holidayOf = (rule: HolidayRule, year: number): Day => {
  if ('easter' in rule) return easterSunday(year) + rule.easter;
  const date = dayOf({ year, month: rule.month, day: rule.day });
  return 'weekday' in rule ? date + ((rule.weekday - weekday(date) + 7) % 7) : date;
};

// Days off by calendar and year: asked for again and again with few years.
const known = new WeakMap<Calendar, Map<number, ReadonlySet<Day>>>();

const holidaysOf = (calendar: Calendar, year: number): ReadonlySet<Day> => {
  const years = known.get(calendar) ?? new Map<number, ReadonlySet<Day>>();
  known.set(calendar, years);
  let days = years.get(year);
  if (!days) {
    days = new Set(calendar.holidays.map((rule) => holidayOf(rule, year)));
    years.set(year, days);
  }
  return days;
};

/** Key of the rule that makes a day off, `weekend`, `off`, or null for a working day. */
export const dayOffBecause = (calendar: Calendar, on: Day): string | null => {
  const { year, month, day } = civilOf(on);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (calendar.on?.includes(text)) return null;
  if (calendar.off?.includes(text)) return 'off';
  if (holidaysOf(calendar, year).has(on)) {
    return calendar.holidays.find((rule) => holidayOf(rule, year) === on)?.key ?? null;
  }
  return calendar.weekend.includes(weekday(on)) ? 'weekend' : null;
};

/** Whether a day is a working day. */
export const isWorkingDay = (calendar: Calendar, on: Day): boolean => dayOffBecause(calendar, on) === null;

// A year of days off has no working day to find; a calendar like that must not hang the engine.
const farthest = 366;

/** The day itself if it is a working day, else the next one. */
export const workingDayFrom = (calendar: Calendar, on: Day): Day => {
  let day = on;
  while (!isWorkingDay(calendar, day) && day - on < farthest) day += 1;
  return day;
};

/** The day so many working days after another; the day itself is not counted. */
export const addWorkingDays = (calendar: Calendar, on: Day, count: number): Day => {
  let day = on;
  for (let i = 0; i < count; i += 1) day = workingDayFrom(calendar, day + 1);
  return day;
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInteger = (value: unknown, low: number, high: number): boolean =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high;

const isDate = (rule: JsonObject): boolean => isInteger(rule['month'], 1, 12) && isInteger(rule['day'], 1, 31);

const isRule = (rule: unknown): boolean => {
  if (!isObject(rule) || typeof rule['key'] !== 'string') return false;
  if ('easter' in rule) return isInteger(rule['easter'], -366, 366);
  return isDate(rule) && (!('weekday' in rule) || isInteger(rule['weekday'], 1, 7));
};

const isListOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(holds);

const isOptionalListOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  value === undefined || isListOf(value, holds);

const isDayText = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Whether a value is a calendar; one that is none is not published, and does nothing if it was. */
export const isCalendar = (value: unknown): value is Calendar & JsonObject =>
  isObject(value) &&
  typeof value['key'] === 'string' &&
  isListOf(value['weekend'], (day) => isInteger(day, 1, 7)) &&
  isListOf(value['holidays'], isRule) &&
  isOptionalListOf(value['off'], isDayText) &&
  isOptionalListOf(value['on'], isDayText);
