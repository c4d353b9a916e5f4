import { type BudgetView, type Money, type PeriodAmount, type Possibly, dateWords, euroWords } from '#views';
import { type Page, said } from './context.js';
import { type Content, html, joined } from './html.js';
import { possibleText, table } from './parts.js';

const money = ({ lang }: Page, possible: Possibly<Money | null>): Content =>
  possibleText(possible, (value) => (value === null ? '–' : euroWords(value.total, lang)));

/** A difference of more than 1 euro is marked; up to that it is rounding. */
const difference = ({ lang }: Page, amount: number | null): Content => {
  if (amount === null) return null;
  const text = `${amount > 0 ? '+' : ''}${euroWords(amount, lang)}`;
  return Math.abs(amount) > 1 ? html`<span class="flag">! ${text}</span>` : text;
};

const periods = ({ lang }: Page, amounts: readonly PeriodAmount[]): Content =>
  joined(
    amounts.map(({ period, total }) => [period !== null && `${dateWords(period, lang)}: `, euroWords(total, lang)]),
    html`<br />`,
  );

const statedCell = (page: Page, { stated, plan }: BudgetView): Content => [
  money(page, stated),
  html`<br /><span class="quiet"
      >${possibleText(plan, (version) => version !== null && `${page.t('plan')} ${version}`)}</span
    >`,
];

/** The budgets of the sub-areas, stated and computed. */
export const budgetTable = (page: Page, budgets: readonly BudgetView[]): Content => {
  const { t } = page;
  const amounts = [t('stated'), t('computed'), t('difference'), t('rowsDifference'), t('measuresDifference')];
  return table({
    caption: t('budget'),
    columns: [t('subArea'), ...amounts, t('actuals'), t('forecast')].map((head, place) => ({
      head,
      numeric: place > 0,
    })),
    rows: budgets.map((budget) => [
      html`<b class="letter">${budget.subArea}</b> ${said(page, budget.name, '')}`,
      statedCell(page, budget),
      money(page, budget.computed),
      difference(page, budget.difference),
      difference(page, budget.rowsDifference),
      difference(page, budget.measuresDifference),
      periods(page, budget.actuals),
      periods(page, budget.forecast),
    ]),
  });
};
