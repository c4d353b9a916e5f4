import { type EntityHistory, isoOfDay } from '#history';
import { type Judged, idOfDraft } from '../decide/judge.js';
import { type Refusal, refusal } from '../decide/refusal.js';

/**
 * Nothing new happens in a closed programme; what certainly happened before may still be told, and corrections and
 * retractions (of the closing too) are open.
 */
export const checkClosing = (programme: EntityHistory | undefined, after: Judged, drafts: number): Refusal | null => {
  const closing = programme?.placed.findLast(({ fact }) => fact.type === 'programme-closed');
  if (!closing || programme?.placed.at(-1)?.state.status !== 'closed') return null;
  const fresh = new Set(Array.from({ length: drafts }, (_, index) => idOfDraft(index)));
  const late = after.facts.some(
    ({ id, nature, interval }) => nature === 'fact' && fresh.has(id) && interval.latest >= closing.interval.earliest,
  );
  const closed = closing.fact.occurred ?? isoOfDay(closing.interval.latest) ?? '-';
  return late ? refusal('programme-closed', { programme: programme.entity, closed }) : null;
};
