import { type JsonObject } from '#event-store';
import { type EntityId } from '#history';
import { type Names } from './names.js';
import { type ItemKey } from './standing.js';
import { type TruthName } from './truth.js';

/** A change to what is known that would make a condition true. */
export type NeededChange =
  /** A fact that nobody has told. */
  | {
      readonly change: 'supply-fact';
      readonly type: string;
      readonly entity: EntityId | null;
      readonly where?: JsonObject;
    }
  /** A fact that stands in the way. */
  | { readonly change: 'withdraw-facts'; readonly events: readonly string[] }
  /** A fact is known, and its day has not certainly come: time, or a more precise date. */
  | { readonly change: 'await-or-make-precise'; readonly events: readonly string[] }
  | { readonly change: 'await-day'; readonly on: string }
  | { readonly change: 'reach-state'; readonly entity: EntityId; readonly is: readonly string[] }
  | { readonly change: 'leave-state'; readonly entity: EntityId; readonly is: readonly string[] }
  | { readonly change: 'give-attribute'; readonly entity: EntityId; readonly attribute: string }
  | {
      readonly change: 'decide';
      readonly subject: string;
      readonly body: string | null;
      readonly is: readonly string[];
    }
  | { readonly change: 'register-members'; readonly kind: string; readonly within: Readonly<Record<string, string>> }
  /** What a lapse shut, only a migration to the revived reform opens. */
  | { readonly change: 'follow-revived'; readonly entity: EntityId }
  /** A directive ended the case: only a new start opens anything. */
  | { readonly change: 'start-anew' };

/** A change with its words and, where the entity has one, the owner. */
export type DescribedChange = NeededChange & { readonly text: Names; readonly owner: string | null };

/** A condition with its truth on a day, in words; what is already settled is told apart from what remains. */
export interface Residual {
  /** The form of the condition: `all`, `fact`, `over` ... */
  readonly form: string;
  readonly truth: TruthName;
  readonly text: Names;
  readonly because: readonly string[];
  readonly parts: readonly Residual[];
}

/** Why an item stands as it does on a day, and what would open it. */
export interface Explanation {
  readonly item: ItemKey;
  readonly truth: TruthName;
  readonly because: readonly string[];
  readonly tree: Residual;
  /** Minimal sets of changes that would open it; each set alone is enough. Empty for what is open, and beyond 20. */
  readonly sets: readonly (readonly DescribedChange[])[];
  /** There are more than 20 sets, so none is listed. */
  readonly tooMany: boolean;
}
