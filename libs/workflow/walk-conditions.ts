import { type Condition } from './condition.js';
import { type Definition } from './definition.js';

/** A condition within a definition, with its place. */
export interface PlacedCondition {
  readonly place: string;
  readonly condition: Condition;
}

const inside = ({ place, condition }: PlacedCondition): readonly PlacedCondition[] => {
  const at = (path: string, parts: readonly Condition[]): readonly PlacedCondition[] =>
    parts.map((part, index) => ({ place: `${place}/${path}/${index}`, condition: part }));
  if ('all' in condition) return at('all', condition.all);
  if ('any' in condition) return at('any', condition.any);
  if ('at-least' in condition) return at('at-least/of', condition['at-least'].of);
  if ('not' in condition) return [{ place: `${place}/not`, condition: condition.not }];
  if ('every' in condition) return [{ place: `${place}/every/holds`, condition: condition.every.holds }];
  return [];
};

/** A condition and all within it. */
export const walkCondition = (placed: PlacedCondition): readonly PlacedCondition[] => [
  placed,
  ...inside(placed).flatMap(walkCondition),
];

const ofTemplate = (place: string, template: Readonly<Record<string, unknown>>): readonly PlacedCondition[] =>
  ['opens', 'closes', 'met', 'drop']
    .filter((part) => template[part] !== undefined)
    .map((part) => ({ place: `${place}/${part}`, condition: template[part] as Condition }));

/** The conditions of a definition at their outermost. */
export const outerConditions = ({ phases, gates, deadlines, ends }: Definition): readonly PlacedCondition[] => [
  ...phases.flatMap((phase, index) => ofTemplate(`/phases/${index}`, { ...phase })),
  ...gates.flatMap((gate, index) => ofTemplate(`/gates/${index}`, { ...gate })),
  ...deadlines.flatMap((deadline, index) => ofTemplate(`/deadlines/${index}`, { ...deadline })),
  { place: '/ends', condition: ends },
];

/** Every condition of a definition. */
export const allConditions = (definition: Definition): readonly PlacedCondition[] =>
  outerConditions(definition).flatMap(walkCondition);
