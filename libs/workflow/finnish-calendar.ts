import { type Calendar } from './calendar.js';

/**
 * Finnish working days by the Act on the calculation of time limits (laki säädettyjen määräaikain laskemisesta,
 * 150/1930), section 5: a time limit does not end on a Sunday or church holiday, Independence Day, May Day, Christmas or
 * Midsummer Eve, or a Saturday. The church holidays are those of the Church Act. Epiphany and Ascension fell on Saturdays
 * in 1973-1990: this calendar is for later years.
 */
export const finnishCalendar: Calendar = {
  key: 'fi-working-days',
  weekend: [6, 7],
  holidays: [
    { key: 'new-years-day', month: 1, day: 1 },
    { key: 'epiphany', month: 1, day: 6 },
    { key: 'good-friday', easter: -2 },
    { key: 'easter-sunday', easter: 0 },
    { key: 'easter-monday', easter: 1 },
    { key: 'may-day', month: 5, day: 1 },
    { key: 'ascension-day', easter: 39 },
    { key: 'pentecost', easter: 49 },
    { key: 'midsummer-eve', weekday: 5, month: 6, day: 19 },
    { key: 'midsummer-day', weekday: 6, month: 6, day: 20 },
    { key: 'all-saints-day', weekday: 6, month: 10, day: 31 },
    { key: 'independence-day', month: 12, day: 6 },
    { key: 'christmas-eve', month: 12, day: 24 },
    { key: 'christmas-day', month: 12, day: 25 },
    { key: 'boxing-day', month: 12, day: 26 },
  ],
};
