import { type JsonObject } from '#event-store';
import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { integerAt, listAt, objectAt, pick, textAt } from '../kinds/read.js';

/** Money in whole euros; a share is null where it is not known. */
export interface Money extends JsonObject {
  readonly total: number;
  readonly own: number | null;
  readonly grant: number | null;
}

/** The money that an attribute or an event's content states, or null. */
export const moneyOf = (data: JsonObject | null): Money | null => {
  const total = integerAt(data, 'total');
  return total === null ? null : { total, own: integerAt(data, 'own'), grant: integerAt(data, 'grant') };
};

/** Own funding within an amount at the shares of what it is taken from, rounded to whole euros; null: not known. */
export const ownPart = (of: Money, amount: number): number | null => {
  if (of.own === null) return null;
  return of.total === 0 ? 0 : Math.round((amount * of.own) / of.total);
};

const isPossible = (money: Money): boolean =>
  Number.isSafeInteger(money.total) && money.total >= 0 && (money.own ?? 0) >= 0 && (money.grant ?? 0) >= 0;

/** The money after an amount (with its own funding) came in or, negative, went out; shares that are unknown stay so. */
const changed = (before: Money, amount: number, own: number | null): Money => {
  const total = before.total + amount;
  if (before.own === null || before.grant === null || own === null) return { total, own: null, grant: null };
  return { total, own: before.own + own, grant: before.grant + amount - own };
};

const stated = ({ state, data }: StepInput): JsonObject | null => {
  const money = moneyOf(data);
  if (money === null) return null;
  return {
    // A plan's amount is stated, a move is computed: they are compared, never added (domain rule 1).
    computed: moneyOf(objectAt(state, 'computed')) ?? money,
    stated: { ...money, ...pick(data, ['plan', 'rows', 'measures', 'movedIn', 'movedOut', 'earmarked']) },
  };
};

/** A move's amount and its own funding, or null of one that is none. */
const moveOf = (before: Money, data: JsonObject): { amount: number; own: number | null } | null => {
  const amount = integerAt(data, 'amount') ?? 0;
  if (amount <= 0 || textAt(data, 'from') === textAt(data, 'to')) return null;
  const own = integerAt(data, 'own') ?? ownPart(before, amount);
  return own !== null && (own < 0 || own > amount) ? null : { amount, own };
};

/** Nothing goes below zero. */
const moved = ({ state, data, entity }: StepInput): JsonObject | null => {
  const before = moneyOf(objectAt(state, 'computed'));
  const move = before && moveOf(before, data);
  if (!before || !move) return null;
  const sign = entity.endsWith(`/${textAt(data, 'from')}`) ? -1 : 1;
  const computed = changed(before, sign * move.amount, move.own === null ? null : sign * move.own);
  return isPossible(computed) ? { computed } : null;
};

/** The money of a sub-area: `computed` is its first allocation and the moves since; `stated` what the newest plan says. */
export const budgetKind = defineKind({
  kind: 'budget',
  statuses: ['allocated'],
  steering: [],
  keys: (data, stream, type) =>
    (type === 'budget-moved' ? ['from', 'to'] : ['subArea'])
      .map((member) => textAt(data, member))
      .filter((key, index, all) => key !== '' && all.indexOf(key) === index)
      .map((key) => ({
        key: `${stream.programme}/${key}`,
        within: { programme: stream.programme, subArea: key },
      })),
  transitions: [
    row('budget-allocated', [null, 'allocated'], 'allocated', stated),
    row('budget-moved', ['allocated'], null, moved),
    row('expenditure-recorded', ['allocated'], null, ({ state, data }) => ({
      actuals: [...listAt(state, 'actuals'), pick(data, ['period', 'total', 'own', 'grant'])],
    })),
    row('forecast-recorded', ['allocated'], null, ({ state, data }) => ({
      forecast: [...listAt(state, 'forecast'), pick(data, ['period', 'total'])],
    })),
  ],
});
