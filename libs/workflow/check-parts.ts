import { parseEdtf } from '#history';
import { canBe } from './can-be.js';
import { type Anchor, type Definition } from './definition.js';
import { type DefinitionProblem } from './definition-problem.js';
import { type Names, languages } from './names.js';

interface Named {
  readonly place: string;
  readonly key: string;
  readonly names: Names;
}

const named = (list: string, templates: readonly { key: string; names: Names }[]): readonly Named[] =>
  templates.map(({ key, names }, index) => ({ place: `/${list}/${index}`, key, names }));

const lists = (definition: Definition): readonly (readonly Named[])[] => [
  named('phases', definition.phases),
  named('gates', definition.gates),
  named('deadlines', definition.deadlines),
  named('measures', definition.measures ?? []),
  named('milestones', definition.milestones ?? []),
];

/** Finds keys that stand twice, and phases of parts that are not there. */
export const checkKeys = (definition: Definition): readonly DefinitionProblem[] => [
  ...lists(definition).flatMap((templates) =>
    templates
      .filter(({ key }, index) => templates.findIndex((one) => one.key === key) < index)
      .map(({ place, key }): DefinitionProblem => ({
        code: 'duplicate-key',
        place: `${place}/key`,
        message: `The key ${key} stands twice.`,
        remedy: 'Give each its own key.',
      })),
  ),
  ...(definition.measures ?? []).flatMap(({ phases = [] }, index) =>
    phases
      .filter((phase) => !definition.phases.some(({ key }) => key === phase))
      .map((phase): DefinitionProblem => ({
        code: 'unknown-phase',
        place: `/measures/${index}/phases/${phases.indexOf(phase)}`,
        message: `The definition has no phase ${phase}.`,
        remedy: 'Name a phase of the definition.',
      })),
  ),
];

/** Finds names that a language lacks. */
export const checkNames = (definition: Definition): readonly DefinitionProblem[] =>
  [{ place: '', key: definition.key, names: definition.names }, ...lists(definition).flat()].flatMap(
    ({ place, key, names }) =>
      languages
        .filter((language) => (names[language] ?? '').trim() === '')
        .map((language): DefinitionProblem => ({
          code: 'missing-translation',
          place: `${place}/names/${language}`,
          message: `${key} has no name in ${language}.`,
          remedy: `Add the name in ${language}.`,
        })),
  );

const canAnchor = (anchor: Anchor, { phases, gates }: Definition): boolean => {
  if ('date' in anchor) return anchor.date === '$start' || Number.isFinite(parseEdtf(anchor.date)?.latest);
  if ('phase' in anchor) return phases.some(({ key }) => key === anchor.phase);
  if ('gate' in anchor) return gates.some(({ key }) => key === anchor.gate);
  return true;
};

/** Finds deadlines that run from nothing. */
export const checkDeadlines = (definition: Definition): readonly DefinitionProblem[] =>
  definition.deadlines.flatMap(({ key, anchors }, index): DefinitionProblem[] =>
    anchors.some((anchor) => canAnchor(anchor, definition))
      ? []
      : [
          {
            code: 'deadline-without-anchor',
            place: `/deadlines/${index}/anchors`,
            message: `The deadline ${key} runs from nothing.`,
            remedy: 'Name a fact, a phase, a gate, a bounded date or an attribute that it runs from.',
          },
        ],
  );

/** Finds a case that cannot end. */
export const checkEnd = (definition: Definition): readonly DefinitionProblem[] =>
  canBe(definition.ends, definition).yes
    ? []
    : [
        {
          code: 'case-never-ends',
          place: '/ends',
          message: 'A case of this definition cannot end.',
          remedy: 'Give a condition that facts can make true, such as the closing of the programme.',
        },
      ];
