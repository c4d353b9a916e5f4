import { type ChangeNeeded, type ConditionView, type Explanation } from '#views';
import { reasons } from './case-parts.js';
import { type Page, type PageContext, address, pageOf, programmeAddress, said } from './context.js';
import { type Content, html } from './html.js';
import { layout } from './layout.js';
import { momentForm, momentLine } from './moment-form.js';
import { badge, dayText, section } from './parts.js';

const node = (page: Page, { words, truth, because, parts }: ConditionView): Content =>
  html`<li>
    ${badge(page, truth)} ${said(page, words, '…')}
    ${because.length > 0 && html`<span class="quiet">${reasons(page, { because })}</span>`}
    ${
      parts.length > 0 &&
      html`<ul>
        ${parts.map((part) => node(page, part))}
      </ul>`
    }
  </li>`;

const way = (page: Page, changes: readonly ChangeNeeded[], place: number): Content =>
  html`<li>
    <strong>${page.t('way')} ${place + 1}</strong>
    <ul>
      ${changes.map(
        ({ kind, words, owner }) =>
          html`<li>
            ${page.t(kind)} ${said(page, words, '…')} ${owner !== null && html`<span class="quiet">(${owner})</span>`}
          </li>`,
      )}
    </ul>
  </li>`;

const waysPart = (page: Page, { ways, more }: Explanation): Content =>
  ways.length === 0
    ? html`<p>${page.t('noWays')}</p>`
    : [
        html`<ol class="ways">
          ${ways.map((changes, place) => way(page, changes, place))}
        </ol>`,
        more && html`<p>${page.t('moreWays')}</p>`,
      ];

const contentOf = (page: Page, view: Explanation): Content => {
  const { t } = page;
  const { item, condition } = view;
  if (item === null) return html`<p>${t('noItem')}</p>`;
  const shut = item.state === 'shut' || item.state === 'possibly-open';
  return [
    html`<p class="lead">
      ${badge(page, item.state)} ${item.since !== null && [`${t('since')} `, dayText(page, item.since)]}
    </p>`,
    item.because.length > 0 && html`<p>${t('because')}: ${reasons(page, item)}</p>`,
    condition &&
      section(
        'condition',
        t('condition'),
        html`<ul class="tree">
          ${node(page, condition)}
        </ul>`,
      ),
    shut && section('ways', t('ways'), waysPart(page, view)),
  ];
};

/** Why an item of a case stands as it does, as a page. */
export const renderExplain = (view: Explanation, context: PageContext): string => {
  const page = pageOf(context, view.moment);
  const { t } = page;
  const asked = [
    ['case', view.programme],
    ['item', view.key],
  ] as const;
  const name = view.item?.names ?? {};
  return layout(page, {
    title: `${t('explain')}: ${name[page.lang] ?? view.key}`,
    heading: html`${t('explainFor')}: ${said(page, name, view.key)}`,
    crumbs: [
      { text: t('country'), href: address(page, '/') },
      { text: view.programme, href: programmeAddress(page, view.programme) },
    ],
    path: '/explain',
    parameters: asked,
    content: [
      html`<p class="quiet">${view.key}</p>`,
      momentForm(page, view.moment, { path: '/explain', hidden: asked }),
      momentLine(page, view.moment),
      contentOf(page, view),
    ],
  });
};
