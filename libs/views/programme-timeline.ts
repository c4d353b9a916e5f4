import { type Slice } from '#facts';
import { type Possibly, described, statusOf, textIn } from './attributes.js';
import { type CaseView, caseView } from './items.js';
import { type Lane, measureLanes, phaseLanes } from './lanes.js';
import { type MeasureCounts, type MeasureView, countMeasures, measureView } from './measures.js';
import { type Names, namesFrom } from './names.js';
import { type PlanView, plansOf } from './plans.js';
import { type Source, shownOn, slicesOf } from './told.js';
import { type When, whenStated } from './when.js';

/** A programme by name. */
export interface ProgrammeHead {
  /** Id, e.g. `vake-restructuring`. */
  readonly id: string;
  readonly name: Names;
  /** launched, closed; null: not yet. */
  readonly status: Possibly<string | null>;
  /** Id of the reform that it follows, and code of its area. */
  readonly reform: string | null;
  readonly area: string | null;
  /** Planned period. */
  readonly period: When | null;
  readonly funder: string | null;
}

/** A programme on an area's timeline. */
export interface ProgrammeTimeline extends ProgrammeHead {
  /** The case that drives it; null where none was started by the day asked about. */
  readonly case: CaseView | null;
  readonly counts: MeasureCounts;
  readonly measures: readonly MeasureView[];
  readonly milestones: readonly PlanView[];
  readonly pilots: readonly PlanView[];
  readonly rollouts: readonly PlanView[];
  /** Lines for a drawing; empty where it was not asked for. */
  readonly lanes: readonly Lane[];
}

/** What heads every view of a programme. */
export const programmeHead = (source: Source, { entity, run: whole }: Slice): ProgrammeHead => {
  const { run } = shownOn(source, entity, whole);
  const state = described(run) ?? described(whole);
  return {
    id: entity.slice('programme:'.length),
    name: namesFrom(state?.['name']),
    status: statusOf(run),
    reform: textIn(state, 'reform'),
    area: textIn(state, 'area'),
    period: whenStated(textIn(state, 'period')),
    funder: textIn(state, 'funder'),
  };
};

/** A programme as an area's timeline shows it. */
export const programmeTimeline = (source: Source, slice: Slice): ProgrammeTimeline => {
  const head = programmeHead(source, slice);
  const { reading, index } = source;
  const measures = slicesOf(source, 'measure', head.id).map((measure) => measureView(source, measure));
  const plans = (kind: PlanView['kind']): readonly PlanView[] => plansOf(source, slicesOf(source, kind, head.id));
  return {
    ...head,
    case: caseView(
      reading.cases.find(({ id }) => id === head.id),
      index,
    ),
    counts: countMeasures(measures, slice),
    measures,
    milestones: plans('milestone'),
    pilots: plans('pilot'),
    rollouts: plans('rollout'),
    lanes: [...phaseLanes(reading, head.id), ...measureLanes(source, measures)],
  };
};
