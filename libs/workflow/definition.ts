import {
  type AttributeReference,
  type Condition,
  type FactPredicate,
  type Members,
  type Reference,
} from './condition.js';
import { type Names } from './names.js';

/** A phase: open while `opens` is true and `closes` is not, until the case ends. Phases may overlap, or never come. */
export interface PhaseTemplate {
  readonly key: string;
  readonly names: Names;
  readonly opens: Condition;
  readonly closes?: Condition;
}

/** A gate: a condition with a name; with `on`, one gate for each member. */
export interface GateTemplate {
  readonly key: string;
  readonly names: Names;
  readonly on?: Members;
  readonly opens: Condition;
  /**
   * Attribute of the member that tells when it did what the gate lets it do (`{earliest, latest}`, days or null): if all
   * those days are days on which the gate is certainly shut, that is the finding `start-before-gate`, with a task.
   */
  readonly guards?: string;
  /** What a decision on this gate asks for; `opens` reads its outcome. */
  readonly decision?: DecisionRule;
}

/** How a gate's decision is made; kept by whoever records the decision. */
export interface DecisionRule {
  readonly body: string;
  readonly quorum?: number;
  readonly abstentions?: 'count-as-present' | 'count-as-absent';
  readonly outcomes: readonly string[];
}

/** What a plan instantiates; of no effect on conditions. */
export interface PartTemplate {
  readonly key: string;
  readonly names: Names;
  readonly phases?: readonly string[];
  readonly required?: boolean;
  readonly repeatable?: boolean;
}

/** ISO 8601 duration in whole days, weeks, months and years (`P14D`, `P2W`, `P1M`), or a number of working days. */
export type Span = string | { readonly workingDays: number };

/** What a deadline runs from. A gate or phase: the day it opened. */
export type Anchor =
  | { readonly attribute: AttributeReference }
  | { readonly fact: FactPredicate }
  | { readonly date: string }
  | { readonly phase: string }
  | { readonly gate: string; readonly of?: Reference };

/** A step of the ladder that is climbed while a deadline stays reached. */
export interface Escalation {
  readonly after: Span;
  readonly to: string;
}

/** A deadline; with `on`, one for each member (rule 11). */
export interface DeadlineTemplate {
  readonly key: string;
  readonly names: Names;
  readonly on?: Members;
  /** Of several anchors the last certain one counts. */
  readonly anchors: readonly Anchor[];
  readonly after?: Span;
  /** Whether a due day that is no working day moves to the next one. */
  readonly move?: 'next-working-day';
  readonly met: Condition;
  /** When true, the deadline is of no concern any more. */
  readonly drop?: Condition;
  readonly remind?: readonly Span[];
  readonly escalate?: readonly Escalation[];
}

/** What an open member does when the reform has ended. */
export type LapseAction = 'stop' | 'continue' | 'park' | 'hand-back';

/** How the entity that a case follows can end, and what then becomes of its members. */
export interface LapseRule {
  readonly of: Reference;
  /** By status in which it has ended: what every open member does. Gates and phases shut by themselves (rule 8). */
  readonly ways: Readonly<Record<string, LapseAction>>;
  /** The members that are open, by status. */
  readonly members: Members;
}

/** A definition of workflow: data, versioned by the hash of its canonical JSON. */
export interface Definition {
  readonly key: string;
  readonly names: Names;
  readonly phases: readonly PhaseTemplate[];
  readonly gates: readonly GateTemplate[];
  readonly deadlines: readonly DeadlineTemplate[];
  readonly measures?: readonly PartTemplate[];
  readonly milestones?: readonly PartTemplate[];
  readonly lapse: LapseRule;
  /** When true, the case has ended: its gates and phases are shut, its deadlines dropped. */
  readonly ends: Condition;
}
