import { type AreaRow, type CountryOverview, type ProgrammeRow } from '#views';
import { type Page, type PageContext, areaAddress, pageOf, programmeAddress, said } from './context.js';
import { type Content, html, joined } from './html.js';
import { layout } from './layout.js';
import { momentForm, momentLine } from './moment-form.js';
import { badge, badges, dateText, dayText, section, table } from './parts.js';

const phaseNames = (page: Page, { openPhases, possiblyOpenPhases }: ProgrammeRow): Content =>
  joined(
    [
      ...openPhases.map(
        ({ names, id, since }) =>
          html`<span class="phase-name"
            >${said(page, names, id)} <span class="quiet">${dayText(page, since)}</span></span
          >`,
      ),
      ...possiblyOpenPhases.map(
        ({ names, id }) =>
          html`<span class="phase-name">${badge(page, 'possibly-open')} ${said(page, names, id)}</span>`,
      ),
    ],
    html`<br />`,
  );

const measureSums = (page: Page, { measures: { stated, listed, byStatus } }: ProgrammeRow): Content => {
  if (listed === 0 && stated === null) return '–';
  const states = byStatus.map(({ status, certain, possible }) => [
    badge(page, status),
    ` ${certain}${possible > 0 ? ` (+${possible})` : ''}`,
  ]);
  return [
    stated !== null &&
      html`${stated} ${page.t('measuresStated')},
      ${listed === 0 ? page.t('noneListed') : `${listed} ${page.t('listed')}`}`,
    joined(states, html`<br />`),
  ];
};

const count = (amount: number): Content =>
  amount === 0 ? 0 : html`<span class="flag"><span aria-hidden="true">! </span>${amount}</span>`;

const programmeTable = (page: Page, rows: readonly ProgrammeRow[]): Content => {
  const { t } = page;
  return table({
    caption: t('programmes'),
    columns: [
      { head: t('programme') },
      { head: t('state') },
      { head: t('openPhases') },
      { head: t('openGates'), numeric: true },
      { head: t('measures') },
      { head: t('unconfirmedFlag'), numeric: true },
      { head: t('findings'), numeric: true },
    ],
    rows: rows.map((row) => [
      [
        html`<a href="${programmeAddress(page, row.id)}">${said(page, row.name, row.id)}</a>`,
        row.area !== null &&
          html`<br /><a class="quiet" href="${areaAddress(page, row.area)}">${t('area')} ${row.area}</a>`,
      ],
      badges(page, row.status),
      phaseNames(page, row),
      `${row.gates.open} / ${row.gates.all}`,
      measureSums(page, row),
      count(row.unconfirmed),
      count(row.findings),
    ]),
  });
};

const areaCard = (page: Page, area: AreaRow): Content => {
  const { registered, heldByCounty } = area.responsibilities;
  return html`<li class="card">
    <h3><a href="${areaAddress(page, area.id)}">${said(page, area.name, area.id)}</a></h3>
    <p><span class="quiet">${area.id}</span> ${badges(page, area.status)}</p>
    <ul>
      ${area.programmes.map(({ id, name }) => html`<li><a href="${programmeAddress(page, id)}">${said(page, name, id)}</a></li>`)}
    </ul>
    ${registered > 0 && html`<p>${page.t('heldByCounty')}: ${heldByCounty} / ${registered}</p>`}
    ${area.findings > 0 && html`<p>${page.t('findings')}: ${count(area.findings)}</p>`}
  </li>`;
};

const reformList = (page: Page, { reforms }: CountryOverview): Content =>
  html`<ul class="reforms">
    ${reforms.map(
      ({ id, name, status, transferDate }) =>
        html`<li>
          <strong>${said(page, name, id)}</strong> ${badges(page, status)}
          ${transferDate !== null && html`<span class="quiet">${page.t('transferDate')} ${dateText(page, transferDate)}</span>`}
        </li>`,
    )}
  </ul>`;

/** The front page: the whole country. Areas with programmes come first. */
export const renderHome = (view: CountryOverview, context: PageContext): string => {
  const page = pageOf(context, view.moment);
  const { t } = page;
  const programmes = view.areas.flatMap((area) => area.programmes);
  const areas = [...view.areas].sort((a, b) => Number(b.programmes.length > 0) - Number(a.programmes.length > 0));
  return layout(page, {
    title: t('country'),
    heading: t('country'),
    crumbs: [],
    path: '/',
    content: [
      html`<p class="lead">${t('tagline')}</p>`,
      momentForm(page, view.moment, { path: '/' }),
      momentLine(page, view.moment),
      view.reforms.length > 0 && section('reforms', t('reforms'), reformList(page, view)),
      section('programmes', t('programmes'), programmeTable(page, programmes) ?? html`<p>${t('nothing')}</p>`),
      section(
        'areas',
        `${t('areas')} (${view.areas.length})`,
        view.areas.length === 0
          ? html`<p>${t('nothing')}</p>`
          : html`<ul class="cards">
              ${areas.map((area) => areaCard(page, area))}
            </ul>`,
      ),
    ],
  });
};
