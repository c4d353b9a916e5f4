import { type Json, type JsonObject } from '#event-store';
import { type EffectiveFact, type EntityHistory, type PlacedFact } from '#history';
import { objectAt, textAt } from '../kinds/read.js';
import { type Money, moneyOf } from '../programme/budget-transitions.js';
import { type Finding, type FindingInput, type FindingRule, finding } from './finding.js';

/** Rounding: a difference of up to 1 EUR per row is none. */
const perRow = 1;

const amounts = (map: JsonObject | null): readonly number[] =>
  Object.values(map ?? {}).filter((value: Json): value is number => Number.isSafeInteger(value));

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

interface Compared {
  readonly stated: number;
  readonly computed: number;
  /** Largest difference that is rounding. */
  readonly rounding: number;
}

const differs = (
  rule: FindingRule,
  { entity }: EntityHistory,
  { fact }: PlacedFact,
  of: Compared & { readonly because?: readonly EffectiveFact[]; readonly what?: string },
): readonly Finding[] => {
  const { stated, computed } = of;
  if (Math.abs(stated - computed) <= of.rounding) return [];
  const plan = textAt(fact.data, 'plan');
  const part = [plan, ...(of.what === undefined ? [] : [of.what])].join('/');
  const params = { plan, stated, computed, difference: stated - computed, ...(of.what ? { what: of.what } : {}) };
  return [finding(rule, entity, [...(of.because ?? []), fact], { part, params })];
};

const rowsOf = (history: EntityHistory, placed: PlacedFact, total: number): readonly Finding[] =>
  (['rows', 'measures'] as const).flatMap((key) => {
    const rows = amounts(objectAt(placed.fact.data, key));
    const rule = key === 'rows' ? 'budget-rows-differ' : 'budget-measures-differ';
    const compared = { stated: total, computed: sum(rows), rounding: perRow * rows.length };
    return rows.length === 0 ? [] : differs(rule, history, placed, compared);
  });

const sharesOf = (history: EntityHistory, placed: PlacedFact, { total, own, grant }: Money): readonly Finding[] =>
  own === null || grant === null
    ? []
    : differs('budget-shares-differ', history, placed, { stated: total, computed: own + grant, rounding: 2 * perRow });

/** What moves made of the first allocation against what a later plan states (domain rules 1 and 2). */
const computedOf = (history: EntityHistory, placed: PlacedFact, stated: Money): readonly Finding[] => {
  const computed = moneyOf(objectAt(placed.state, 'computed'));
  const before = history.placed.slice(0, history.placed.indexOf(placed));
  const because = before.filter(({ fact }) => fact.type.startsWith('budget-')).map(({ fact }) => fact);
  return (['total', 'own', 'grant'] as const).flatMap((what) => {
    const [said, made] = [stated[what], computed?.[what] ?? null];
    if (said === null || made === null) return [];
    const compared = { stated: said, computed: made, rounding: perRow, because, what };
    return differs('budget-computed-differs', history, placed, compared);
  });
};

/** Where the money that a plan states is not what its rows, its measures or the moves make. */
export const budgetFindings = ({ entities }: FindingInput): readonly Finding[] =>
  entities
    .filter(({ kind }) => kind === 'budget')
    .flatMap((history) =>
      history.placed
        .filter(({ fact }) => fact.type === 'budget-allocated')
        .flatMap((placed) => {
          const stated = moneyOf(placed.fact.data);
          if (stated === null) return [];
          return [
            ...rowsOf(history, placed, stated.total),
            ...sharesOf(history, placed, stated),
            ...computedOf(history, placed, stated),
          ];
        }),
    );
