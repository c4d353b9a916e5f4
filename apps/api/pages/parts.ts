import { type Possibly, type ToldBy, type When, byWords, codeWord, dateWords, dayWords, whenWords } from '#views';
import { type Page, eventName } from './context.js';
import { type Content, Html, html, joined } from './html.js';

/** Signs beside the words, so that no state is told by colour alone. */
const signs: Readonly<Record<string, string>> = {
  open: '●',
  'possibly-open': '◐',
  shut: '○',
  started: '▶',
  running: '▶',
  launched: '▶',
  planned: '◇',
  set: '◇',
  suspended: '❚❚',
  deferred: '↷',
  ended: '■',
  completed: '✓',
  reached: '✓',
  met: '✓',
  happened: '✓',
  overdue: '!',
  possible: '◐',
  ahead: '→',
  due: '◷',
  waiting: '⋯',
  lapsed: '✕',
  rejected: '✕',
  withdrawn: '✕',
  true: '✓',
  unknown: '?',
  false: '✕',
};

/** A state in words with its sign. */
export const badge = ({ lang }: Pick<Page, 'lang'>, code: string | null): Html =>
  html`<span class="badge is-${code ?? 'not-yet'}"
    ><span class="sign" aria-hidden="true">${signs[code ?? ''] ?? '·'}</span> ${codeWord(code, lang)}</span
  >`;

/** One state, or all that are possible. */
export const badges = (page: Page, status: Possibly<string | null>): Html =>
  status.certain
    ? badge(page, status.values[0] ?? null)
    : html`<span class="possibly"
        >${page.t('possiblyOpen')}:
        ${joined(
          status.values.map((value) => badge(page, value)),
          ' / ',
        )}</span
      >`;

/** One value in words, or all that are possible; nothing for null. */
export const possibleText = <T>(possible: Possibly<T>, text: (value: T) => Content): Content =>
  joined(
    possible.values.map((value) => text(value)),
    ' / ',
  );

const isPlain = (date: string): boolean => /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(date);

const timed = (stated: string, words: string): Html =>
  isPlain(stated)
    ? html`<time datetime="${stated}">${words}</time>`
    : html`<span class="imprecise" title="${stated}">${words}</span>`;

/** A day (YYYY-MM-DD) in words; nothing for null. */
export const dayText = ({ lang }: Pick<Page, 'lang'>, day: string | null): Content =>
  day !== null && timed(day, dayWords(day, lang));

/** A stated date in words. */
export const dateText = ({ lang }: Pick<Page, 'lang'>, stated: string): Html => timed(stated, dateWords(stated, lang));

/** When something happened, in words. */
export const whenText = (page: Pick<Page, 'lang'>, when: When): Html =>
  when.stated === null
    ? html`<span class="imprecise">${whenWords(when, page.lang)}</span>`
    : dateText(page, when.stated);

/** What is told without a day, as "by" the day it was learned. */
export const toldText = (page: Page, told: readonly ToldBy[]): Content =>
  told.length > 0 &&
  html`<p class="told">
    ${page.t('by')}
    ${joined(
      told.map(({ type, by }) => html`${eventName(page, type)} ${byWords(by, page.lang)}`),
      '; ',
    )}
  </p>`;

/** A column of a table: its heading, and whether it holds numbers. */
export interface Column {
  readonly head: string;
  readonly numeric?: boolean;
}

/** A table. The first cell of each row is its heading. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Content[])[];
}

interface ShownColumn extends Column {
  /** Its cell in a row. */
  readonly place: number;
}

const cell = ({ head, numeric, place }: ShownColumn, row: readonly Content[]): Html =>
  place === 0
    ? html`<th scope="row" role="rowheader">${row[0]}</th>`
    : html`<td role="cell" class="${numeric ? 'number' : 'text'}" data-head="${head}">${row[place]}</td>`;

/**
 * A table with caption and scopes; nothing where it has no rows; a column without any content is left out. Where the page
 * is narrow its rows are stacked, which takes their meaning from `display`: hence the roles.
 */
export const table = ({ caption, columns, rows }: Table): Content => {
  if (rows.length === 0) return null;
  const shown = columns
    .map((column, place): ShownColumn => ({ ...column, place }))
    .filter(({ place }) => place === 0 || rows.some((row) => !isNothing(row[place])));
  return html`<div class="scroll">
    <table role="table">
      <caption>
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${shown.map(
            ({ head, numeric }) =>
              html`<th scope="col" role="columnheader" class="${numeric ? 'number' : 'text'}">${head}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) =>
            html`<tr role="row">
              ${shown.map((column) => cell(column, row))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/** A section with a heading. */
export const section = (id: string, heading: Content, content: Content): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;

/** Whether there is nothing to see in a content. */
export const isNothing = (content: Content): boolean =>
  (content instanceof Html && content.toString().trim() === '') ||
  content === null ||
  content === undefined ||
  content === false ||
  content === '' ||
  (Array.isArray(content) && (content as readonly Content[]).every(isNothing));
