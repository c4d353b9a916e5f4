import { type Possibly, type ToldBy, type When, byWords, codeWord, dateWords, dayWords, whenWords } from '#views';
import { type Page, eventName } from './context.js';
import { type Content, type Html, html, joined } from './html.js';

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
  readonly head: Content;
  readonly numeric?: boolean;
}

/** A table. The first cell of each row is its heading; `label` names the cells where the table is stacked. */
export interface Table {
  readonly caption: Content;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Content[])[];
}

/** A table with caption and scopes; nothing where it has no rows. It scrolls by itself where the page is narrow. */
export const table = ({ caption, columns, rows }: Table): Content => {
  if (rows.length === 0) return null;
  const kind = (place: number): string => (columns[place]?.numeric ? 'number' : 'text');
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${asText(caption)}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ head }, place) => html`<th scope="col" class="${kind(place)}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell, place) => html`<td class="${kind(place + 1)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

const asText = (content: Content): string => (typeof content === 'string' ? content : '');

/** A section with a heading. */
export const section = (id: string, heading: Content, content: Content): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;

/** A part of a section; nothing where it has no content. */
export const subsection = (heading: Content, content: Content): Content =>
  isNothing(content)
    ? null
    : html`<h3>${heading}</h3>
        ${content}`;

const isNothing = (content: Content): boolean =>
  content === null ||
  content === undefined ||
  content === false ||
  content === '' ||
  (Array.isArray(content) && (content as readonly Content[]).every(isNothing));
