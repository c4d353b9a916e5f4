import { type Position, comparePositions } from '#event-store';
import { type Day, isoOfDay } from '#history';
import { type Difference, differences } from './differences.js';
import { type CaseRecord, type RecordData, type RecordDraft, type RecordType } from './records.js';
import { type ResolvedCase } from './resolved-case.js';
import { standingAt } from './slice.js';
import { type Standing, type VersionReference } from './standing.js';

/** At what position, on which day and by which release a case is reconciled. */
export interface At {
  /** Position of the last event that was folded. */
  readonly position: Position;
  /** `max(the clock's day, the recorded day of the last position)`, see {@link engineDay}. */
  readonly today: Day;
  readonly release: string;
}

/** The engine's own day (rule 11): a clock set back undoes nothing. */
export const engineDay = (clock: Day, recordedOfLast: Day): Day => Math.max(clock, recordedOfLast);

const deadlineType = ({ was, is }: Difference): RecordType => {
  switch (is.state) {
    case 'met':
      return 'deadline-met';
    case 'none':
    case 'dropped':
      return 'deadline-dropped';
    case 'reached':
      return was.state === 'reached' && was.due !== is.due ? 'deadline-moved' : 'deadline-reached';
    default:
      return (was.state === 'set' || was.state === 'reached') && was.due !== is.due ? 'deadline-moved' : 'deadline-set';
  }
};

const typeOf = (difference: Difference): RecordType => {
  const opens = difference.is.state === 'open';
  switch (difference.kind) {
    case 'phase':
      return opens ? 'phase-opened' : 'phase-shut';
    case 'gate':
      return opens ? 'gate-opened' : 'gate-shut';
    case 'task':
      return opens ? 'task-opened' : 'task-closed';
    case 'deadline':
      return deadlineType(difference);
  }
};

/** Of the events that the last record cited, the corrections and retractions that came since. */
const undoing = (of: ResolvedCase, last: CaseRecord | null): readonly string[] =>
  (last?.data.because ?? []).flatMap((id) => {
    const retraction = of.retracted.get(id);
    if (retraction) return [retraction.id];
    const now = of.statements.get(id);
    return now && now.statedBy !== now.id ? [now.statedBy] : [];
  });

const newest = (of: ResolvedCase, cited: readonly string[], after: string | null): string | null => {
  const placed = cited.flatMap((id) => {
    const position = of.positions.get(id);
    return position ? [{ id, position }] : [];
  });
  const last = placed.reduce<(typeof placed)[number] | null>(
    (best, one) => (best && comparePositions(best.position, one.position) >= 0 ? best : one),
    null,
  );
  if (!last) return null;
  return after === null || comparePositions(last.position, after as Position) > 0 ? last.id : null;
};

/** What a record cites: what decides the item, what undid what the last record cited, and a migration since. */
const citedBy = (of: ResolvedCase, version: VersionReference, { standing, last }: Difference): readonly string[] => {
  const migrated = last !== null && last.data.version.by !== version.by ? [version.by] : [];
  return [...new Set([...(standing?.because ?? []), ...undoing(of, last), ...migrated])];
};

const text = (day: Day | null): string | null => (day === null ? null : isoOfDay(day));

const draft = (of: ResolvedCase, version: VersionReference, at: At, difference: Difference): RecordDraft => {
  const { key, was, is, standing, last } = difference;
  const because = citedBy(of, version, difference);
  // An item's first record may rest on the definition alone.
  const cause = last === null ? newest(of, [...because, version.by], null) : newest(of, because, last.data.folded);
  const data: RecordData = {
    item: key,
    was: was.state,
    is: is.state,
    since: text(is.since),
    due: text(is.due),
    dueWas: text(was.due),
    because,
    version: { ...version },
    release: at.release,
    folded: at.position,
    daysLate: is.since === null ? 0 : Math.max(0, at.today - is.since),
    cause: { event: cause },
    params: standing?.kind === 'task' ? standing.params : {},
  };
  return { type: typeOf(difference), data };
};

/** The differences of a standing from the last records, as records (rules 12-14). */
export const recordsFor = (
  of: ResolvedCase,
  standing: Standing,
  records: readonly CaseRecord[],
  at: At,
): readonly RecordDraft[] => {
  const { version } = standing;
  return version === null
    ? []
    : differences(of, standing, records).map((difference) => draft(of, version, at, difference));
};

/**
 * What is to be recorded of a case: net differences between its last records and what stands today, in order of item.
 * Append them to the case's stream at exactly the version that was folded; on a conflict load again. Empty: append
 * nothing. Asked again with them appended, it gives nothing.
 */
export const reconcile = (of: ResolvedCase, records: readonly CaseRecord[], at: At): readonly RecordDraft[] =>
  recordsFor(of, standingAt(of, at.today), records, at);
