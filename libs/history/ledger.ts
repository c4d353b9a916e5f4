import { type Envelope, type Position, type StoredEvent } from '#event-store';
import { type Day, dayOfStamp, parseDay } from './day.js';

/** An event with the day on which the ledger learned it, made monotone along the ledger (rule 2). */
export interface LedgerEvent {
  readonly position: Position;
  /** `recorded(p) = max(stamp(p), recorded(p-1))`, as a civil day. */
  readonly recorded: Day;
  /** `min(known_from, recorded)`; without a source, recorded. */
  readonly learned: Day;
  readonly envelope: Envelope;
}

/** The next event of the ledger after one recorded on `previous` (`-Infinity` at the start). */
export const ledgerEvent = (stored: Pick<StoredEvent, 'position' | 'envelope'>, previous: Day): LedgerEvent => {
  const { position, envelope } = stored;
  const recorded = Math.max(dayOfStamp(envelope.recordedAt), previous);
  const knownFrom = envelope.learned === null ? null : parseDay(envelope.learned);
  return { position, recorded, learned: Math.min(knownFrom ?? recorded, recorded), envelope };
};

/** The events of a whole ledger in order, from its start. */
export const ledgerEvents = (stored: readonly Pick<StoredEvent, 'position' | 'envelope'>[]): readonly LedgerEvent[] => {
  let previous = -Infinity;
  return stored.map((event) => {
    const next = ledgerEvent(event, previous);
    previous = next.recorded;
    return next;
  });
};
