import { type Course, type Day, type EntityId, type EntityState, valueAt } from '#history';
import { type AttributeReference, type Members, type Reference } from './condition.js';
import { type ResolvedCase } from './resolved-case.js';
import { type ItemKey } from './standing.js';
import { type Truth, agreed, all, certainly, yes } from './truth.js';
import { type Version } from './versions.js';

/** Where a condition is asked: in which version, of which member, for which item. */
export interface Place {
  readonly of: ResolvedCase;
  readonly version: Version;
  /** What `$member` means. */
  readonly member: EntityId | null;
  /** What `$item` means. */
  readonly item: ItemKey | null;
}

/** A place and a day. */
export interface Moment extends Place {
  readonly day: Day;
  /** Whether a phase of the version is open on a day: memorised by whoever asks. */
  readonly phase: (version: Version, key: string, day: Day) => Truth;
}

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

const isState = (state: EntityState | null): state is EntityState => state !== null;

/**
 * The possible states of an entity, for its attributes. Before anything is known of it on a day, the first that is known:
 * what a plan says of a measure (its phase, what it waits for) holds for the days before the plan too, as the gate asks
 * whether the law-making lets it start and not whether it was planned.
 */
export const describedStates = (course: Course, day: Day): readonly EntityState[] => {
  const states = valueAt(course.states, day).filter(isState);
  if (states.length > 0) return states;
  return course.states.find(({ value }) => value.some(isState))?.value.filter(isState) ?? [];
};

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether an attribute is there and not empty. */
export const hasAttribute = (course: Course, attribute: string, day: Day): Truth =>
  agreed(describedStates(course, day).map((state) => certainly(isFilled(state[attribute]))));

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== ''
    ? [value]
    : Array.isArray(value)
      ? value.filter((item): item is string => typeof item === 'string')
      : [];

/** The texts that an attribute may hold on a day: one list for each possible state. */
export const attributeTexts = (
  place: Place,
  reference: AttributeReference,
  day: Day,
): readonly (readonly string[])[] => {
  const course = courseAt(place, reference.of);
  return course ? describedStates(course, day).map((state) => texts(state[reference.attribute])) : [];
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
    valueAt(course.states, day).map((state) =>
      certainly(state !== null && (is === undefined || is.includes(state.status))),
    ),
  );
  return having.reduce<Truth>((least, attribute) => all([least, hasAttribute(course, attribute, day)]), status);
};

/** Whether a template that is instantiated on members has an instance for this one on a day. */
export const appliesTo = (course: Course, members: Members, day: Day): Truth => {
  const { is, having = [] } = members;
  const described = describedStates(course, day);
  const status = is === undefined ? yes : agreed(described.map((state) => certainly(is.includes(state.status))));
  return having.reduce<Truth>((least, attribute) => all([least, hasAttribute(course, attribute, day)]), status);
};
