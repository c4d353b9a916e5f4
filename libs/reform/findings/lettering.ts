import { type EffectiveFact, type EntityHistory, type EntityId, type PlacedFact } from '#history';
import { objectsAt, textAt } from '../kinds/read.js';

/** That a chapter of a plan version gives a measure, or a part of one, a letter. */
export interface Lettered {
  readonly letter: string;
  /** '' in the plan's own series of measures. */
  readonly chapter: string;
  readonly measure: EntityId;
  /** Own letter of the part, or '' of the measure itself. */
  readonly part: string;
  readonly fact: EffectiveFact;
}

/** All letters that a version of a programme's plan gives. */
export interface Lettering {
  readonly programme: string;
  readonly plan: string;
  readonly letters: readonly Lettered[];
}

const own = (history: EntityHistory, { fact }: PlacedFact): readonly Lettered[] => {
  const of = { chapter: '', measure: history.entity, fact };
  const letter = textAt(fact.data, 'letter');
  const parts = objectsAt(fact.data, 'parts').map((part) => textAt(part, 'letter'));
  return [
    ...(letter === '' ? [] : [{ ...of, letter, part: '' }]),
    ...parts.filter((part) => part !== '').map((part) => ({ ...of, letter: part, part })),
  ];
};

const alias = (history: EntityHistory, { fact }: PlacedFact): Lettered => ({
  letter: textAt(fact.data, 'letter'),
  chapter: textAt(fact.data, 'chapter'),
  measure: history.entity,
  part: textAt(fact.data, 'part'),
  fact,
});

const lettersOf = (history: EntityHistory): readonly (readonly [plan: string, lettered: Lettered])[] =>
  history.placed.flatMap((placed) => {
    const plan = textAt(placed.fact.data, 'plan');
    const letters = placed.fact.type === 'measure-alias-added' ? [alias(history, placed)] : own(history, placed);
    return letters.map((lettered) => [plan, lettered] as const);
  });

const newestPlan = (entities: readonly EntityHistory[], programme: string): string => {
  const plans = entities.filter(({ kind, within }) => kind === 'plan' && within['programme'] === programme);
  return (
    plans
      .map(({ entity }) => entity.slice(entity.lastIndexOf('/') + 1))
      .sort()
      .at(-1) ?? ''
  );
};

/** The letters of every plan version; a letter without a version belongs to the newest version known. */
export const letterings = (entities: readonly EntityHistory[]): readonly Lettering[] => {
  const byPlan = new Map<string, { programme: string; plan: string; letters: Lettered[] }>();
  for (const history of entities) {
    const programme = history.within['programme'];
    if (history.kind !== 'measure' || programme === undefined) continue;
    for (const [stated, lettered] of lettersOf(history)) {
      const plan = stated === '' ? newestPlan(entities, programme) : stated;
      const key = `${programme}/${plan}`;
      const entry = byPlan.get(key) ?? { programme, plan, letters: [] };
      entry.letters.push(lettered);
      byPlan.set(key, entry);
    }
  }
  return [...byPlan.values()];
};
