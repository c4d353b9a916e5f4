import { type BodyView, type DependencyView, type PartView, type RiskView, type SourceView } from '#views';
import { type Page, said, word } from './context.js';
import { type Content, html } from './html.js';
import { badges, table, toldText } from './parts.js';

const code = (page: Page, value: string | null): Content => value !== null && word(page, value);

/** The risks of a programme. */
export const riskTable = (page: Page, risks: readonly RiskView[]): Content =>
  table({
    caption: page.t('risks'),
    columns: [page.t('risk'), page.t('state'), page.t('likelihood'), page.t('impact'), page.t('raisedTo')].map(
      (head) => ({
        head,
      }),
    ),
    rows: risks.map((risk) => [
      html`<b class="letter">${risk.key}</b> ${said(page, risk.names, '')}`,
      [badges(page, risk.status), toldText(page, risk.told)],
      code(page, risk.likelihood),
      code(page, risk.impact),
      risk.raisedTo,
    ]),
  });

/** The bodies of a programme. */
export const bodyTable = (page: Page, bodies: readonly BodyView[]): Content =>
  table({
    caption: page.t('bodies'),
    columns: [
      { head: page.t('body') },
      { head: page.t('state') },
      { head: page.t('meets') },
      { head: page.t('seats'), numeric: true },
    ],
    rows: bodies.map((body) => [
      said(page, body.names, body.key),
      [badges(page, body.status), toldText(page, body.told)],
      said(page, body.meets, ''),
      `${body.seats} (${body.vacant})`,
    ]),
  });

/** What a programme depends on. */
export const dependencyTable = (page: Page, dependencies: readonly DependencyView[]): Content =>
  table({
    caption: page.t('dependencies'),
    columns: [page.t('dependsOn'), page.t('what')].map((head) => ({ head })),
    rows: dependencies.map((one) => [one.on ?? one.key, said(page, one.names, '')]),
  });

/** Parts of which no more than a name and a status is shown. */
export const partList = (page: Page, parts: readonly PartView[]): Content =>
  parts.length === 0
    ? null
    : html`<ul class="parts">
        ${parts.map(
          ({ names, key, status, told }) =>
            html`<li>${said(page, names, key)} ${badges(page, status)} ${toldText(page, told)}</li>`,
        )}
      </ul>`;

/** The sources that a programme's facts cite. */
export const sourceTable = (page: Page, sources: readonly SourceView[]): Content =>
  table({
    caption: page.t('sources'),
    columns: [{ head: page.t('source') }, { head: page.t('what') }, { head: page.t('factCount'), numeric: true }],
    rows: sources.map(({ id, title, facts }) => [id, said(page, title, ''), facts]),
  });
