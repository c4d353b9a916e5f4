import { type JsonObject } from '#event-store';
import { type Day, type EntityId, type Steps } from '#history';
import { type Escalation, type Span } from './definition.js';
import { type Names } from './names.js';

/** `phase:<key>`, `gate:<key>[/<entity>]`, `deadline:<key>[/<entity>]` or `task:<rule>/<entity>`. */
export type ItemKey = string;

/** The definition that judges a day, and the directive that put it in force. */
export interface VersionReference {
  readonly key: string;
  readonly hash: string;
  /** Event id of the start or migration. */
  readonly by: string;
}

interface Common {
  readonly key: ItemKey;
  /** Key of the template, or the rule of a task. */
  readonly template: string;
  readonly entity: EntityId | null;
  readonly names: Names;
  /** First day of the present unbroken run of the state; null: never been otherwise. */
  readonly since: Day | null;
  /** Ids of the events that decide it: facts by their original, corrections after it, directives. */
  readonly because: readonly string[];
  readonly version: VersionReference;
}

/** A phase or a gate on a day. */
export interface OpeningStanding extends Common {
  readonly kind: 'phase' | 'gate';
  readonly state: 'open' | 'shut';
  /** Shut because not all is known: it may be open. Never recorded. */
  readonly possiblyOpen: boolean;
  /** First day of the present unbroken run of days on which it is open or may be; null while certainly shut. */
  readonly possibleSince: Day | null;
}

/** States of a deadline. */
export type DeadlineState = 'none' | 'set' | 'met' | 'reached' | 'dropped';

/** A deadline on a day. */
export interface DeadlineStanding extends Common {
  readonly kind: 'deadline';
  readonly state: DeadlineState;
  /** The due day; null while none is known. Reached on the day after it. */
  readonly due: Day | null;
  /** The earliest possible due day, where the anchor is imprecise; else null. */
  readonly earliestDue: Day | null;
  /** Reached, and whether it has been met is unknown. */
  readonly unconfirmed: boolean;
  readonly remind: readonly Span[];
  readonly escalate: readonly Escalation[];
}

/** A task on a day. */
export interface TaskStanding extends Common {
  readonly kind: 'task';
  readonly state: 'open' | 'closed';
  readonly params: JsonObject;
}

/** An item on a day. */
export type ItemStanding = OpeningStanding | DeadlineStanding | TaskStanding;

/** `Standing(D)`: all items of the version of the day, by key in order of key. */
export interface Standing {
  readonly day: Day;
  /** Null before the first day of the case. */
  readonly version: VersionReference | null;
  readonly items: ReadonlyMap<ItemKey, ItemStanding>;
}

/** What derive gives: every item over all days; null on days whose version has no such item. */
export type Derived = ReadonlyMap<ItemKey, Steps<ItemStanding | null>>;

/** Something that does not fit: derived, never stored. */
export interface Finding {
  readonly key: string;
  readonly rule: string;
  readonly entity: EntityId | null;
  readonly because: readonly string[];
  readonly params: JsonObject;
}
