import { type Day, parseDay } from '#history';
import { type AreaTimeline, type ProgrammeTimeline, type ReformView, type ResponsibilityView } from '#views';
import { casePart } from './case-parts.js';
import { type Page, type PageContext, address, pageOf, programmeAddress, said } from './context.js';
import { drawing } from './drawing.js';
import { entryTable, findingList } from './entry-parts.js';
import { type Content, html, joined } from './html.js';
import { layout } from './layout.js';
import { type OrganisationNames, countTable, measureTable, planTable } from './measure-parts.js';
import { momentForm, momentLine } from './moment-form.js';
import { organisationNames } from './organisation-names.js';
import { badge, badges, dateText, possibleText, section, table, toldText, whenText } from './parts.js';

const reformTable = (page: Page, reforms: readonly ReformView[]): Content =>
  table({
    caption: page.t('reforms'),
    columns: [page.t('reform'), page.t('state'), page.t('transferDate')].map((head) => ({ head })),
    rows: reforms.map(({ id, name, status, transferDate }) => [
      said(page, name, id),
      badges(page, status),
      transferDate !== null && dateText(page, transferDate),
    ]),
  });

const holderText = (page: Page, view: ResponsibilityView, organisation: OrganisationNames): Content => [
  possibleText(view.holder, (code) => (code === null ? badge(page, null) : organisation(code))),
  view.holder.certain && view.heldByCounty.values[0] === true && html` ${badge(page, 'held-by-county')}`,
  view.foreseen && html` <span class="flag">${page.t('foreseen')}</span>`,
  view.offeredTo !== null && html`<p class="told">${page.t('offered')} ${organisation(view.offeredTo)}</p>`,
  toldText(page, view.told),
];

const responsibilityTable = (page: Page, view: AreaTimeline, organisation: OrganisationNames): Content =>
  table({
    caption: page.t('responsibilities'),
    columns: [page.t('municipality'), page.t('service'), page.t('holder'), page.t('coming')].map((head) => ({ head })),
    rows: view.responsibilities.map((one) => [
      organisation(`municipality:${one.municipality}`),
      said(page, one.serviceName, one.service),
      holderText(page, one, organisation),
      joined(
        one.coming.map(({ to, when }) => html`${to !== null && organisation(to)} ${whenText(page, when)}`),
        '; ',
      ),
    ]),
  });

const municipalityTable = (page: Page, { municipalities }: AreaTimeline): Content =>
  table({
    caption: page.t('municipalities'),
    columns: [page.t('municipality'), page.t('code'), page.t('state')].map((head) => ({ head })),
    rows: municipalities.map(({ name, code, status, movedTo, told }) => [
      said(page, name, code),
      code,
      [badges(page, status), movedTo !== null && html` → ${movedTo}`, toldText(page, told)],
    ]),
  });

const periodDays = ({ period }: ProgrammeTimeline): readonly Day[] =>
  [period?.earliest, period?.latest].map((day) => (day ? parseDay(day) : null)).filter((day) => day !== null);

const programmePart = (
  page: Page,
  view: AreaTimeline,
  programme: ProgrammeTimeline,
  organisation: OrganisationNames,
): Content =>
  html`<article class="programme">
    <h3><a href="${programmeAddress(page, programme.id)}">${said(page, programme.name, programme.id)}</a></h3>
    <p>${badges(page, programme.status)} ${programme.period && html` · ${whenText(page, programme.period)}`}</p>
    ${drawing(page, view.moment, programme.lanes, periodDays(programme))} ${casePart(page, programme.case)}
    ${countTable(page, programme.counts)} ${measureTable(page, programme, organisation)}
    ${planTable(page, page.t('milestones'), programme.milestones, organisation)}
    ${planTable(page, page.t('pilots'), programme.pilots, organisation)}
    ${planTable(page, page.t('rollouts'), programme.rollouts, organisation)}
  </article>`;

const nothing = (page: Page): Content => html`<p>${page.t('nothing')}</p>`;

/** The timeline of an area as a page. */
export const renderArea = (view: AreaTimeline, context: PageContext): string => {
  const page = pageOf(context, view.moment);
  const { t } = page;
  const organisation = organisationNames(page, view.organisations);
  const name = view.area.name[page.lang] ?? view.area.name.fi ?? view.area.id;
  const path = `/areas/${encodeURIComponent(view.area.id)}`;
  const unconfirmed =
    view.unconfirmed.length > 0 &&
    section('unconfirmed', t('unconfirmed'), [
      html`<p>${t('unconfirmedNote')}</p>`,
      planTable(page, t('unconfirmed'), view.unconfirmed, organisation),
    ]);
  return layout(page, {
    title: name,
    heading: said(page, view.area.name, view.area.id),
    crumbs: [{ text: t('country'), href: address(page, '/') }],
    path,
    content: [
      html`<p class="lead">
        ${badges(page, view.area.status)} <span class="quiet">${t('code')} ${view.area.id}</span>
      </p>`,
      momentForm(page, view.moment, { path }),
      momentLine(page, view.moment),
      html`<p><a href="${address(page, `${path}/diff`)}">${t('compare')}</a></p>`,
      section('programmes', t('programmes'), [
        view.programmes.length === 0 && nothing(page),
        ...view.programmes.map((programme) => programmePart(page, view, programme, organisation)),
      ]),
      unconfirmed,
      section('findings', `${t('findings')} (${view.findings.length})`, findingList(page, view.findings)),
      section('reforms', t('reforms'), reformTable(page, view.reforms) ?? nothing(page)),
      section(
        'responsibilities',
        t('responsibilities'),
        responsibilityTable(page, view, organisation) ?? nothing(page),
      ),
      section('entries', t('entries'), entryTable(page, view.entries, organisation) ?? nothing(page)),
      section('municipalities', t('municipalities'), municipalityTable(page, view) ?? nothing(page)),
    ],
  });
};
