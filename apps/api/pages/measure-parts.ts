import { type CaseView, type MeasureCounts, type MeasureView, type PlanView, type ProgrammeTimeline } from '#views';
import { type Page, eventName, said, word } from './context.js';
import { type Content, html, joined } from './html.js';
import { badge, badges, dateText, possibleText, table, toldText, whenText } from './parts.js';

/** Names of organisations and municipalities by code. */
export type OrganisationNames = (code: string) => Content;

const planText = (page: Page, { schedule, startsOn, refinedOn, after }: MeasureView): Content => {
  const parts: Content[] = [];
  if (schedule) parts.push(html`<p>${whenText(page, schedule)}</p>`);
  for (const event of new Set([startsOn, refinedOn, after]))
    if (event !== null) parts.push(html`<p>${page.t('after')} ${eventName(page, event)}</p>`);
  return parts;
};

const outcomeText = (page: Page, { outcome, reason }: MeasureView): Content => [
  possibleText(outcome, (code) => code !== null && word(page, code)),
  Object.keys(reason).length > 0 && html`<p class="told">${said(page, reason, '')}</p>`,
];

const phaseText = (page: Page, view: CaseView | null, keys: readonly string[]): Content =>
  joined(
    keys.map((key) => said(page, view?.phases.find((phase) => phase.key === `phase:${key}`)?.names ?? {}, key)),
    ', ',
  );

/** The measures one by one. */
export const measureTable = (
  page: Page,
  { measures, case: view }: ProgrammeTimeline,
  organisation: OrganisationNames,
): Content =>
  table({
    caption: page.t('measures'),
    columns: [
      page.t('measure'),
      page.t('state'),
      page.t('phases'),
      page.t('planned'),
      page.t('outcome'),
      page.t('owner'),
    ].map((head) => ({ head })),
    rows: measures.map((measure) => [
      [
        measure.letter !== null && html`<b class="letter">${measure.letter}</b> `,
        said(page, measure.title, measure.key),
      ],
      [badges(page, measure.status), toldText(page, measure.told)],
      possibleText(measure.phases, (phases) => phaseText(page, view, phases)),
      planText(page, measure),
      outcomeText(page, measure),
      possibleText(measure.owner, (owner) => owner !== null && organisation(owner)),
    ]),
  });

/** Measures by state: how many certainly, how many possibly; "28 measures stated, none listed". */
export const countTable = (page: Page, { stated, listed, byStatus }: MeasureCounts): Content => {
  const { t } = page;
  const total =
    stated !== null &&
    html`<p class="stated">
      <strong>${stated}</strong> ${t('measuresStated')}, ${listed === 0 ? t('noneListed') : `${listed} ${t('listed')}`}
    </p>`;
  return [
    total,
    table({
      caption: t('measures'),
      columns: [{ head: t('state') }, { head: t('certain'), numeric: true }, { head: t('possible'), numeric: true }],
      rows: byStatus.map(({ status, certain, possible }) => [badge(page, status), certain, possible]),
    }),
  ];
};

const dueText = (page: Page, { due, after }: PlanView): Content => [
  due && (due.stated === null ? null : dateText(page, due.stated)),
  after !== null && html`${page.t('after')} ${eventName(page, after)}`,
];

/** Milestones, pilots or roll-outs. */
export const planTable = (
  page: Page,
  caption: string,
  plans: readonly PlanView[],
  organisation: OrganisationNames,
): Content => {
  const rollout = plans.some(({ kind }) => kind === 'rollout');
  const heads = [
    page.t(rollout ? 'service' : 'what'),
    ...(rollout ? [page.t('municipality')] : []),
    page.t('state'),
    page.t('due'),
    page.t('timing'),
  ];
  const place = ({ kind, municipality }: PlanView): Content => {
    if (municipality !== null) return organisation(`municipality:${municipality}`);
    return kind === 'rollout' && page.t('unnamed');
  };
  return table({
    caption,
    columns: heads.map((head) => ({ head })),
    rows: plans.map((plan) => [
      said(page, plan.what, plan.id),
      ...(rollout ? [place(plan)] : []),
      [badges(page, plan.status), toldText(page, plan.told)],
      dueText(page, plan),
      [badge(page, plan.timing), plan.unconfirmed && html` <span class="flag">${page.t('unconfirmedFlag')}</span>`],
    ]),
  });
};
