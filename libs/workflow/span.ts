import { type Day, addMonths } from '#history';
import { type Calendar, addWorkingDays } from './calendar.js';
import { type Span } from './definition.js';

const form = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** A duration in calendar units. */
export interface CalendarSpan {
  readonly months: number;
  readonly days: number;
}

/** Reads an ISO 8601 duration of whole years, months, weeks and days; null for a text that is none. */
export const parseSpan = (text: string): CalendarSpan | null => {
  const match = form.exec(text);
  if (!match) return null;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return { months: years * 12 + months, days: weeks * 7 + days };
};

/**
 * The day so long after another. Months first, to the same day of the month or its last one (section 3 of the Act on time
 * limits); then days; the first day is not counted.
 */
export const addSpan = (on: Day, span: Span | undefined, calendar: Calendar): Day => {
  if (span === undefined) return on;
  if (typeof span !== 'string') return addWorkingDays(calendar, on, span.workingDays);
  const { months, days } = parseSpan(span) ?? { months: 0, days: 0 };
  return (months === 0 ? on : addMonths(on, months)) + days;
};
