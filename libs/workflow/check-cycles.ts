import { type Condition } from './condition.js';
import { type Definition } from './definition.js';
import { type DefinitionProblem } from './definition-problem.js';
import { walkCondition } from './walk-conditions.js';

/** What a condition asks to be open. A phase that an attribute names may be any of them. */
const asked = (condition: Condition, definition: Definition): readonly string[] =>
  walkCondition({ place: '', condition }).flatMap(({ condition: one }) => {
    if (!('open' in one)) return [];
    if ('gate' in one.open) return [`gate:${one.open.gate}`];
    return typeof one.open.phase === 'string'
      ? [`phase:${one.open.phase}`]
      : definition.phases.map(({ key }) => `phase:${key}`);
  });

/** Finds openings that wait for themselves: phases, gates and the end of the case, which shuts them all. */
export const checkCycles = (definition: Definition): readonly DefinitionProblem[] => {
  const { phases, gates, ends } = definition;
  const conditions = new Map<string, { place: string; of: readonly Condition[] }>([
    ...phases.map(({ key, opens, closes }, index): [string, { place: string; of: readonly Condition[] }] => [
      `phase:${key}`,
      { place: `/phases/${index}/opens`, of: closes === undefined ? [opens, ends] : [opens, closes, ends] },
    ]),
    ...gates.map(({ key, opens }, index): [string, { place: string; of: readonly Condition[] }] => [
      `gate:${key}`,
      { place: `/gates/${index}/opens`, of: [opens, ends] },
    ]),
  ]);
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (conditions.get(from)?.of ?? [])
      .flatMap((condition) => asked(condition, definition))
      .some((next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))));
  return [...conditions]
    .filter(([key]) => reaches(key, key, new Set()))
    .map(([key, { place }]) => ({
      code: 'cycle',
      place,
      message: `${key} waits for itself.`,
      remedy: 'Break the circle: let one of its conditions rest on a fact, a state or a date.',
    }));
};
