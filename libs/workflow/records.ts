import { type JsonObject, type Position } from '#event-store';
import { type ItemKey } from './standing.js';

/** Types of the engine's records. */
export const recordTypes = [
  'phase-opened',
  'phase-shut',
  'gate-opened',
  'gate-shut',
  'deadline-set',
  'deadline-moved',
  'deadline-met',
  'deadline-reached',
  'deadline-dropped',
  'task-opened',
  'task-closed',
] as const;

/** One of the types. */
export type RecordType = (typeof recordTypes)[number];

/** What brought a record about: the newest event cited that the last record had not folded, or the passing of time. */
export interface RecordCause extends JsonObject {
  /** Event id; null: the clock. */
  readonly event: string | null;
}

/** Data of a record (rule 14). Days are `YYYY-MM-DD` or null. */
export interface RecordData extends JsonObject {
  readonly item: ItemKey;
  readonly was: string;
  readonly is: string;
  readonly since: string | null;
  /** Due day and the one that was last recorded; null where there is none and for what is no deadline. */
  readonly due: string | null;
  readonly dueWas: string | null;
  readonly because: readonly string[];
  readonly version: { readonly key: string; readonly hash: string; readonly by: string };
  /** Release of the software that derived it. */
  readonly release: string;
  /** Position of the last event that was folded. */
  readonly folded: string;
  /** Days between the day it holds from and the day it was noted. */
  readonly daysLate: number;
  readonly cause: RecordCause;
  readonly params: JsonObject;
}

/** A record to append to the case's stream. */
export interface RecordDraft {
  readonly type: RecordType;
  readonly data: RecordData;
}

/** A record as it stands in the case's stream. */
export interface CaseRecord extends RecordDraft {
  readonly id: string;
  readonly position: Position;
}
