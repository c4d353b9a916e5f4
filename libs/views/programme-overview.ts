import { type Slice } from '#facts';
import { described } from './attributes.js';
import { type BudgetView, budgetsOf } from './budget.js';
import { type EntryView, entriesOf } from './entries.js';
import { type FindingView, findingsOf } from './findings.js';
import { type ViewMoment, momentOf } from './moment.js';
import { type Names, namesFrom } from './names.js';
import { type NextDeadline, nextDeadlines } from './next-deadlines.js';
import { type PlanView, unconfirmedOf } from './plans.js';
import {
  type AssessmentView,
  type BodyView,
  type DecisionView,
  type DeliverableView,
  type DependencyView,
  type PartView,
  type RiskView,
  assessmentsOf,
  bodiesOf,
  decisionsOf,
  deliverablesOf,
  dependenciesOf,
  partsOf,
  risksOf,
} from './programme-parts.js';
import { type ProgrammeTimeline, programmeTimeline } from './programme-timeline.js';
import { type Reading } from './reading.js';
import { type Source, sourceOf } from './told.js';

/** A source that the programme's facts cite. */
export interface SourceView {
  /** Key, e.g. `vake-restructuring/plan-2`. */
  readonly id: string;
  readonly title: Names;
  /** How many facts rest on it. */
  readonly facts: number;
}

/** Everything of one programme at one moment. */
export interface ProgrammeOverview {
  readonly view: 'programme-overview';
  readonly moment: ViewMoment;
  /** Null where nothing is known of the programme. */
  readonly programme: ProgrammeTimeline | null;
  readonly subAreas: readonly PartView[];
  readonly budget: readonly BudgetView[];
  readonly deliverables: readonly DeliverableView[];
  readonly risks: readonly RiskView[];
  readonly bodies: readonly BodyView[];
  readonly decisions: readonly DecisionView[];
  readonly targets: readonly PartView[];
  readonly assessments: readonly AssessmentView[];
  readonly dependencies: readonly DependencyView[];
  readonly deadlines: readonly NextDeadline[];
  readonly unconfirmed: readonly PlanView[];
  readonly findings: readonly FindingView[];
  readonly sources: readonly SourceView[];
  readonly entries: readonly EntryView[];
  /** Names of organisations by code, e.g. `municipality:092`. */
  readonly organisations: Readonly<Record<string, Names>>;
}

/** The sources cited, most cited first. */
const sourcesOf = ({ reading }: Source): readonly SourceView[] => {
  const cited = new Map<string, number>();
  for (const { fact } of reading.facts)
    if (fact.source) cited.set(fact.source.id, (cited.get(fact.source.id) ?? 0) + 1);
  const title = (slice: Slice | undefined): Names => namesFrom(slice ? described(slice.run)?.['title'] : undefined);
  return [...cited]
    .map(([id, facts]) => ({ id, title: title(reading.slices.find(({ entity }) => entity === `source:${id}`)), facts }))
    .sort((a, b) => b.facts - a.facts || (a.id < b.id ? -1 : 1));
};

/** The overview of a programme: its reading holds the programme, all that is within it, and the sources that it cites. */
export const programmeOverview = (id: string, reading: Reading): ProgrammeOverview => {
  const source = sourceOf(reading);
  const slice = reading.slices.find(({ entity }) => entity === `programme:${id}`);
  const programme = slice ? programmeTimeline(source, slice) : null;
  const plans = programme ? [...programme.milestones, ...programme.pilots, ...programme.rollouts] : [];
  return {
    view: 'programme-overview',
    moment: momentOf(reading),
    programme,
    subAreas: partsOf(source, 'sub-area', id),
    budget: budgetsOf(source, id),
    deliverables: deliverablesOf(source, id),
    risks: risksOf(source, id),
    bodies: bodiesOf(source, id),
    decisions: decisionsOf(source, id),
    targets: partsOf(source, 'target', id),
    assessments: assessmentsOf(source, id),
    dependencies: dependenciesOf(source, id),
    deadlines: nextDeadlines(reading, plans, programme?.case ?? null),
    unconfirmed: unconfirmedOf(plans),
    findings: findingsOf(reading),
    sources: sourcesOf(source),
    entries: entriesOf(source, reading.facts),
    organisations: reading.organisations,
  };
};
