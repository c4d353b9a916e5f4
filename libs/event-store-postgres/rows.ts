import { decodeEnvelope, position, type StoredEvent } from '#event-store';

/** The columns that a reader needs; the position as text, so that no driver setting can round it. */
export const columns = 'position::text as "position", version, text';

export interface EventRow {
  readonly position: string;
  readonly version: number;
  readonly text: string;
}

/** An event from its row; the columns beside the text are only for finding it. */
export const toStoredEvent = (row: EventRow): StoredEvent => ({
  position: position(row.position),
  version: row.version,
  text: row.text,
  envelope: decodeEnvelope(row.text),
});
