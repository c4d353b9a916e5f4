import { type Json } from '#event-store';
import { type Course, type EntityState, type StateRun, type Steps, mergeEqual, textOfState } from '#history';

/** The possible values of one thing about an entity over all days: each once, in the order of its states. */
export type Aspect = Steps<readonly Json[]>;

const sameJson = (a: Json, b: Json): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && textOfState(a) === textOfState(b));

const sameValues = (a: readonly Json[], b: readonly Json[]): boolean =>
  a === b || (a.length === b.length && a.every((value, index) => sameJson(value, b[index] as Json)));

const distinct = (values: readonly Json[]): readonly Json[] =>
  values.length < 2
    ? values
    : values.filter((value, index) => values.findIndex((one) => sameJson(one, value)) === index);

const aspectOf = (course: Course, read: (run: StateRun) => readonly Json[]): Aspect =>
  mergeEqual(
    course.states.map(({ from, value }) => ({ from, value: distinct(read(value)) })),
    sameValues,
  );

const isState = (state: EntityState | null): state is EntityState => state !== null;

/** What is derived from a course for one way of reading it; it lives as long as the course does. */
type Known = WeakMap<Course, Map<string, Aspect>>;

// Courses are data that many items read in the same few ways.
const knownStated: Known = new WeakMap();
const knownDescribed: Known = new WeakMap();

const memorised = (known: Known, course: Course, name: string, make: (name: string) => Aspect): Aspect => {
  let own = known.get(course);
  if (!own) known.set(course, (own = new Map<string, Aspect>()));
  let aspect = own.get(name);
  if (!aspect) own.set(name, (aspect = make(name)));
  return aspect;
};

/** An attribute as the states have it; null where one has none. The first value is that of the last certain state. */
export const stated = (course: Course, attribute: string): Aspect =>
  memorised(knownStated, course, attribute, (name) =>
    aspectOf(course, (run) => run.map((state) => state?.[name] ?? null)),
  );

/** The statuses; null where nothing has happened yet. */
export const statuses = (course: Course): Aspect => stated(course, 'status');

/**
 * An attribute as a template reads it. Before anything is known of an entity on a day, the first that is known: what a
 * plan says of a measure (its phase, what it waits for) holds for the days before the plan too, as its gate asks whether
 * the law-making lets it start and not whether it was planned. No values: nothing is ever known of the entity.
 */
export const described = (course: Course, attribute: string): Aspect =>
  memorised(knownDescribed, course, attribute, (name) => {
    const first = course.states.find(({ value }) => value.some(isState))?.value.filter(isState) ?? [];
    return aspectOf(course, (run) => {
      const states = run.filter(isState);
      return (states.length > 0 ? states : first).map((state) => state[name] ?? null);
    });
  });
