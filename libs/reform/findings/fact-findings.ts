import { type EffectiveFact, type EntityHistory, isoOfDay } from '#history';
import { reformDomain } from '../reform-domain.js';
import { type Finding, type FindingInput, finding } from './finding.js';

const dateAfterSource = (fact: EffectiveFact): Finding => {
  const entity = reformDomain.touches(fact)[0]?.entity ?? null;
  const params = { type: fact.type, occurred: fact.occurred, learned: isoOfDay(fact.learned) };
  return finding('date-after-source', entity, [fact], { part: fact.id, params });
};

const illegalStep = (history: EntityHistory, fact: EffectiveFact): Finding =>
  finding('illegal-step', history.entity, [fact], {
    part: fact.id,
    params: { type: fact.type, occurred: fact.occurred, status: history.placed.at(-1)?.state.status ?? null },
  });

/** Facts that are dated after what states them, and facts that fit nowhere in the life of their entity. */
export const factFindings = ({ entities, facts }: FindingInput): readonly Finding[] => [
  ...facts.filter(({ afterSource, nature }) => afterSource && nature === 'fact').map(dateAfterSource),
  ...entities.flatMap((history) => history.illegal.map((fact) => illegalStep(history, fact))),
];
