import { type EntityId, type EntityKind, type EntityState, type Within } from './domain.js';
import { type EntityHistory } from './entity-history.js';
import { type StateRun, sameRun, statesOf, textOfState } from './state-run.js';
import { type Steps, mergeEqual } from './steps.js';

/**
 * What conditions and deadlines read of an entity: its states over all days, reduced to the status and the steering
 * attributes of its kind, so that progress reports and the like make no steps.
 */
export interface Course {
  readonly entity: EntityId;
  readonly kind: string;
  readonly within: Within;
  readonly states: Steps<StateRun>;
}

/** A state reduced to what steers. */
export const steeringState = (kind: EntityKind, state: EntityState | null): EntityState | null => {
  if (state === null) return null;
  const reduced: { status: string; [key: string]: EntityState[string] } = { status: state.status };
  for (const key of kind.steering) {
    const value = state[key];
    if (value !== undefined) reduced[key] = value;
  }
  return reduced;
};

const reducedRun = (kind: EntityKind, run: StateRun): StateRun => {
  const seen = new Map(run.map((state) => [textOfState(steeringState(kind, state)), steeringState(kind, state)]));
  return [...seen.values()];
};

/** The course of an entity's history. */
export const courseOf = (kind: EntityKind, history: EntityHistory): Course => ({
  entity: history.entity,
  kind: history.kind,
  within: history.within,
  states: mergeEqual(
    statesOf(history).map(({ from, value }) => ({ from, value: reducedRun(kind, value) })),
    sameRun,
  ),
});
