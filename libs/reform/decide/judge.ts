import { type Envelope, type EventDraft, type StoredEvent, position } from '#event-store';
import {
  type Day,
  type EffectiveFact,
  type EntityHistory,
  type EntityId,
  type LedgerEvent,
  effectiveFacts,
  foldEntities,
  iso,
  ledgerEvent,
  ledgerEvents,
} from '#history';
import { reformDomain } from '../reform-domain.js';

/** A stream as a command would leave it. */
export interface Judged {
  readonly facts: readonly EffectiveFact[];
  readonly entities: ReadonlyMap<EntityId, EntityHistory>;
}

// Above every position of a ledger, for events that have none yet.
const beyond = 10n ** 19n;

const stand = { actor: '', actingFor: null, command: { id: '', fingerprint: '' }, correlation: '', release: '' };

/** Id by which the n-th event of a command is known while it is judged. */
export const idOfDraft = (index: number): string => `draft-${index}`;

/** The drafts as if they were recorded after the stream's last event. */
const ledgerDrafts = (
  drafts: readonly EventDraft[],
  stream: string,
  today: Day,
  previous: Day,
): readonly LedgerEvent[] => {
  const recordedAt = `${iso(today)}T00:00:00.000+02:00`;
  return drafts.map((draft, index) => {
    const envelope: Envelope = { ...stand, ...draft, id: idOfDraft(index), stream, recordedAt };
    return ledgerEvent({ position: position(beyond + BigInt(index)), envelope }, previous);
  });
};

const judged = (events: readonly LedgerEvent[]): Judged => {
  const facts = effectiveFacts(events, reformDomain, { basis: 'ledger', day: Infinity });
  return { facts, entities: foldEntities(reformDomain, facts) };
};

/** A stream before and after a command: all that is recorded, and what the drafts would make of it. */
export const judge = (
  history: readonly StoredEvent[],
  command: { readonly stream: string; readonly drafts: readonly EventDraft[]; readonly today: Day },
): { readonly before: Judged; readonly after: Judged } => {
  const recorded = ledgerEvents(history);
  const previous = recorded.at(-1)?.recorded ?? -Infinity;
  const drafts = ledgerDrafts(command.drafts, command.stream, command.today, previous);
  return { before: judged(recorded), after: judged([...recorded, ...drafts]) };
};

/** A step that does not fit. */
export interface IllegalStep {
  readonly fact: EffectiveFact;
  readonly history: EntityHistory;
}

const stepsOf = ({ entities }: Judged): ReadonlyMap<string, IllegalStep> =>
  new Map(
    [...entities.values()].flatMap((history) =>
      history.illegal.map((fact) => [`${history.entity} ${fact.id}`, { fact, history }] as const),
    ),
  );

/** Illegal steps that the command adds, compared by the event that does not fit (semantics, rule 6). */
export const addedIllegalSteps = (before: Judged, after: Judged): readonly IllegalStep[] => {
  const known = stepsOf(before);
  return [...stepsOf(after)].filter(([key]) => !known.has(key)).map(([, step]) => step);
};
