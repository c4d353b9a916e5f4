import { type ViewMoment } from '#views';
import { type Page, address } from './context.js';
import { type Content, type Html, html } from './html.js';
import { dayText } from './parts.js';

const dayField = (id: string, label: string, value: string): Html =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    <input type="date" id="${id}" name="${id}" value="${value}" required />
  </div>`;

const basisField = ({ t }: Page, id: string, basis: string): Html =>
  html`<div class="field">
    <label for="${id}">${t('basis')}</label>
    <select id="${id}" name="${id}">
      <option value="ledger" ${basis === 'ledger' ? html`selected` : null}>${t('basisLedger')}</option>
      <option value="source" ${basis === 'source' ? html`selected` : null}>${t('basisSource')}</option>
    </select>
  </div>`;

/** The three fields of a moment; a prefix tells two moments of one form apart. */
export const momentFields = (page: Page, moment: ViewMoment, prefix = ''): Html =>
  html`${dayField(`${prefix}on`, page.t('on'), moment.on)}
  ${dayField(`${prefix}known`, page.t('known'), moment.known.day)}
  ${basisField(page, `${prefix}basis`, moment.known.basis)}`;

/** The form that asks for another moment of the same page. */
export const momentForm = (
  page: Page,
  moment: ViewMoment,
  { path, hidden = [] }: { readonly path: string; readonly hidden?: readonly (readonly [string, string])[] },
): Html =>
  html`<form class="moment" method="get" action="${path}" aria-label="${page.t('moment')}">
    ${momentFields(page, moment)}
    ${[...hidden, ['lang', page.lang] as const].map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <button type="submit">${page.t('show')}</button>
  </form>`;

/** What the answer is for and what it rests on. */
export const momentLine = (page: Page, moment: ViewMoment): Html => {
  const { t } = page;
  const basis = t(moment.known.basis === 'ledger' ? 'basisLedger' : 'basisSource');
  const position: Content =
    moment.position === null
      ? t('emptyLedger')
      : html`${t('position')}
          <a href="${address({ lang: page.lang, moment: null }, '/ledger')}">${moment.position}</a>`;
  return html`<p class="rests">
      ${t('on')} <strong>${dayText(page, moment.on)}</strong> · ${t('known')}
      <strong>${dayText(page, moment.known.day)}</strong> (${basis}) · ${position}
    </p>
    ${moment.foreseen && html`<p class="notice"><span aria-hidden="true">→</span> ${t('foreseenNote')}</p>`}`;
};
