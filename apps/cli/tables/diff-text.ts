import {
  type ItemOf,
  type ViewDifference,
  type When,
  codeWord,
  dayWords,
  namesFrom,
  sayIn,
  viewWord,
  whenWords,
} from '#views';
import { type TextOptions, type Tone, clean, toned } from './style.js';
import { momentText, parts } from './said.js';
import { type Cell, textTable } from './text-table.js';
import { textOf } from './text-words.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNames = (value: Fields): boolean => 'fi' in value || 'sv' in value || 'en' in value;

const fieldsText = (value: Fields, lang: TextOptions['lang']): string => {
  if ('stated' in value && 'by' in value) return whenWords(value as unknown as When, lang);
  if (isNames(value)) return sayIn(lang, namesFrom(value), '').text;
  if (typeof value['type'] === 'string' && isFields(value['when'])) {
    return `${value['type']} ${fieldsText(value['when'], lang)}`;
  }
  if ('certain' in value && 'values' in value) return valueText(value['values'], lang);
  return Object.entries(value)
    .filter(([key, member]) => key !== 'event' && member !== null)
    .map(([key, member]) => `${viewWord(key, lang)}: ${valueText(member, lang)}`)
    .join(', ');
};

/** A value of a view in words. */
const valueText = (value: unknown, lang: TextOptions['lang']): string => {
  if (Array.isArray(value)) {
    const members = (value as readonly unknown[]).map((one) =>
      one === null ? codeWord(null, lang) : valueText(one, lang),
    );
    return members.length === 0 ? '–' : members.join(' / ');
  }
  if (isFields(value)) return fieldsText(value, lang);
  if (typeof value === 'boolean') return codeWord(value ? 'yes' : 'no', lang);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? dayWords(codeWord(value, lang), lang) : '–';
};

const titles = ['title', 'names', 'what', 'name', 'text', 'typeName'] as const;

const nameOf = ({ id, item }: ItemOf, lang: TextOptions['lang']): string => {
  const names = titles.map((key) => item[key]).filter((value) => isFields(value) && isNames(value));
  const words = names.slice(0, 2).map((value) => sayIn(lang, namesFrom(value), '').text);
  const when = isFields(item['when']) ? ` (${valueText(item['when'], lang)})` : '';
  const of = typeof item['of'] === 'string' ? ` · ${item['of'].slice(item['of'].indexOf('/') + 1)}` : '';
  return clean(words.length === 0 ? id : `${words.join(' · ')}${of}${when}`);
};

/** The difference of two moments: what went, what came, what changed. */
export const diffText = (view: ViewDifference, options: TextOptions): string => {
  const { lang, colour } = options;
  const list = (key: 'added' | 'removed', sign: string, tone: Tone): string | null => {
    const items = view[key];
    if (items.length === 0) return null;
    const lines = items.map((item) => `${sign} ${viewWord(item.list, lang)}: ${nameOf(item, lang)}`);
    return `${textOf(key, lang)} (${items.length})\n${lines.map((line) => toned(line, tone, colour)).join('\n')}`;
  };
  const rows = view.changed.flatMap((change) =>
    change.fields.map(({ field, was, is }): readonly Cell[] => [
      nameOf(change, lang),
      viewWord(field, lang),
      { text: valueText(was, lang), tone: 'warn' },
      { text: valueText(is, lang), tone: 'good' },
    ]),
  );
  const heads = (['what', 'field', 'was', 'is'] as const).map((key) => textOf(key, lang));
  const changes =
    rows.length > 0 && `${textOf('changed', lang)} (${view.changed.length})\n${textTable({ heads, rows }, options)}`;
  const nothing = view.added.length + view.removed.length + view.changed.length === 0;
  return parts([
    `− ${momentText(options, view.from)}\n+ ${momentText(options, view.to)}`,
    list('removed', '−', 'warn'),
    list('added', '+', 'good'),
    changes,
    nothing && textOf('noDifference', lang),
  ]);
};
