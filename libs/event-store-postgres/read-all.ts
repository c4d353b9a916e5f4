import { position, type EventStore, type Position } from '#event-store';
import { type Pool } from 'pg';
import { translateError } from './errors.js';
import { columns, toStoredEvent, type EventRow } from './rows.js';

const sql = `select ${columns} from ledger.events where events.position > $1 order by events.position limit $2`;

/** Reads one page of the ledger. Dense positions make a page complete: what is later committed stands later. */
export const readAll =
  (pool: Pool): EventStore['readAll'] =>
  async ({ after, limit }) => {
    try {
      const { rows } = await pool.query<EventRow>({
        name: 'ledger-read-all',
        text: sql,
        values: [after ?? '0', limit],
      });
      return rows.map(toStoredEvent);
    } catch (error) {
      throw translateError(error, false);
    }
  };

/** The last position, or null of an empty ledger. */
export const head = (pool: Pool) => async (): Promise<Position | null> => {
  try {
    const { rows } = await pool.query<{ position: string }>('select position::text as "position" from ledger.head');
    const last = rows[0]?.position ?? '0';
    return last === '0' ? null : position(last);
  } catch (error) {
    throw translateError(error, false);
  }
};
