import { type EventDraft, type StreamVersion } from '#event-store';
import { type Day, type EntityHistory, type EntityId } from '#history';

/** What is asked of one stream: new facts, corrections, retractions or directives, judged together. */
export interface ReformCommand {
  readonly stream: string;
  readonly drafts: readonly EventDraft[];
  /** Civil day on which they would be recorded. */
  readonly today: Day;
  /** Version of the stream that the caller saw; not given: whatever it is. */
  readonly expectedVersion?: StreamVersion;
  /**
   * Entities of the other streams of the programme (the programme, its bodies and seats), for rules across streams. They
   * are checked as they stand now, and again by what is derived from the facts.
   */
  readonly context?: ReadonlyMap<EntityId, EntityHistory>;
}
