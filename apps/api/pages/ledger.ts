import { type LedgerPage, type LedgerRow, dayWords } from '#views';
import { type Page, type PageContext, address, pageOf, said } from './context.js';
import { type Content, html } from './html.js';
import { layout } from './layout.js';
import { dateText, dayText, table } from './parts.js';

const eventCell = (page: Page, { typeName, type, data, id }: LedgerRow): Content =>
  html`<strong>${said(page, typeName, type)}</strong>
    <details>
      <summary>${page.t('content')}</summary>
      <p class="quiet">${type} · ${id}</p>
      <pre>${JSON.stringify(data, null, 2)}</pre>
    </details>`;

const row = (page: Page, entry: LedgerRow): readonly Content[] => [
  html`<span id="p${entry.position.replace('/', '-')}">${entry.position}</span>`,
  eventCell(page, entry),
  entry.stream,
  entry.occurred !== null && dateText(page, entry.occurred),
  html`<time datetime="${entry.recordedAt}">${dayWords(entry.recordedAt.slice(0, 10), page.lang)}</time>`,
  [entry.source?.id, entry.source && html` <span class="quiet">${dayText(page, entry.learned)}</span>`],
];

const paging = (page: Page, { next, previous }: LedgerPage): Content => {
  const link = (after: string | null, text: string, rel: string): Content =>
    after !== null && html`<li><a rel="${rel}" href="${address(page, '/ledger', [['after', after]])}">${text}</a></li>`;
  return html`<nav class="paging" aria-label="${page.t('pages')}">
    <ul>
      ${link(previous, page.t('previousPage'), 'prev')} ${link(next, page.t('nextPage'), 'next')}
    </ul>
  </nav>`;
};

/** A page of the ledger; the next one starts at `/ledger?after=<position>`. */
export const renderLedger = (view: LedgerPage, context: PageContext): string => {
  const page = pageOf(context, null);
  const { t } = page;
  const heads = [t('position'), t('event'), t('stream'), t('when'), t('recorded'), t('source')];
  return layout(page, {
    title: t('ledger'),
    heading: t('ledger'),
    crumbs: [{ text: t('country'), href: address(page, '/') }],
    path: '/ledger',
    content: [
      html`<p class="lead">${t('head')}: ${view.head ?? '–'}</p>`,
      table({
        caption: t('ledger'),
        columns: heads.map((head) => ({ head })),
        rows: view.rows.map((entry) => row(page, entry)),
      }) ?? html`<p>${t('emptyLedger')}</p>`,
      paging(page, view),
    ],
  });
};
