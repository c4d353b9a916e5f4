import { type EffectiveFact, type EntityHistory, parseEdtf } from '#history';
import { integerAt, objectsAt, pick, textAt } from '../kinds/read.js';
import { type Finding, type FindingInput, finding } from './finding.js';

const stateOf = (history: EntityHistory) => history.placed.at(-1)?.state ?? null;

/** The fact that states a field last. */
const statedBy = (history: EntityHistory, key: string): readonly EffectiveFact[] => {
  const found = history.placed.findLast(({ fact }) => fact.data[key] !== undefined);
  return found ? [found.fact] : [];
};

/** Headings that announce another number of measures than they list. */
const headings = (history: EntityHistory): readonly Finding[] =>
  objectsAt(stateOf(history), 'headings')
    .filter((heading) => integerAt(heading, 'announced') !== integerAt(heading, 'listed'))
    .map((heading) =>
      finding('heading-count-differs', history.entity, statedBy(history, 'headings'), {
        part: `${textAt(heading, 'chapter')}/${textAt(heading, 'subArea')}`,
        params: pick(heading, ['chapter', 'subArea', 'announced', 'listed', 'missing']),
      }),
    );

/** Figures that are not what they rest on makes them. */
const figures = (history: EntityHistory): readonly Finding[] =>
  objectsAt(stateOf(history), 'figures').flatMap((figure) => {
    const [stated, from, to] = [integerAt(figure, 'stated'), integerAt(figure, 'from'), integerAt(figure, 'to')];
    if (stated === null || from === null || to === null || to - from === stated) return [];
    const params = { ...pick(figure, ['what']), stated, computed: to - from, difference: stated - (to - from) };
    const because = statedBy(history, 'figures');
    return [finding('figure-differs', history.entity, because, { part: textAt(figure, 'key'), params })];
  });

/** A programme whose period has ended by the day asked about, and of which no closing is recorded (rule 16). */
const periodEnded = (history: EntityHistory, on: number): readonly Finding[] => {
  const period = textAt(stateOf(history), 'period');
  const ended = parseEdtf(period)?.latest ?? Infinity;
  const closed = history.placed.some(({ fact }) => fact.type === 'programme-closed');
  if (history.kind !== 'programme' || closed || ended >= on) return [];
  return [finding('programme-period-ended', history.entity, statedBy(history, 'period'), { params: { period } })];
};

/** What plans, programmes and assessments state of themselves and does not fit. */
export const planFindings = ({ entities, on }: FindingInput): readonly Finding[] =>
  entities.flatMap((history) => [...headings(history), ...figures(history), ...periodEnded(history, on)]);
