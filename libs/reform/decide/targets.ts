import { type EventDraft, type StoredEvent } from '#event-store';
import { catalogue } from '../catalogue/catalogue.js';
import { checkRestated } from '../catalogue/check-draft.js';
import { textAt } from '../kinds/read.js';
import { type Refusal, refusal, refusalOfProblems } from './refusal.js';

const isChange = (type: string): boolean => type === 'event-corrected' || type === 'event-retracted';

const refusalOfTarget = (history: readonly StoredEvent[], target: string): Refusal | null => {
  const found = history.find(({ envelope }) => envelope.id === target);
  if (!found) return refusal('unknown-target', { target });
  const nature = catalogue.get(found.envelope.type)?.nature;
  if (nature !== 'fact' && nature !== 'directive') return refusal('target-not-original', { target });
  const retracted = history.some(
    ({ envelope }) => envelope.type === 'event-retracted' && textAt(envelope.data, 'target') === target,
  );
  return retracted ? refusal('target-retracted', { target }) : null;
};

const restated = (history: readonly StoredEvent[], draft: EventDraft, index: number): Refusal | null => {
  const target = history.find(({ envelope }) => envelope.id === draft.data['target']);
  const definition = target && catalogue.get(target.envelope.type);
  if (!definition || draft.type !== 'event-corrected') return null;
  return refusalOfProblems(checkRestated(draft, definition).map((problem) => ({ ...problem, event: index })));
};

/** Why the corrections and retractions of a command are not accepted: their target, or what they state anew. */
export const checkTargets = (history: readonly StoredEvent[], drafts: readonly EventDraft[]): Refusal | null => {
  for (const [index, draft] of drafts.entries()) {
    if (!isChange(draft.type)) continue;
    const refused = refusalOfTarget(history, textAt(draft.data, 'target')) ?? restated(history, draft, index);
    if (refused) return refused;
  }
  return null;
};
