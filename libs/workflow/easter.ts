import { type Day, dayOf } from '#history';

/** Easter Sunday of a year of the Gregorian calendar. Source: the anonymous algorithm in J. Meeus, Astronomical Algorithms. */
export const easterSunday = (year: number): Day => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const shifted = h + l - 7 * m + 114;
  return dayOf({ year, month: Math.floor(shifted / 31), day: (shifted % 31) + 1 });
};
