import { type EventStore, type StoredEvent } from '#event-store';
import { type Pool } from 'pg';
import { translateError } from './errors.js';
import { columns, toStoredEvent, type EventRow } from './rows.js';

const sql = `select ${columns} from ledger.events where stream = $1 and version >= $2 order by version`;

/** Reads one stream in order of version. */
export const readStream =
  (pool: Pool): EventStore['readStream'] =>
  async (stream, options): Promise<readonly StoredEvent[]> => {
    try {
      const values = [stream, options?.fromVersion ?? 1];
      const { rows } = await pool.query<EventRow>({ name: 'ledger-read-stream', text: sql, values });
      return rows.map(toStoredEvent);
    } catch (error) {
      throw translateError(error, false);
    }
  };
