import { type ItemOf, type When, dayWords, namesFrom, viewWord, whenWords } from '#views';
import { parseDay } from '#history';
import { type Page, eventName, said, word } from './context.js';
import { type Content, html, joined } from './html.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhen = (value: Fields): boolean => 'stated' in value && 'by' in value && 'latest' in value;

const isNames = (value: Fields): boolean =>
  Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'fi' || key === 'sv' || key === 'en');

const isReason = (value: Fields): boolean => typeof value['type'] === 'string' && isFields(value['when']);

const plain = (page: Page, value: unknown): Content => {
  if (typeof value === 'boolean') return word(page, value ? 'yes' : 'no');
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return '–';
  if (parseDay(value) !== null) return dayWords(value, page.lang);
  return value in page.eventTypes ? eventName(page, value) : word(page, value);
};

const fieldsText = (page: Page, value: Fields): Content => {
  if (isWhen(value)) return whenWords(value as unknown as When, page.lang);
  if (isNames(value)) return said(page, namesFrom(value), '');
  if (Array.isArray(value['values']) && 'certain' in value) return valueText(page, value['values']);
  if (isReason(value)) return [eventName(page, String(value['type'])), ' ', valueText(page, value['when'])];
  const shown = Object.entries(value).filter(([key, member]) => key !== 'event' && member !== null);
  return joined(
    shown.map(([key, member]) => [viewWord(key, page.lang), ': ', valueText(page, member)]),
    ', ',
  );
};

/** A value of a view in words. */
export const valueText = (page: Page, value: unknown): Content => {
  if (Array.isArray(value)) {
    const members = value as readonly unknown[];
    return members.length === 0
      ? '–'
      : joined(
          members.map((member) => (member === null ? word(page, null) : valueText(page, member))),
          ' / ',
        );
  }
  return isFields(value) ? fieldsText(page, value) : plain(page, value);
};

const titles = ['title', 'names', 'what', 'name', 'text'] as const;

/** What an item of a view is called, with its date where it is an event. */
export const itemName = (page: Page, { id, item }: ItemOf): Content => {
  const title = titles.map((key) => item[key]).find((value) => isFields(value) && isNames(value));
  const typed = typeof item['type'] === 'string' ? eventName(page, item['type']) : null;
  const when = isFields(item['when']) && isWhen(item['when']) ? valueText(page, item['when']) : null;
  const municipality = typeof item['municipality'] === 'string' ? item['municipality'] : null;
  const of = typeof item['of'] === 'string' ? ` · ${item['of'].slice(item['of'].indexOf('/') + 1)}` : null;
  if (typed === null && title === undefined) return id;
  return html`${typed} ${title !== undefined && said(page, namesFrom(title), id)}${of} ${municipality}
  ${when !== null && html`(${when})`}`;
};
