import { type Steps, isoOfDay, mergeEqual, textOfState } from '#history';
import { type ItemStanding } from '#workflow';
import { statusOf } from './attributes.js';
import { type Names } from './names.js';
import { type Reading } from './reading.js';
import { type Source, shownRun } from './told.js';

/** A stretch of days in one state. */
export interface Span {
  /** First day (YYYY-MM-DD); null: from the beginning. */
  readonly from: string | null;
  /** Last day; null: without an end. */
  readonly to: string | null;
  /** Phase: open. Measure: planned, started, suspended, deferred, ended. Possible states in order. */
  readonly states: readonly string[];
  /** Whether it is certain. */
  readonly certain: boolean;
}

/** A line of the drawing: a phase or a measure over all days, as known. */
export interface Lane {
  /** Id of the phase or measure. */
  readonly id: string;
  readonly kind: 'phase' | 'measure';
  readonly names: Names;
  /** Letter of a measure, or null. */
  readonly letter: string | null;
  readonly spans: readonly Span[];
}

interface Stretch {
  readonly states: readonly string[];
  readonly certain: boolean;
}

const spansOf = (steps: Steps<Stretch>): readonly Span[] => {
  const merged = mergeEqual(steps, (a, b) => textOfState(a) === textOfState(b));
  return merged.flatMap(({ from, value }, place) => {
    if (value.states.length === 0) return [];
    const next = merged[place + 1];
    return [{ ...value, from: isoOfDay(from), to: next ? isoOfDay(next.from - 1) : null }];
  });
};

const openness = (item: ItemStanding | null): Stretch => {
  if (!item || item.kind === 'deadline' || item.kind === 'task') return { states: [], certain: true };
  if (item.state === 'open') return { states: ['open'], certain: true };
  return item.possiblyOpen ? { states: ['open'], certain: false } : { states: [], certain: true };
};

/** Lines of the phases of a programme's case, where the reader has them on every day. */
export const phaseLanes = ({ cases }: Reading, programme: string): readonly Lane[] =>
  cases
    .filter(({ id }) => id === programme)
    .flatMap(({ id, items, derived }) =>
      items
        .filter(({ kind, key }) => kind === 'phase' && derived?.has(key))
        .map(({ key, names }) => ({
          id: `${id}/${key}`,
          kind: 'phase' as const,
          names,
          letter: null,
          spans: spansOf((derived?.get(key) ?? []).map(({ from, value }) => ({ from, value: openness(value) }))),
        })),
    );

/** Lines of a programme's measures, where the reader has their courses. */
export const measureLanes = (
  { reading, index }: Source,
  measures: readonly { readonly id: string; readonly title: Names; readonly letter: string | null }[],
): readonly Lane[] => {
  const courses = new Map((reading.courses ?? []).map((course) => [course.entity, course]));
  return measures.flatMap(({ id, title, letter }) => {
    const course = courses.get(id);
    if (!course) return [];
    const facts = index.ofEntity.get(id) ?? [];
    const steps = course.states.map(({ from, value }) => {
      const { certain, values } = statusOf(shownRun(value, facts, from).run);
      return { from, value: { certain, states: values.filter((status) => status !== null) } };
    });
    return [{ id, kind: 'measure' as const, names: title, letter, spans: spansOf(steps) }];
  });
};
