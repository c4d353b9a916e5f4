import { type Day } from '#history';
import { type KnownKey } from './family.js';

/** A value that holds from a day on (until another begins), for knowledge from one place up to, not including, another. */
export interface Rectangle {
  readonly on: Day;
  readonly from: KnownKey;
  readonly to: KnownKey;
  readonly value: string;
}

/** The values by the day from which they hold, from a place of knowledge on. */
export interface VersionedSteps {
  readonly from: KnownKey;
  readonly steps: ReadonlyMap<Day, string>;
  /** Whether the steps come on top of those of the version before, on days of their own. */
  readonly more: boolean;
}

/** The largest rectangles that the versions make up, in no particular order. The last version holds for good. */
export const rectanglesOf = (versions: readonly VersionedSteps[]): readonly Rectangle[] => {
  const done: Rectangle[] = [];
  const open = new Map<Day, { from: KnownKey; value: string }>();
  for (const { from, steps, more } of versions) {
    for (const [on, held] of more ? [] : open)
      if (steps.get(on) !== held.value) {
        done.push({ on, ...held, to: from });
        open.delete(on);
      }
    for (const [on, value] of steps) if (!open.has(on)) open.set(on, { from, value });
  }
  for (const [on, held] of open) done.push({ on, ...held, to: Infinity });
  return done;
};

/** How stored rectangles become others. An old one is named by its day and its old `to`, which no two of a day share. */
export interface RectangleChanges {
  readonly remove: readonly Rectangle[];
  readonly resize: readonly { readonly on: Day; readonly oldTo: KnownKey; readonly to: KnownKey }[];
  readonly insert: readonly Rectangle[];
}

const nameOf = ({ on, from, value }: Rectangle): string => `${on} ${from} ${value}`;

/** The difference of two sets of rectangles. */
export const rectangleChanges = (old: readonly Rectangle[], young: readonly Rectangle[]): RectangleChanges => {
  const left = new Map(old.map((rectangle) => [nameOf(rectangle), rectangle]));
  const resize: { on: Day; oldTo: KnownKey; to: KnownKey }[] = [];
  const insert: Rectangle[] = [];
  for (const rectangle of young) {
    const name = nameOf(rectangle);
    const held = left.get(name);
    left.delete(name);
    if (!held) insert.push(rectangle);
    else if (held.to !== rectangle.to) resize.push({ on: held.on, oldTo: held.to, to: rectangle.to });
  }
  return { remove: [...left.values()], resize, insert };
};
