import { parseDay } from '#history';
import { type Language } from '../names.js';
import { type When } from '../when.js';
import { type Wording, say } from './triple.js';

const months: Readonly<Record<Language, readonly string[]>> = {
  fi: 'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu'.split(
    ' ',
  ),
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** EDTF's groupings of months; the year follows. Winter goes on into the next year. */
const groupings: Readonly<Record<string, Wording>> = {
  21: say('kevät', 'våren', 'spring'),
  22: say('kesä', 'sommaren', 'summer'),
  23: say('syksy', 'hösten', 'autumn'),
  24: say('talvi alkaen joulukuusta', 'vintern från december', 'winter from December'),
  33: say('1. neljännes', 'första kvartalet', 'first quarter of'),
  34: say('2. neljännes', 'andra kvartalet', 'second quarter of'),
  35: say('3. neljännes', 'tredje kvartalet', 'third quarter of'),
  36: say('4. neljännes', 'fjärde kvartalet', 'fourth quarter of'),
  40: say('alkupuoli', 'första halvåret', 'first half of'),
  41: say('loppupuoli', 'andra halvåret', 'second half of'),
};

/** A day in words: 25.6.2021, in English 25 June 2021. */
export const dayWords = (day: string, lang: Language): string => {
  if (parseDay(day) === null) return day;
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  return lang === 'en' ? `${date} ${months.en[month - 1] ?? ''} ${year}` : `${date}.${month}.${year}`;
};

const singleWords = (text: string, lang: Language): string => {
  const part = /^(\d{4})-(\d{2})$/.exec(text);
  if (!part) return dayWords(text, lang);
  const [, year = '', code = ''] = part;
  const month = months[lang][Number(code) - 1];
  return `${month ?? groupings[code]?.[lang] ?? code} ${year}`;
};

const from = {
  fi: (x: string) => `alkaen ${x}`,
  sv: (x: string) => `från och med ${x}`,
  en: (x: string) => `from ${x} on`,
};
const until = {
  fi: (x: string) => `viimeistään ${x}`,
  sv: (x: string) => `senast ${x}`,
  en: (x: string) => `by ${x}`,
};

/** A date of our EDTF forms in words, never more precise than it is stated. */
export const dateWords = (stated: string, lang: Language): string => {
  const [first = '', last] = stated.split('/');
  if (last === undefined) return singleWords(first, lang);
  if (first === '..') return until[lang](singleWords(last, lang));
  if (last === '..') return from[lang](singleWords(first, lang));
  return `${singleWords(first, lang)} – ${singleWords(last, lang)}`;
};

/** When something happened, in words; without a date "by" the day learned. */
export const whenWords = (when: When, lang: Language): string => {
  if (when.stated !== null) return dateWords(when.stated, lang);
  return when.by === null ? '–' : until[lang](dayWords(when.by, lang));
};

/** "by" a day. */
export const byWords = (day: string, lang: Language): string => until[lang](dayWords(day, lang));

/** Whole euros with thin groups: 1 336 000 €, in English €1,336,000. */
export const euroWords = (amount: number, lang: Language): string => {
  const digits = String(Math.abs(amount));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, lang === 'en' ? ',' : '\u00a0');
  const sign = amount < 0 ? '\u2212' : '';
  return lang === 'en' ? `${sign}€${grouped}` : `${sign}${grouped}\u00a0€`;
};
