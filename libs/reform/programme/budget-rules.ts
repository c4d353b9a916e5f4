import { type EventDraft } from '#event-store';
import { type EntityHistory, type EntityId } from '#history';
import { integerAt, objectAt, textAt } from '../kinds/read.js';
import { type Money, moneyOf, ownPart } from './budget-transitions.js';

type Entities = ReadonlyMap<EntityId, EntityHistory>;

const computedOf = (history: EntityHistory | undefined): Money | null =>
  moneyOf(objectAt(history?.placed.at(-1)?.state ?? null, 'computed'));

/**
 * A move with its own funding where the command does not give it: by the shares of what the money leaves, so that both
 * sides move the same and the shares of the programme stay (domain rule 2).
 */
export const withOwnFunding = (draft: EventDraft, programme: string, before: Entities): EventDraft => {
  if (draft.type !== 'budget-moved' || draft.data['own'] !== undefined) return draft;
  const from = computedOf(before.get(`budget:${programme}/${textAt(draft.data, 'from')}`));
  const own = from && ownPart(from, integerAt(draft.data, 'amount') ?? 0);
  return own === null ? draft : { ...draft, data: { ...draft.data, own } };
};

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce<Money>(
    (all, money) => ({
      total: all.total + money.total,
      own: all.own === null || money.own === null ? null : all.own + money.own,
      grant: all.grant === null || money.grant === null ? null : all.grant + money.grant,
    }),
    { total: 0, own: 0, grant: 0 },
  );

/** Whether the moves of a programme keep its total, own funding and grant as first allocated. */
export const keepsTotals = (entities: Entities): boolean => {
  const budgets = [...entities.values()].filter(({ kind, placed }) => kind === 'budget' && placed.length > 0);
  const first = sum(budgets.flatMap(({ placed }) => moneyOf(placed[0]?.fact.data ?? null) ?? []));
  const now = sum(budgets.flatMap((history) => computedOf(history) ?? []));
  return first.total === now.total && first.own === now.own && first.grant === now.grant;
};

/** Own funding of a move may differ from the shares of what it leaves by rounding alone: 1 EUR. */
export const keepsShares = (draft: EventDraft, programme: string, before: Entities): boolean => {
  if (draft.type !== 'budget-moved') return true;
  const from = computedOf(before.get(`budget:${programme}/${textAt(draft.data, 'from')}`));
  const byShares = from && ownPart(from, integerAt(draft.data, 'amount') ?? 0);
  const own = integerAt(draft.data, 'own');
  return byShares === null || own === null || Math.abs(byShares - own) <= 1;
};
