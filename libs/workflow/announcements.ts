import { isoOfDay } from '#history';
import { type Difference, differences } from './differences.js';
import { initialStates } from './slice.js';
import { type CaseRecord } from './records.js';
import { type ResolvedCase } from './resolved-case.js';
import { type Finding, type Standing } from './standing.js';

const over: readonly string[] = [...initialStates, 'dropped'];

const findingOf = (difference: Difference): Finding => {
  const { key, was, is, standing, last } = difference;
  const rule = over.includes(is.state) && last !== null ? 'told-no-longer-follows' : 'follows-not-yet-told';
  const text = (day: number | null): string | null => (day === null ? null : isoOfDay(day));
  return {
    key: `${rule}/${key}`,
    rule,
    entity: standing?.entity ?? null,
    because: standing?.because ?? last?.data.because ?? [],
    params: {
      item: key,
      told: { state: was.state, since: text(was.since), due: text(was.due) },
      follows: { state: is.state, since: text(is.since), due: text(is.due) },
    },
  };
};

/**
 * Rule 15: what follows and has not been told, and what was told and follows no longer: the standing of K's day against
 * the records known by K. Only basis ledger has records.
 */
export const announcementFindings = (
  of: ResolvedCase,
  standing: Standing,
  records: readonly CaseRecord[],
): readonly Finding[] => differences(of, standing, records).map(findingOf);

/** Rule 16: what a standing itself finds: members that went through a gate while it was shut. */
export const standingFindings = (standing: Standing): readonly Finding[] =>
  [...standing.items.values()].flatMap((item): readonly Finding[] => {
    if (item.kind !== 'task' || item.template !== 'start-before-gate' || item.state !== 'open') return [];
    const { entity, because, params } = item;
    return [{ key: `start-before-gate/${entity ?? ''}`, rule: 'start-before-gate', entity, because, params }];
  });
