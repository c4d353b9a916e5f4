import { type Json, type JsonObject } from '#event-store';
import { type Slice } from '#facts';
import { type Day, parseEdtf } from '#history';
import { type Possibly, described, statusOf, textIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Source, type ToldBy, shownOn } from './told.js';
import { type When, whenStated } from './when.js';

/**
 * Where a plan stands against its due day on the day asked about.
 * `ahead`: the due time has not begun. `due`: within it. `overdue`: its last day has passed and no fact says that it
 * happened ("planned and unconfirmed"). `waiting`: bound to an event that has not certainly happened. `released`: the
 * event has happened, and no day is stated. `undated`: no day and no event. `happened`: a fact says so. `dropped`: given up.
 */
export type Timing = 'ahead' | 'due' | 'overdue' | 'waiting' | 'released' | 'undated' | 'happened' | 'dropped';

/** A plan with a due day or a bound event: milestone, pilot or roll-out. */
export interface PlanView {
  /** Entity, e.g. `milestone:vake-health-centre/-/k1-catch-up`. */
  readonly id: string;
  readonly kind: 'milestone' | 'pilot' | 'rollout';
  readonly programme: string;
  /** Measure that it belongs to (key), or null. */
  readonly measure: string | null;
  /** Sub-area that it belongs to (key), or null. */
  readonly subArea: string | null;
  /** What is to be reached, tried or taken into use. */
  readonly what: Names;
  /** Roll-outs: municipality code, or null where none is named. */
  readonly municipality: string | null;
  readonly status: Possibly<string | null>;
  /** When it is due, as stated; null where bound to an event or undated. */
  readonly due: When | null;
  /** Event type that it is bound to, or null. */
  readonly after: string | null;
  /** The words in which the due time was stated, or null. */
  readonly said: string | null;
  readonly timing: Timing;
  /** Overdue, and no fact says that it happened. */
  readonly unconfirmed: boolean;
  /** What happened to it on an unstated day that is not certain to have come. */
  readonly told: readonly ToldBy[];
}

const kinds = ['milestone', 'pilot', 'rollout'] as const;

/** Statuses of a plan that nothing has come of yet. */
const open: readonly (string | null)[] = ['set', 'planned', null];

/** Whether an event type has certainly happened on the day: for a municipality, to it. */
const hasHappened = ({ reading, index }: Source, type: string, municipality: string | null): boolean =>
  (index.ofType.get(type) ?? []).some(
    ({ data, interval }) =>
      interval.latest <= reading.on &&
      (municipality === null || data['municipality'] === undefined || data['municipality'] === municipality),
  );

const against = (due: string, on: Day): Timing => {
  const interval = parseEdtf(due);
  if (!interval) return 'undated';
  if (on > interval.latest) return 'overdue';
  return on < interval.earliest ? 'ahead' : 'due';
};

/** Rule "a plan is not a fact": only a fact makes it happened; otherwise its due day or event is looked at. */
const timingOf = (
  source: Source,
  status: Possibly<string | null>,
  plan: Pick<PlanView, 'after' | 'municipality'> & { due: string | null },
): Timing => {
  if (status.certain && status.values[0] === 'dropped') return 'dropped';
  if (status.values.every((value) => !open.includes(value))) return 'happened';
  if (plan.due !== null) return against(plan.due, source.reading.on);
  if (plan.after === null) return 'undated';
  return hasHappened(source, plan.after, plan.municipality) ? 'released' : 'waiting';
};

/** What a plan is of; a service without a name has its key. */
const nameOf = (state: JsonObject | null, service: string | null): Json | undefined =>
  service === null ? state?.['what'] : (state?.['serviceName'] ?? service);

/** A milestone, pilot or roll-out as it is shown; null of another kind. */
export const planView = (source: Source, { entity, kind, within, run: whole }: Slice): PlanView | null => {
  const known = kinds.find((candidate) => candidate === kind);
  if (known === undefined) return null;
  const { run, told } = shownOn(source, entity, whole);
  const state = described(run) ?? described(whole);
  const belongs = (key: string): string | null => within[key] ?? null;
  const municipality = belongs('municipality');
  const status = statusOf(run);
  const [due, after] = [textIn(state, 'due'), textIn(state, 'after')];
  const timing = timingOf(source, status, { due, after, municipality });
  return {
    id: entity,
    kind: known,
    programme: belongs('programme') ?? '',
    measure: belongs('measure'),
    subArea: belongs('subArea'),
    what: namesFrom(nameOf(state, known === 'rollout' ? belongs('service') : null)),
    municipality,
    status,
    due: whenStated(due),
    after,
    said: textIn(state, 'said'),
    timing,
    unconfirmed: timing === 'overdue' && statusOf(whole).values.every((value) => open.includes(value)),
    told,
  };
};

/** All milestones, pilots and roll-outs of the slices. */
export const plansOf = (source: Source, slices: readonly Slice[]): readonly PlanView[] =>
  slices.map((slice) => planView(source, slice)).filter((plan) => plan !== null);

/** Planned and unconfirmed: what was due, with no fact that says it happened. */
export const unconfirmedOf = (plans: readonly PlanView[]): readonly PlanView[] =>
  plans.filter(({ unconfirmed }) => unconfirmed);
