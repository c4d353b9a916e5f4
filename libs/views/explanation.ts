import { type ItemView, type Reason } from './items.js';
import { type ViewMoment } from './moment.js';
import { type Names } from './names.js';

/** A condition with what is known of it, as a tree. */
export interface ConditionView {
  /** What it asks, in words. */
  readonly words: Names;
  readonly truth: 'true' | 'unknown' | 'false';
  /** The facts that decide it. */
  readonly because: readonly Reason[];
  readonly parts: readonly ConditionView[];
}

/** A fact that would have to be supplied or withdrawn. */
export interface ChangeNeeded {
  readonly kind: 'supply' | 'withdraw';
  /** What it would say, in words. */
  readonly words: Names;
  /** Who could tell it (role or organisation), or null. */
  readonly owner: string | null;
}

/** Why an item of a case stands as it does, and what would open it. */
export interface Explanation {
  readonly view: 'explanation';
  readonly moment: ViewMoment;
  /** The item as it stands; null where the definition of the day has no such item. */
  readonly item: ItemView | null;
  readonly programme: string;
  /** Key that was asked for. */
  readonly key: string;
  /** Null where the item has no condition. */
  readonly condition: ConditionView | null;
  /** Smallest sets of changes that would open it; empty where it is open or nothing would. */
  readonly ways: readonly (readonly ChangeNeeded[])[];
  /** There are more ways than are listed. */
  readonly more: boolean;
}
