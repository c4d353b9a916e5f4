import { decodeEnvelope, position, type Envelope, type StoredEvent } from '#event-store';

/** The columns that a reader needs; the position as text, so that no driver setting can round it. */
export const columns = 'position::text as "position", version, text';

export interface EventRow {
  readonly position: string;
  readonly version: number;
  readonly text: string;
}

/**
 * An event from its row; the columns beside the text are only for finding it. The text becomes a value when it is first
 * asked for: that takes longer than all the rest of reading, and not every reader needs every event's.
 */
export const toStoredEvent = ({ position: place, version, text }: EventRow): StoredEvent => {
  let envelope: Envelope | null = null;
  return {
    position: position(place),
    version,
    text,
    get envelope() {
      return (envelope ??= decodeEnvelope(text));
    },
  };
};
