import { type Slice } from '#facts';
import { type Possibly, described, numberIn, possibly, statusOf, textIn, textsIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Source, type ToldBy, shownOn, textBeside } from './told.js';
import { type When, whenStated } from './when.js';

/** A measure on the day asked about. */
export interface MeasureView {
  /** Entity, e.g. `measure:vake-restructuring/A`. */
  readonly id: string;
  readonly programme: string;
  /** Key within the programme; never the plan's letter. */
  readonly key: string;
  readonly title: Names;
  /** Letter in the newest plan known, or null. */
  readonly letter: string | null;
  /** Key of its sub-area, or null. */
  readonly subArea: string | null;
  /** Keys of the phases that it belongs to; empty: it waits for none. */
  readonly phases: Possibly<readonly string[]>;
  /** planned, started, suspended, deferred, ended; null: not yet. */
  readonly status: Possibly<string | null>;
  /** How it ended (completed, goal-not-reached ...), or null. */
  readonly outcome: Possibly<string | null>;
  /** Code of who is in charge, or null. */
  readonly owner: Possibly<string | null>;
  /** Why it was suspended, deferred or ended; empty where not stated or erased. */
  readonly reason: Names;
  /** When it is planned to run. */
  readonly schedule: When | null;
  /** Event type on which it may start, may be refined, or that its plan is bound to; null for none. */
  readonly startsOn: string | null;
  readonly refinedOn: string | null;
  readonly after: string | null;
  /** What happened to it on an unstated day that is not certain to have come. */
  readonly told: readonly ToldBy[];
}

/** How many measures are in a status. */
export interface StatusCount {
  /** Status; null: not yet. */
  readonly status: string | null;
  /** Measures that are certainly in it. */
  readonly certain: number;
  /** Measures that are possibly in it, and possibly in another. */
  readonly possible: number;
}

/** Measures by status. */
export interface MeasureCounts {
  /** How many the programme says it has, where it says so: "28 measures, none listed". */
  readonly stated: number | null;
  /** How many are known one by one. */
  readonly listed: number;
  readonly byStatus: readonly StatusCount[];
}

const statuses = [null, 'planned', 'started', 'suspended', 'deferred', 'ended'] as const;

const textPossible = (slice: Slice['run'], key: string): Possibly<string | null> =>
  possibly(slice, (state) => textIn(state, key));

/** A measure as it is shown. */
export const measureView = (source: Source, { entity, within, run: whole }: Slice): MeasureView => {
  const { run, told } = shownOn(source, entity, whole);
  const state = described(run) ?? described(whole);
  const programme = within['programme'] ?? '';
  return {
    id: entity,
    programme,
    key: entity.slice(`measure:${programme}/`.length),
    title: namesFrom(state?.['title']),
    letter: textIn(state, 'letter'),
    subArea: textIn(state, 'subArea'),
    phases: possibly(run, (one) => textsIn(one ?? state, 'phases')),
    status: statusOf(run),
    outcome: textPossible(run, 'outcome'),
    owner: textPossible(run, 'owner'),
    reason: textBeside(source, state?.['reason']),
    schedule: whenStated(textIn(state, 'schedule')),
    startsOn: textIn(state, 'startsOn'),
    refinedOn: textIn(state, 'refinedOn'),
    after: textIn(state, 'after'),
    told,
  };
};

/** Counts of measures by status, beside the number that the programme states. */
export const countMeasures = (measures: readonly MeasureView[], programme: Slice | undefined): MeasureCounts => ({
  stated: programme ? numberIn(described(programme.run), 'measuresInTotal') : null,
  listed: measures.length,
  byStatus: statuses
    .map((status) => {
      const holding = measures.filter(({ status: { values } }) => values.includes(status));
      const certain = holding.filter((measure) => measure.status.certain).length;
      return { status, certain, possible: holding.length - certain };
    })
    .filter(({ certain, possible: maybe }) => certain + maybe > 0),
});
