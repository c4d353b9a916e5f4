import { parseDay } from '#history';
import { type ProgrammeOverview, type ProgrammeTimeline } from '#views';
import { budgetTable } from './budget-table.js';
import { casePart, deadlineTable } from './case-parts.js';
import { type Page, type PageContext, address, areaAddress, pageOf, said } from './context.js';
import { drawing } from './drawing.js';
import { entryTable, findingList } from './entry-parts.js';
import { type Content, html } from './html.js';
import { layout } from './layout.js';
import { type OrganisationNames, countTable, measureTable, planTable } from './measure-parts.js';
import { momentForm, momentLine } from './moment-form.js';
import { organisationNames } from './organisation-names.js';
import { badges, section, whenText } from './parts.js';
import { bodyTable, dependencyTable, partList, riskTable, sourceTable } from './programme-tables.js';

const factsOf = (
  page: Page,
  { status, period, funder, area, reform }: ProgrammeTimeline,
  organisation: OrganisationNames,
): Content =>
  html`<dl class="facts">
    <dt>${page.t('state')}</dt>
    <dd>${badges(page, status)}</dd>
    ${
      period &&
      html`<dt>${page.t('period')}</dt>
        <dd>${whenText(page, period)}</dd>`
    }
    ${
      funder !== null &&
      html`<dt>${page.t('funder')}</dt>
        <dd>${organisation(funder)}</dd>`
    }
    ${
      area !== null &&
      html`<dt>${page.t('area')}</dt>
        <dd><a href="${areaAddress(page, area)}">${area}</a></dd>`
    }
    ${
      reform !== null &&
      html`<dt>${page.t('reform')}</dt>
        <dd>${reform}</dd>`
    }
  </dl>`;

const optional = (id: string, heading: string, content: Content): Content =>
  content === null || content === undefined || content === false ? null : section(id, heading, content);

const contentOf = (page: Page, view: ProgrammeOverview, programme: ProgrammeTimeline): Content => {
  const { t } = page;
  const organisation = organisationNames(page, view.organisations);
  const period = [programme.period?.earliest, programme.period?.latest].flatMap((day) => (day ? [parseDay(day)] : []));
  const days = period.filter((day) => day !== null);
  return [
    factsOf(page, programme, organisation),
    section('phases', t('phases'), [drawing(page, view.moment, programme.lanes, days), casePart(page, programme.case)]),
    section('measures', t('measures'), [
      countTable(page, programme.counts),
      measureTable(page, programme, organisation),
    ]),
    optional('deadlines', t('deadlines'), deadlineTable(page, view.deadlines)),
    section('findings', `${t('findings')} (${view.findings.length})`, findingList(page, view.findings)),
    optional('budget', t('budget'), budgetTable(page, view.budget)),
    optional('milestones', t('milestones'), planTable(page, t('milestones'), programme.milestones, organisation)),
    optional('pilots', t('pilots'), planTable(page, t('pilots'), programme.pilots, organisation)),
    optional('rollouts', t('rollouts'), planTable(page, t('rollouts'), programme.rollouts, organisation)),
    optional('deliverables', t('deliverables'), partList(page, view.deliverables)),
    optional('risks', t('risks'), riskTable(page, view.risks)),
    optional('bodies', t('bodies'), bodyTable(page, view.bodies)),
    optional('decisions', t('decisions'), partList(page, view.decisions)),
    optional('targets', t('targets'), partList(page, view.targets)),
    optional('assessments', t('assessments'), partList(page, view.assessments)),
    optional('dependencies', t('dependencies'), dependencyTable(page, view.dependencies)),
    optional('sources', t('sources'), sourceTable(page, view.sources)),
    optional('entries', t('entries'), entryTable(page, view.entries, organisation)),
  ];
};

/** The overview of a programme as a page; `id` is what was asked for, also where nothing is known of it. */
export const renderProgramme = (id: string, view: ProgrammeOverview, context: PageContext): string => {
  const page = pageOf(context, view.moment);
  const { t } = page;
  const { programme } = view;
  const name = programme?.name ?? {};
  const path = `/programmes/${encodeURIComponent(id)}`;
  const area = programme?.area ?? null;
  return layout(page, {
    title: name[page.lang] ?? name.fi ?? id,
    heading: said(page, name, id),
    crumbs: [
      { text: t('country'), href: address(page, '/') },
      ...(area === null ? [] : [{ text: `${t('area')} ${area}`, href: areaAddress(page, area) }]),
    ],
    path,
    content: [
      momentForm(page, view.moment, { path }),
      momentLine(page, view.moment),
      programme ? contentOf(page, view, programme) : html`<p>${t('unknownProgramme')}</p>`,
    ],
  });
};
