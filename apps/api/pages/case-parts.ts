import { type CaseView, type ItemView, type NextDeadline } from '#views';
import { type Page, eventName, explainAddress, said, word } from './context.js';
import { type Content, html, joined } from './html.js';
import { badge, dateText, dayText, table, whenText } from './parts.js';

/** The facts behind an item, in words. */
export const reasons = (page: Page, { because }: Pick<ItemView, 'because'>): Content =>
  joined(
    because
      .filter(({ type }) => type !== null)
      .map(({ type, when }) => html`${eventName(page, type ?? '')}${when && html` ${whenText(page, when)}`}`),
    '; ',
  );

const sinceText = (page: Page, { since, possibleSince, state }: ItemView): Content => {
  if (state === 'possibly-open') return dayText(page, possibleSince);
  const earlier = possibleSince !== null && possibleSince !== since;
  return [dayText(page, since), earlier && [' (', page.t('possiblyOpen'), ' ', dayText(page, possibleSince), ')']];
};

const stateText = (page: Page, item: ItemView): Content => [
  badge(page, item.state),
  item.unconfirmed && html` <span class="flag">${page.t('unconfirmedFlag')}</span>`,
  item.announced &&
    html`<p class="told">
      ${page.t('announced')}: ${word(page, item.announced.state)} ${dayText(page, item.announced.since)}
    </p>`,
];

const itemTable = (page: Page, caption: string, head: string, items: readonly ItemView[]): Content =>
  table({
    caption,
    columns: [head, page.t('state'), page.t('since'), page.t('because'), page.t('why')].map((text) => ({ head: text })),
    rows: items.map((item) => [
      [said(page, item.names, item.key), item.of !== null && html` <span class="of">${subjectOf(item.of)}</span>`],
      stateText(page, item),
      sinceText(page, item),
      reasons(page, item),
      html`<a href="${explainAddress(page, item.programme, item.key)}"
        >${page.t('why')}<span class="unseen"> ${said(page, item.names, item.key)} ${item.of}</span></a
      >`,
    ]),
  });

/** The key of an entity within its programme, e.g. `A` of `measure:vake-restructuring/A`. */
const subjectOf = (entity: string): string => entity.slice(entity.indexOf('/') + 1);

/** Phases and gates of a case. */
export const casePart = (page: Page, view: CaseView | null): Content => {
  if (view === null) return html`<p>${page.t('noCase')}</p>`;
  return [
    html`<p class="quiet">${page.t('workflow')}: ${said(page, view.definition.names, view.definition.key)}</p>`,
    itemTable(page, page.t('phases'), page.t('phase'), view.phases),
    itemTable(page, page.t('gates'), page.t('gate'), view.gates),
    itemTable(
      page,
      page.t('tasks'),
      page.t('what'),
      view.tasks.filter(({ state }) => state === 'open'),
    ),
  ];
};

/** What is due next and what is overdue. */
export const deadlineTable = (page: Page, deadlines: readonly NextDeadline[]): Content =>
  table({
    caption: page.t('deadlines'),
    columns: [page.t('what'), page.t('due'), page.t('timing')].map((head) => ({ head })),
    rows: deadlines.map(({ names, id, kind, municipality, due, stated, overdue }) => [
      [said(page, names, id), html` <span class="of">${word(page, kind)}${municipality && ` ${municipality}`}</span>`],
      stated === null ? dayText(page, due) : dateText(page, stated),
      badge(page, overdue ? 'overdue' : 'ahead'),
    ]),
  });
