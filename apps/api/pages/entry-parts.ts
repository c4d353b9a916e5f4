import { type EntryView, type FindingView } from '#views';
import { type Page, programmeAddress, said } from './context.js';
import { type Content, html } from './html.js';
import { type OrganisationNames } from './measure-parts.js';
import { badge, dayText, table, whenText } from './parts.js';

const what = (page: Page, entry: EntryView, organisation: OrganisationNames): Content => [
  html`<strong>${said(page, entry.typeName, entry.type)}</strong>`,
  Object.keys(entry.what).length > 0 && html` ${said(page, entry.what, '')}`,
  entry.municipality !== null && html` · ${organisation(`municipality:${entry.municipality}`)}`,
  entry.afterSource && html` <span class="flag">${page.t('afterSource')}</span>`,
  entry.corrected && html` <span class="flag">${page.t('corrected')}</span>`,
  entry.foreseen && html` <span class="flag">${page.t('foreseen')}</span>`,
];

/** The facts in the order of time. */
export const entryTable = (page: Page, entries: readonly EntryView[], organisation: OrganisationNames): Content =>
  table({
    caption: page.t('entries'),
    columns: [page.t('when'), page.t('event'), page.t('stands'), page.t('programme'), page.t('source')].map((head) => ({
      head,
    })),
    rows: entries.map((entry) => [
      whenText(page, entry.when),
      what(page, entry, organisation),
      badge(page, entry.stands),
      entry.programme !== null && html`<a href="${programmeAddress(page, entry.programme)}">${entry.programme}</a>`,
      [entry.source?.id, html` <span class="quiet">${page.t('knownFrom')} ${dayText(page, entry.learned)}</span>`],
    ]),
  });

/** The findings, each in words. */
export const findingList = (page: Page, findings: readonly FindingView[]): Content =>
  findings.length === 0
    ? html`<p>${page.t('noFindings')}</p>`
    : html`<ul class="findings">
        ${findings.map(
          ({ text, rule, entity }) =>
            html`<li>
              <span class="sign" aria-hidden="true">!</span> ${said(page, text, rule)}
              <span class="of">${entity}</span>
            </li>`,
        )}
      </ul>`;
