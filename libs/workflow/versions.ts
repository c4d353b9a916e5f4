import { type Day, type EntityId } from '#history';
import { type Calendar } from './calendar.js';
import { type Definition } from './definition.js';
import { type Mapping } from './mapping.js';
import { type VersionReference } from './standing.js';

/** A definition in force from a day on (rule 9). */
export interface Version {
  readonly index: number;
  readonly from: Day;
  /** First day of the next version; `Infinity` for the last. A version with `until` = `from` judges no day. */
  readonly until: Day;
  readonly definition: Definition;
  readonly reference: VersionReference;
  /** Entities that `$name` stands for. */
  readonly bindings: Readonly<Record<string, EntityId>>;
  /** How the items of the version before come over. */
  readonly mapping: Mapping;
  /** The case's first day: what `$start` means. */
  readonly start: Day;
  /** The directive that set the first day. */
  readonly startedBy: string;
}

/** A calendar in force from a day on; the first also before it. */
export interface CalendarVersion {
  readonly from: Day;
  readonly calendar: Calendar;
  /** The directive that published it; null for the one that comes with the engine. */
  readonly by: string | null;
}

/** A day from which the case counts as ended, or as started again. */
export interface Ending {
  readonly from: Day;
  readonly ended: boolean;
  readonly by: string;
}

/** A new due day for one deadline, by directive. */
export interface Override {
  readonly from: Day;
  readonly item: string;
  readonly due: Day;
  readonly by: string;
}

/** A directive that says nothing the engine can act on: it does nothing, and is shown. */
export interface DirectiveProblem {
  readonly directive: string;
  readonly code:
    'no-effective-day' | 'definition-not-published' | 'definition-invalid' | 'calendar-invalid' | 'no-start';
}

/** What the directives of a case say. */
export interface Directives {
  readonly versions: readonly Version[];
  readonly calendars: readonly CalendarVersion[];
  readonly endings: readonly Ending[];
  readonly overrides: readonly Override[];
  readonly problems: readonly DirectiveProblem[];
}

/** The version that judges a day, or null before the case's first day. */
export const versionAt = (versions: readonly Version[], on: Day): Version | null =>
  versions.findLast(({ from }) => from <= on) ?? null;

/** The calendar of a day. */
export const calendarAt = (calendars: readonly CalendarVersion[], on: Day): CalendarVersion =>
  calendars.findLast(({ from }) => from <= on) ?? (calendars[0] as CalendarVersion);

/** The directive by which the case has ended on a day, or null. */
export const endedBy = (endings: readonly Ending[], on: Day): string | null => {
  const last = endings.findLast(({ from }) => from <= on);
  return last?.ended ? last.by : null;
};
