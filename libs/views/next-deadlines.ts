import { iso } from '#history';
import { type CaseView } from './items.js';
import { type Names } from './names.js';
import { type PlanView } from './plans.js';
import { type Reading } from './reading.js';

/** Something with a due day that has not passed or is not confirmed. */
export interface NextDeadline {
  /** Deadline item or plan. */
  readonly id: string;
  /** Sort: `deadline` of the case, or a plan's. */
  readonly kind: 'deadline' | PlanView['kind'];
  readonly programme: string;
  readonly names: Names;
  /** Municipality of a roll-out, or null. */
  readonly municipality: string | null;
  /** Day due (YYYY-MM-DD): the last that it can mean. */
  readonly due: string;
  /** As stated, where it is imprecise; else null. */
  readonly stated: string | null;
  /** The day has passed and nothing says that it was met. */
  readonly overdue: boolean;
}

const ofPlans = (plans: readonly PlanView[]): readonly NextDeadline[] =>
  plans.flatMap(({ id, kind, programme, what, municipality, due, timing }) => {
    const last = due?.latest;
    if (!last || !['ahead', 'due', 'overdue'].includes(timing)) return [];
    const stated = due.stated === last ? null : due.stated;
    return [{ id, kind, programme, names: what, municipality, due: last, stated, overdue: timing === 'overdue' }];
  });

const ofCase = (view: CaseView | null, on: string): readonly NextDeadline[] =>
  (view?.deadlines ?? []).flatMap(({ id, programme, names, due, state, of }) => {
    // A milestone's own due day stands among the plans already.
    if (due === null || (state !== 'set' && state !== 'reached') || of?.startsWith('milestone:')) return [];
    return [
      { id, kind: 'deadline' as const, programme, names, municipality: null, due, stated: null, overdue: due < on },
    ];
  });

/** What is due next and what is overdue, by due day. */
export const nextDeadlines = (
  { on }: Pick<Reading, 'on'>,
  plans: readonly PlanView[],
  view: CaseView | null,
): readonly NextDeadline[] =>
  [...ofPlans(plans), ...ofCase(view, iso(on))].sort(
    (a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) || (a.id < b.id ? -1 : 1),
  );
