import { type Day } from '#history';
import { derive } from './derive.js';
import { type ResolvedCase } from './resolved-case.js';
import { type Derived } from './standing.js';

/** The days after one, up to a horizon, on which any item steps; rising. */
export const stepDays = (derived: Derived, after: Day, horizon: Day = Infinity): readonly Day[] => {
  const days = new Set<Day>();
  for (const steps of derived.values()) {
    for (const { from } of steps) if (from > after && from <= horizon) days.add(from);
  }
  return [...days].sort((a, b) => a - b);
};

/** The next day on which anything follows without a new fact: the next step after today; null: none. */
export const nextWakeUp = (of: ResolvedCase, today: Day): Day | null => stepDays(derive(of), today)[0] ?? null;
