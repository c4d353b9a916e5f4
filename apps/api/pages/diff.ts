import { type ItemChange, type ItemOf, type ViewDifference, viewWord } from '#views';
import { type Page, type PageContext, address, momentParameters, pageOf } from './context.js';
import { itemName, valueText } from './diff-values.js';
import { type Content, html } from './html.js';
import { layout } from './layout.js';
import { momentFields, momentLine } from './moment-form.js';
import { section, table } from './parts.js';

/** What a difference is of: its page, and what that page is called. */
export interface DiffSubject {
  /** Path of the page compared, e.g. `/areas/04`; the difference stands at `<path>/diff`. */
  readonly path: string;
  readonly name: string;
}

const byList = <T extends ItemOf>(items: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(item.list);
    if (list) list.push(item);
    else lists.set(item.list, [item]);
  }
  return lists;
};

const itemLists = (page: Page, items: readonly ItemOf[]): Content =>
  [...byList(items)].map(
    ([list, members]) =>
      html`<h3>${viewWord(list, page.lang)} (${members.length})</h3>
        <ul class="difference">
          ${members.map((member) => html`<li>${itemName(page, member)}</li>`)}
        </ul>`,
  );

const changeRows = (page: Page, change: ItemChange): readonly (readonly Content[])[] =>
  change.fields.map(({ field, was, is }) => [
    itemName(page, change),
    viewWord(field, page.lang),
    html`<del>${valueText(page, was)}</del>`,
    html`<ins>${valueText(page, is)}</ins>`,
  ]);

const changeTables = (page: Page, changes: readonly ItemChange[]): Content =>
  [...byList(changes)].map(([list, members]) =>
    table({
      caption: viewWord(list, page.lang),
      columns: [page.t('what'), page.t('field'), page.t('was'), page.t('is')].map((head) => ({ head })),
      rows: members.flatMap((member) => changeRows(page, member)),
    }),
  );

const form = (page: Page, { from, to }: ViewDifference, action: string): Content =>
  html`<form class="moment twice" method="get" action="${action}" aria-label="${page.t('compare')}">
    <fieldset>
      <legend>${page.t('first')}</legend>
      ${momentFields(page, from, 'from-')}
    </fieldset>
    <fieldset>
      <legend>${page.t('second')}</legend>
      ${momentFields(page, to)}
    </fieldset>
    <input type="hidden" name="lang" value="${page.lang}" />
    <button type="submit">${page.t('show')}</button>
  </form>`;

/** The difference of two moments of a view as a page; the first moment's fields are `from-on`, `from-known`, `from-basis`. */
export const renderDiff = (view: ViewDifference, subject: DiffSubject, context: PageContext): string => {
  const page = pageOf(context, view.to);
  const { t } = page;
  const path = `${subject.path}/diff`;
  const part = (id: 'added' | 'removed' | 'changed', content: Content): Content =>
    view[id].length > 0 && section(id, `${t(id)} (${view[id].length})`, content);
  const nothing = view.added.length + view.removed.length + view.changed.length === 0;
  return layout(page, {
    title: `${t('diff')}: ${subject.name}`,
    heading: html`${t('diff')}`,
    crumbs: [
      { text: t('country'), href: address(page, '/') },
      { text: subject.name, href: address(page, subject.path) },
    ],
    path,
    parameters: momentParameters(view.from).map(([key, value]) => [`from-${key}`, value] as const),
    content: [
      form(page, view, path),
      html`<h2>${t('first')}</h2>`,
      momentLine(page, view.from),
      html`<h2>${t('second')}</h2>`,
      momentLine(page, view.to),
      nothing && html`<p class="notice">${t('noDifference')}</p>`,
      part('removed', itemLists(page, view.removed)),
      part('added', itemLists(page, view.added)),
      part('changed', changeTables(page, view.changed)),
    ],
  });
};
