import { type JsonObject } from '#event-store';
import { type Slice } from '#facts';
import { type Possibly, described, numberIn, objectIn, objectsIn, possibly, textIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Source, shownOn, slicesOf } from './told.js';

/** Money in whole euros; a share is null where it is not known. */
export interface Money {
  readonly total: number;
  readonly own: number | null;
  readonly grant: number | null;
}

/** Money of a period. */
export interface PeriodAmount {
  /** Period (EDTF), e.g. `2020`; null where not stated. */
  readonly period: string | null;
  /** Whole euros. */
  readonly total: number;
  readonly own: number | null;
  readonly grant: number | null;
}

/** The money of a sub-area. */
export interface BudgetView {
  /** Entity, e.g. `budget:vake-restructuring/1`. */
  readonly id: string;
  readonly subArea: string;
  readonly name: Names;
  /** What the newest plan known states, and which plan; null: nothing. */
  readonly stated: Possibly<Money | null>;
  readonly plan: Possibly<string | null>;
  /** The first allocation and the moves since. */
  readonly computed: Possibly<Money | null>;
  /** Stated less computed total in euros; null where either is not certain. */
  readonly difference: number | null;
  /** Cost categories (or measures) as stated: their sum, and stated less their sum; null where none are stated. */
  readonly rowsSum: number | null;
  readonly rowsDifference: number | null;
  readonly measuresSum: number | null;
  readonly measuresDifference: number | null;
  readonly actuals: readonly PeriodAmount[];
  readonly forecast: readonly PeriodAmount[];
}

const moneyOf = (data: JsonObject | null): Money | null => {
  const total = numberIn(data, 'total');
  return total === null ? null : { total, own: numberIn(data, 'own'), grant: numberIn(data, 'grant') };
};

const amounts = (state: JsonObject | null, key: string): readonly PeriodAmount[] =>
  objectsIn(state, key).flatMap((row) => {
    const money = moneyOf(row);
    return money ? [{ period: textIn(row, 'period'), ...money }] : [];
  });

const amountOf = (row: JsonObject): number => numberIn(row, 'total') ?? numberIn(row, 'amount') ?? 0;

/** Sum of stated rows, which are a list of amounts or an object of numbers; null of none. */
const sumOf = (stated: JsonObject | null, key: string): number | null => {
  const listed = objectsIn(stated, key).map(amountOf);
  const named = Object.values(objectIn(stated, key) ?? {}).filter((value) => typeof value === 'number');
  const all = [...listed, ...named];
  return all.length === 0 ? null : all.reduce((sum, value) => sum + value, 0);
};

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const certainTotal = (money: Possibly<Money | null>): number | null =>
  money.certain ? (money.values[0]?.total ?? null) : null;

const budgetView = (source: Source, { entity, within, run: whole }: Slice): Omit<BudgetView, 'name'> => {
  const { run } = shownOn(source, entity, whole);
  const state = described(run);
  const newest = objectIn(state, 'stated');
  const stated = possibly(run, (one) => moneyOf(objectIn(one, 'stated')));
  const computed = possibly(run, (one) => moneyOf(objectIn(one, 'computed')));
  const [rowsSum, measuresSum] = [sumOf(newest, 'rows'), sumOf(newest, 'measures')];
  const total = numberIn(newest, 'total');
  return {
    id: entity,
    subArea: within['subArea'] ?? '',
    stated,
    plan: possibly(run, (one) => textIn(objectIn(one, 'stated'), 'plan')),
    computed,
    difference: less(certainTotal(stated), certainTotal(computed)),
    rowsSum,
    rowsDifference: less(total, rowsSum),
    measuresSum,
    measuresDifference: less(total, measuresSum),
    actuals: amounts(state, 'actuals'),
    forecast: amounts(state, 'forecast'),
  };
};

/** The budgets of a programme's sub-areas. */
export const budgetsOf = (source: Source, programme: string): readonly BudgetView[] => {
  const subAreas = slicesOf(source, 'sub-area', programme);
  return slicesOf(source, 'budget', programme).map((slice) => {
    const view = budgetView(source, slice);
    const named = subAreas.find(({ entity }) => entity === `sub-area:${programme}/${view.subArea}`);
    return { ...view, name: namesFrom(named ? described(named.run)?.['name'] : undefined) };
  });
};
