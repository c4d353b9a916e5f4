import { type Json } from '#event-store';
import { type Course, type Day, type EntityId, valueAt } from '#history';
import { described, statuses } from './aspect.js';
import { type AttributeReference, type Members, type Reference } from './condition.js';
import { type ResolvedCase } from './resolved-case.js';
import { type ItemKey } from './standing.js';
import { type Truth, agreed, all, certainly, yes } from './truth.js';
import { type Version } from './versions.js';

/**
 * What several items of a case ask for, memorised by whoever asks: a phase of a version by its key, or by null whether
 * the case is over.
 */
export interface Shared {
  readonly truth: (version: Version, phase: string | null, day: Day) => Truth;
  /** The events on which that truth rests. */
  readonly cites: (version: Version, phase: string | null, day: Day) => readonly string[];
  /** The days of the version on which truth or cited events change, rising; its first day is one. */
  readonly days: (version: Version, phase: string | null) => readonly Day[];
}

/** Where a condition is asked: in which version, of which member, for which item. */
export interface Place {
  readonly of: ResolvedCase;
  readonly shared: Shared;
  readonly version: Version;
  /** What `$member` means. */
  readonly member: EntityId | null;
  /** What `$item` means. */
  readonly item: ItemKey | null;
}

/** A place and a day. */
export interface Moment extends Place {
  readonly day: Day;
}

/** Whether the case is over on the moment's day. */
export const overAt = ({ shared, version, day }: Moment): Truth => shared.truth(version, null, day);

/** The entity that a reference names, or null where the case binds none. */
export const entityOf = (place: Place, reference: Reference): EntityId | null => {
  if (reference === '$member') return place.member;
  if (reference === '$item') return place.item;
  return reference.startsWith('$') ? (place.version.bindings[reference.slice(1)] ?? null) : reference;
};

/** The key of an entity: what follows its kind. */
export const keyOf = (entity: EntityId): string => entity.slice(entity.indexOf(':') + 1);

/** The course of the entity that a reference names, or null where nothing is known of it. */
export const courseAt = (place: Place, reference: Reference): Course | null => {
  const entity = entityOf(place, reference);
  return entity === null ? null : (place.of.courses.get(entity) ?? null);
};

const isFilled = (value: Json): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether an attribute is there and not empty. */
export const hasAttribute = (course: Course, attribute: string, day: Day): Truth =>
  agreed(valueAt(described(course, attribute), day).map((value) => certainly(isFilled(value))));

const texts = (value: Json): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};

/** The texts that an attribute may hold on a day: one list for each possible value. */
export const attributeTexts = (
  place: Place,
  reference: AttributeReference,
  day: Day,
): readonly (readonly string[])[] => {
  const course = courseAt(place, reference.of);
  return course ? valueAt(described(course, reference.attribute), day).map(texts) : [];
};

const liesWithin = (place: Place, course: Course, within: Members['within']): boolean =>
  Object.entries(within ?? {}).every(([name, reference]) => {
    const entity = entityOf(place, reference);
    return entity !== null && (course.within[name] === entity || course.within[name] === keyOf(entity));
  });

/** Entities of the members' kind that lie within what is asked for, whatever their states; in order of id. */
export const candidates = (place: Place, members: Members): readonly Course[] =>
  (place.of.byKind.get(members.kind) ?? []).filter((course) => liesWithin(place, course, members.within));

/** Whether an entity is a member on a day: it has a status (one of `is`), and the attributes. */
export const isMember = (course: Course, members: Members, day: Day): Truth => {
  const { is, having = [] } = members;
  const status = agreed(
    valueAt(statuses(course), day).map((one) =>
      certainly(typeof one === 'string' && (is === undefined || is.includes(one))),
    ),
  );
  return having.reduce<Truth>((least, attribute) => all([least, hasAttribute(course, attribute, day)]), status);
};

/** Whether a template that is instantiated on members has an instance for this one on a day. */
export const appliesTo = (course: Course, { is, having = [] }: Members, day: Day): Truth => {
  const status =
    is === undefined
      ? yes
      : agreed(
          valueAt(described(course, 'status'), day).map((one) =>
            certainly(typeof one === 'string' && is.includes(one)),
          ),
        );
  return having.reduce<Truth>((least, attribute) => all([least, hasAttribute(course, attribute, day)]), status);
};
