import { canBe } from './can-be.js';
import { type Condition } from './condition.js';
import { type Definition } from './definition.js';
import { type DefinitionProblem, type Vocabulary } from './definition-problem.js';
import { type PlacedCondition, allConditions } from './walk-conditions.js';

const unknownOpening = (
  { place, condition }: PlacedCondition,
  definition: Definition,
): readonly DefinitionProblem[] => {
  if (!('open' in condition)) return [];
  const { open } = condition;
  const gate = 'gate' in open;
  const key = gate ? open.gate : typeof open.phase === 'string' ? open.phase : null;
  const templates = gate ? definition.gates : definition.phases;
  if (key === null || templates.some((template) => template.key === key)) return [];
  const what = gate ? 'gate' : 'phase';
  return [
    {
      code: gate ? 'unknown-gate' : 'unknown-phase',
      place: `${place}/open/${what}`,
      message: `The definition has no ${what} ${key}.`,
      remedy: `Name one of: ${templates.map((template) => template.key).join(', ') || '(none)'}.`,
    },
  ];
};

const wordProblem = (place: string, word: string): DefinitionProblem => ({
  code: 'unknown-word',
  place,
  message: `No fact ever says ${word}.`,
  remedy: 'Correct the spelling, or add it to the catalogue first.',
});

const anyStatus = (vocabulary: Vocabulary, status: string): boolean =>
  [...vocabulary.statuses.values()].some((statuses) => statuses.has(status));

const unknownWords = ({ place, condition }: PlacedCondition, vocabulary: Vocabulary): readonly DefinitionProblem[] => {
  if ('fact' in condition) {
    const { type } = condition.fact;
    const known = typeof type !== 'string' || vocabulary.factTypes.has(type);
    return known ? [] : [wordProblem(`${place}/fact/type`, type)];
  }
  if ('state' in condition) {
    return (condition.state.is ?? []).flatMap((status, index) =>
      anyStatus(vocabulary, status) ? [] : [wordProblem(`${place}/state/is/${index}`, status)],
    );
  }
  if (!('every' in condition)) return [];
  const { kind } = condition.every.members;
  return vocabulary.statuses.has(kind) ? [] : [wordProblem(`${place}/every/members/kind`, kind)];
};

const neverOpens = (
  place: string,
  key: string,
  opens: Condition,
  definition: Definition,
): readonly DefinitionProblem[] =>
  canBe(opens, definition).yes
    ? []
    : [
        {
          code: 'gate-never-opens',
          place,
          message: `Nothing can open ${key}.`,
          remedy: 'Give it a condition that facts can make true.',
        },
      ];

/** Finds conditions that ask for what is not there, and openings that nothing can open. */
export const checkConditions = (definition: Definition, vocabulary?: Vocabulary): readonly DefinitionProblem[] => [
  ...allConditions(definition).flatMap((placed) => [
    ...unknownOpening(placed, definition),
    ...(vocabulary ? unknownWords(placed, vocabulary) : []),
  ]),
  ...definition.phases.flatMap(({ key, opens }, index) =>
    neverOpens(`/phases/${index}/opens`, `phase:${key}`, opens, definition),
  ),
  ...definition.gates.flatMap(({ key, opens }, index) =>
    neverOpens(`/gates/${index}/opens`, `gate:${key}`, opens, definition),
  ),
];
