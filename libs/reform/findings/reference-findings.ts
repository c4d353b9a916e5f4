import { type EffectiveFact, type EntityHistory, type PlacedFact } from '#history';
import { objectAt, textAt } from '../kinds/read.js';
import { type Finding, type FindingInput, finding } from './finding.js';

/** What a fact names, as ids of the entities that ought to be known. */
const namedIn = ({ fact }: PlacedFact, history: EntityHistory): readonly string[] => {
  const programme = history.within['programme'] ?? '';
  const { data } = fact;
  const of = (kind: string, key: string, prefix = ''): readonly string[] =>
    textAt(data, key) === '' ? [] : [`${kind}:${prefix}${textAt(data, key)}`];
  return [
    ...of('reform', 'reform'),
    ...of('reform', 'revives'),
    ...of('area', 'area'),
    ...of('programme', 'sister'),
    ...of('sub-area', 'subArea', `${programme}/`),
    ...of('plan', 'plan', `${programme}/`),
    ...of('body', 'body', `${programme}/`),
    ...of('measure', 'measure', `${programme}/`),
    ...Object.keys(objectAt(data, 'measures') ?? {}).map((key) => `measure:${programme}/${key}`),
  ];
};

const scopeOf = (entity: string): string => {
  const [kind = '', key = ''] = entity.split(':');
  return key.includes('/') ? `${kind}:${key.slice(0, key.indexOf('/'))}` : kind;
};

/**
 * References to what is not known. A kind of which nothing at all is known (of the programme) is taken as not told, as
 * "28 measures, none listed", and not as unknown.
 */
export const referenceFindings = ({ entities }: FindingInput): readonly Finding[] => {
  const known = new Set(entities.filter(({ placed }) => placed.length > 0).map(({ entity }) => entity));
  const told = new Set([...known].map(scopeOf));
  return entities.flatMap((history) => {
    const because = new Map<string, EffectiveFact[]>();
    for (const placed of history.placed)
      for (const named of namedIn(placed, history))
        if (!known.has(named) && told.has(scopeOf(named)))
          because.set(named, [...(because.get(named) ?? []), placed.fact]);
    return [...because].map(([named, facts]) =>
      finding('unknown-reference', history.entity, facts, { part: named, params: { named } }),
    );
  });
};
