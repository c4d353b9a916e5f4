import { type CommandDeps, type EventDraft, type StoredEvent, handleCommand } from '#event-store';
import { type FactBase } from '#facts';
import { type Day, iso } from '#history';
import {
  type CaseRecord,
  type RecordData,
  type RecordDraft,
  engineDay,
  nextWakeUp,
  recordTypes,
  reconcile,
  resolveCase,
} from '#workflow';
import { type Dependencies, dependenciesOf } from './affected-cases.js';
import { caseStream } from './case-list.js';
import { loadCase } from './load-case.js';

/** What driving a case needs. */
export interface DriverDeps extends CommandDeps {
  readonly facts: FactBase;
  /** The clock's civil day. */
  readonly day: () => Day;
}

/** What one run on a case recorded. */
export interface Driven {
  readonly caseId: string;
  /** The records appended, in order; none where nothing new follows. */
  readonly records: readonly RecordDraft[];
  /** The next day on which something follows without a new fact; null: none. */
  readonly wakeUp: Day | null;
  /** What new events concern it. */
  readonly dependencies: Dependencies;
}

/** Pseudonymous id under which the engine records. */
export const engineActor = 'engine';

const recordNames: ReadonlySet<string> = new Set(recordTypes);

/** The records in a case's stream. */
export const recordsIn = (events: readonly Pick<StoredEvent, 'envelope' | 'position'>[]): readonly CaseRecord[] =>
  events
    .filter(({ envelope }) => recordNames.has(envelope.type))
    .map(({ envelope, position }) => ({
      id: envelope.id,
      position,
      type: envelope.type as CaseRecord['type'],
      data: envelope.data as RecordData,
    }));

const eventOf = ({ type, data }: RecordDraft): EventDraft => ({
  type,
  schema: 1,
  occurred: data.since,
  source: null,
  learned: null,
  causation: data.cause.event,
  data,
});

/**
 * Records what follows and is not recorded yet (rules 12-14): folds what the fact base has read, compares with the last
 * records of the case's stream, and appends the difference at exactly the version that it saw. On a conflict it compares
 * again. Whoever else drives the same case, and however often: one effect. Null where there is no such case.
 */
export const driveCase = async (deps: DriverDeps, caseId: string): Promise<Driven | null> => {
  const checkpoint = await deps.facts.checkpoint();
  const { position } = checkpoint;
  if (position === null) return null;
  const input = await loadCase(deps.facts, caseId, { basis: 'ledger', day: Infinity, through: position });
  if (input === null) return null;
  const resolved = resolveCase(input);
  const today = engineDay(deps.day(), checkpoint.recorded);
  let records: readonly RecordDraft[] = [];
  const result = await handleCommand<never>(deps, {
    id: `drive/${caseId}/${position}/${iso(today)}/${deps.release}`,
    stream: caseStream(caseId),
    actor: engineActor,
    actingFor: null,
    body: { case: caseId, folded: position, today: iso(today) },
    decide: (events) => {
      records = reconcile(resolved, recordsIn(events), { position, today, release: deps.release });
      return { accepted: records.map(eventOf) };
    },
  });
  const appended = result.status === 'accepted' && !result.repeated ? records : [];
  return { caseId, records: appended, wakeUp: nextWakeUp(resolved, today), dependencies: dependenciesOf(input) };
};
