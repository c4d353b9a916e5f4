import { type EntityState } from '#history';
import { carries, tallyOf } from '../decision/transitions.js';
import { integerAt, objectAt, objectsAt, textAt } from '../kinds/read.js';
import { type IllegalStep } from './judge.js';
import { type Refusal, refusal } from './refusal.js';

type Explain = (step: IllegalStep, state: EntityState | null) => Refusal | null;

const transfer: Explain = ({ fact }, state) => {
  const to = textAt(fact.data, 'to');
  return to === textAt(state, 'holder') ? refusal('transfer-to-holder', { to }) : null;
};

const offer: Explain = ({ history }, state) =>
  state && !objectAt(state, 'offered') ? refusal('no-offer', { entity: history.entity }) : null;

const move: Explain = ({ fact, history }, state) => {
  const { data } = fact;
  if (textAt(data, 'from') === textAt(data, 'to')) return refusal('budget-to-itself', { entity: history.entity });
  const total = integerAt(objectAt(state, 'computed'), 'total');
  const amount = integerAt(data, 'amount') ?? 0;
  const out = history.entity.endsWith(`/${textAt(data, 'from')}`);
  return out && total !== null && total < amount ? refusal('budget-below-zero', { entity: history.entity }) : null;
};

const vote: Explain = ({ fact }, state) => {
  const seat = textAt(fact.data, 'seat');
  if (state?.status !== 'requested') return null;
  if (Object.hasOwn(objectAt(state, 'votes') ?? {}, seat)) return refusal('seat-voted-already', { seat });
  const listed = objectsAt(state, 'seats');
  return listed.some((entry) => entry['seat'] === seat && entry['votes'] === true)
    ? null
    : refusal('seat-without-vote', { seat });
};

const outcome: Explain = ({ fact }, state) => {
  const tally = tallyOf(state);
  if (state?.status !== 'requested' || carries(tally, textAt(fact.data, 'outcome'))) return null;
  return refusal('votes-missing', { ...tally });
};

/** Event types whose illegal steps a named rule explains. */
const explanations: ReadonlyMap<string, Explain> = new Map([
  ['responsibility-transferred', transfer],
  ['transfer-offered', transfer],
  ['transfer-accepted', offer],
  ['transfer-declined', offer],
  ['measure-handover-accepted', offer],
  ['measure-handover-declined', offer],
  ['budget-moved', move],
  ['vote-cast', vote],
  ['decision-recorded', outcome],
]);

/** The refusal of a step that does not fit: by the named rule that it breaks, else by its table. */
export const refusalOfStep = (step: IllegalStep): Refusal => {
  const { fact, history } = step;
  const state = history.placed.at(-1)?.state ?? null;
  const explained = explanations.get(fact.type)?.(step, state) ?? null;
  const fields = { entity: history.entity, event: fact.type, id: fact.id, status: state?.status ?? '-' };
  return explained ?? refusal('illegal-step', fields);
};
