import {
  type Basis,
  type Day,
  type EntityHistory,
  type EntityState,
  type Within,
  steeringState,
  textOfState,
} from '#history';
import { type Family, type KnownKey, knownFrom } from './family.js';
import { type RectangleChanges, type VersionedSteps, rectangleChanges, rectanglesOf } from './rectangles.js';
import { type NameOf, type Stretch, createNames, stretchesOf } from './stretches.js';
import { type EntityFacts, type Version, remembering, versionsOf } from './versions.js';

/** What changes in the rows of one entity on one basis. */
export interface BasisChanges {
  /** Full states: a value names the entity's `within`, then the possible states, by their numbers among the parts. */
  readonly states: RectangleChanges;
  /** Courses: one value (JSON of a `CourseValue`) for all days; its `on` is `-Infinity`. */
  readonly courses: RectangleChanges;
}

/** What changes in the rows of one entity. */
export interface EntityChanges extends Readonly<Record<Basis, BasisChanges>> {
  /** The texts (JSON) that the values of states name by number. */
  readonly parts: readonly string[];
}

/** What a row of a course holds. */
export interface CourseValue {
  readonly within: Within;
  /** The possible steering states from a day on; null: from the beginning. */
  readonly states: readonly { readonly from: Day | null; readonly run: readonly (EntityState | null)[] }[];
}

const nothingYet = 'null';

const none: ReadonlyMap<Day, string> = new Map();

/** What an appended fact adds: the stretches that begin with it. What came before it is over and stays. */
const addedStretches = (history: EntityHistory, nameOf: NameOf): readonly Stretch[] => {
  const placed = history.placed.slice(-2);
  const start = placed.at(-1)?.interval.earliest ?? Infinity;
  return stretchesOf({ ...history, placed }, nameOf).filter(({ from }) => from >= start);
};

/** How the versions of one entity become values; equal things have one name in all versions and on both bases. */
const createValues = ({ kind }: EntityFacts) => {
  const full = createNames<object>(textOfState);
  const steering = createNames<EntityState>((state) => textOfState(steeringState(kind, state)));
  let last = { name: '', text: '' };

  const states = ({ from, history, appended }: Version): VersionedSteps => {
    if (!history) return { from, steps: none, more: false };
    const within = full.nameOf(history.within);
    const stretches = appended ? addedStretches(history, full.nameOf) : stretchesOf(history, full.nameOf);
    const happened = stretches.filter(({ name }) => name !== nothingYet);
    return { from, steps: new Map(happened.map((one) => [one.from, `${within},${one.name}`])), more: appended };
  };

  const courseText = (history: EntityHistory): string => {
    const stretches = stretchesOf(history, steering.nameOf);
    const name = [full.nameOf(history.within), ...stretches.map((stretch) => `${stretch.from}:${stretch.name}`)].join();
    if (name !== last.name) {
      const value: CourseValue = {
        within: history.within,
        states: stretches.map(({ from, states: run }) => ({
          from: Number.isFinite(from) ? from : null,
          run: run.map((state) => steeringState(kind, state)),
        })),
      };
      last = { name, text: JSON.stringify(value) };
    }
    return last.text;
  };

  const course = ({ from, history, appended }: Version): VersionedSteps => {
    if (!history || history.placed.length === 0) return { from, steps: none, more: false };
    const same = appended && addedStretches(history, steering.nameOf).length === 0;
    return same
      ? { from, steps: none, more: true }
      : { from, steps: new Map([[-Infinity, courseText(history)]]), more: false };
  };

  return { states, course, parts: full.texts };
};

/** The families as they were when the ledger had `seq` events. */
const familiesAt = (families: readonly Family[], seq: number): readonly Family[] =>
  families
    .filter(({ original }) => original.seq <= seq)
    .map(({ original, changes }) => ({ original, changes: changes.filter((change) => change.seq <= seq) }));

/** The first place of knowledge at which events after `seq` change anything. */
const firstChange = (families: readonly Family[], basis: Basis, seq: number): KnownKey =>
  families
    .flatMap(({ original, changes }) => [original, ...changes])
    .filter((event) => event.seq > seq)
    .reduce((least, event) => Math.min(least, knownFrom(basis, event)), Infinity);

/**
 * How the rows of an entity change when the ledger grows beyond its first `seq` events: only what differs, so that on
 * basis ledger a row is added or closed and never taken away. Every row follows from the events alone.
 */
export const entityChanges = (entity: EntityFacts, seq: number): EntityChanges => {
  const given: EntityFacts = { ...entity, kind: remembering(entity.kind) };
  const values = createValues(given);
  const earlier: EntityFacts = { ...given, families: familiesAt(given.families, seq) };
  const changesOn = (basis: Basis): BasisChanges => {
    const since = firstChange(given.families, basis, seq);
    const before = versionsOf(earlier, basis, since);
    const after = versionsOf(given, basis, since);
    const changes = (value: (version: Version) => VersionedSteps): RectangleChanges =>
      rectangleChanges(rectanglesOf(before.map(value)), rectanglesOf(after.map(value)));
    return { states: changes(values.states), courses: changes(values.course) };
  };
  return { ledger: changesOn('ledger'), source: changesOn('source'), parts: values.parts };
};
