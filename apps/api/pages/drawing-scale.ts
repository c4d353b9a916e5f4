import { type Day, addMonths, civilOf, dayOf, parseDay } from '#history';
import { type Lane } from '#views';

/** The days that a drawing covers, and where they stand. */
export interface Scale {
  readonly first: Day;
  readonly last: Day;
  /** The chosen day. */
  readonly on: Day;
  /** Place of a day between `left` and `right`, in units of the drawing; a day beyond the edges stands on them. */
  readonly x: (day: Day) => number;
}

/** Room left of the lines for their names, and the width of the whole, in units of the drawing. */
export const left = 300;
export const right = 1180;

const daysOf = (lanes: readonly Lane[]): readonly Day[] =>
  lanes
    .flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]))
    .map((day) => (day === null ? null : parseDay(day)))
    .filter((day) => day !== null);

const startOfYear = (day: Day): Day => dayOf({ year: civilOf(day).year, month: 1, day: 1 });

/** A scale of whole years around the days given, the drawn ones and the chosen one. */
export const scaleOf = (lanes: readonly Lane[], on: Day, others: readonly Day[]): Scale => {
  const days = [...daysOf(lanes), on, ...others];
  const first = startOfYear(days.reduce((least, day) => Math.min(least, day), on));
  const last = addMonths(startOfYear(days.reduce((most, day) => Math.max(most, day), on)), 12);
  const share = (day: Day): number => (Math.min(Math.max(day, first), last) - first) / (last - first);
  return { first, last, on, x: (day) => Math.round((left + share(day) * (right - left)) * 10) / 10 };
};

/** The first days of the years of a scale. */
export const yearsOf = ({ first, last }: Scale): readonly Day[] => {
  const years: Day[] = [];
  for (let day = first; day < last; day = addMonths(day, 12)) years.push(day);
  return years;
};
