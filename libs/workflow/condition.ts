import { type JsonObject } from '#event-store';

/**
 * Names an entity: an id (`kind:key`), a binding of the case (`$reform`, `$programme`, `$area`), or `$member`, the entity
 * that a template or an `every` is just looking at.
 */
export type Reference = string;

/** Reads a steering attribute of an entity. */
export interface AttributeReference {
  readonly of: Reference;
  readonly attribute: string;
}

/** Entities of a kind within the case's scope. */
export interface Members {
  /** Kind as facts name it; the engine itself knows none. */
  readonly kind: string;
  /** What they belong to, e.g. `{ area: '$area' }`: a code, or a reference whose key is meant. */
  readonly within?: Readonly<Record<string, Reference>>;
  /** Statuses in which one counts as a member; without it: from its first fact on. */
  readonly is?: readonly string[];
  /** Attributes that a member must have (and not be empty) to count. */
  readonly having?: readonly string[];
}

/** True if every possible state is in `is` (or has the attribute `has`), false if none is. */
export interface StatePredicate {
  readonly of: Reference;
  readonly is?: readonly string[];
  readonly has?: string;
}

/** True from the first latest day of a match, false before the first earliest. Without `of`: any fact of the case's scope. */
export interface FactPredicate {
  readonly type: string | AttributeReference;
  readonly of?: Reference;
  /** Fields of the fact's data that must have these values. */
  readonly where?: JsonObject;
}

/** True from the latest day of a date (EDTF, or `$start`: the first day of the case), false before its earliest. */
export interface DatePredicate {
  readonly on: string | AttributeReference;
}

/** Whether a phase (any of those that an attribute names) or a gate is open. */
export type OpenPredicate =
  { readonly phase: string | AttributeReference } | { readonly gate: string; readonly of?: Reference };

/** Whether a decision on a subject has been recorded with one of the outcomes. */
export interface DecidedPredicate {
  /** Kind of the entities that are decisions; their attribute `subject` names what was decided on. */
  readonly kind: string;
  /** A free key, an entity or `$item` (the gate that asks); without it `$item`. */
  readonly subject?: Reference;
  /** The body that must have decided; without it any. */
  readonly body?: string;
  readonly is: readonly string[];
}

/** `all` over the members of the day; over none, or fewer than `number` (1), unknown unless one certainly fails. */
export interface Every {
  readonly members: Members;
  readonly number?: number;
  readonly holds: Condition;
}

/** A condition: data, so that it can be explained, translated, drawn and compared. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly 'at-least': { readonly number: number; readonly of: readonly Condition[] } }
  | { readonly every: Every }
  | { readonly state: StatePredicate }
  | { readonly fact: FactPredicate }
  | { readonly date: DatePredicate }
  | { readonly open: OpenPredicate }
  | { readonly decided: DecidedPredicate };

type Union<T> = T extends unknown ? keyof T : never;
type Kind = Union<Condition>;
type Content<K extends Kind> = Extract<Condition, Readonly<Record<K, unknown>>>[K];

/** What to do with each form of condition; the compiler asks for all of them. */
export type ConditionVisitor<C, R> = { readonly [K in Kind]: (content: Content<K>, context: C) => R };

/** Applies the visitor's function for the form that a condition has. */
export const visit = <C, R>(condition: Condition, visitor: ConditionVisitor<C, R>, context: C): R => {
  for (const kind in condition) return visitor[kind as Kind](condition[kind as never], context);
  throw new Error('a condition has exactly one form');
};
