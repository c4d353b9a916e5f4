import { type ClientBase, type Pool } from 'pg';
import { type Position } from '#event-store';
import { type Checkpoint } from '../fact-base.js';
import { type FactsSchema, fromRow, toRow } from './rows.js';

/** The checkpoint with the number of its event (0: none) and, where the projection has stopped, why. */
export interface NumberedCheckpoint extends Checkpoint {
  readonly seq: number;
  readonly stopped: string | null;
}

interface CheckpointRow {
  readonly seq: number;
  readonly position: Position | null;
  readonly recorded: number;
  readonly stopped: string | null;
}

const toCheckpoint = ({ seq, position, recorded, stopped }: CheckpointRow): NumberedCheckpoint => ({
  seq,
  position,
  recorded: fromRow(recorded),
  stopped,
});

const read = (schema: FactsSchema): string => `select seq, position, recorded, stopped from ${schema}.checkpoint`;

/** Another owner has written since this one read the checkpoint. Expected of two owners: read again and go on. */
export class LostPlaceError extends Error {
  constructor() {
    super('another owner of the projection was first');
    this.name = 'LostPlaceError';
  }
}

/** How far the tables have come. */
export const readCheckpoint = async (client: ClientBase | Pool, schema: FactsSchema): Promise<NumberedCheckpoint> => {
  const { rows } = await client.query<CheckpointRow>({ name: `${schema}-checkpoint`, text: read(schema) });
  return toCheckpoint(rows[0] as CheckpointRow);
};

/**
 * Begins a transaction's work: locks the checkpoint, so that nobody else writes rows and no rebuild switches the tables
 * before the commit. Throws `LostPlaceError` where it is not the expected one any more.
 */
export const lockCheckpoint = async (client: ClientBase, schema: FactsSchema, seq: number): Promise<void> => {
  const text = `select from ${schema}.checkpoint where seq = $1 for update`;
  const { rowCount } = await client.query({ name: `${schema}-lock-checkpoint`, text, values: [seq] });
  if (rowCount !== 1) throw new LostPlaceError();
};

/** Ends a transaction's work: moves the checkpoint, from exactly where it was. */
export const moveCheckpoint = async (
  client: ClientBase,
  schema: FactsSchema,
  [from, to]: readonly [NumberedCheckpoint, NumberedCheckpoint],
): Promise<void> => {
  const { rowCount } = await client.query({
    name: `${schema}-move-checkpoint`,
    text: `update ${schema}.checkpoint set seq = $2, position = $3, recorded = $4, stopped = null where seq = $1`,
    values: [from.seq, to.seq, to.position, toRow(to.recorded)],
  });
  if (rowCount !== 1) throw new LostPlaceError();
};

/** Says for all to see why the projection has stopped. */
export const markStopped = async (pool: Pool, schema: FactsSchema, reason: string): Promise<void> => {
  await pool.query(`update ${schema}.checkpoint set stopped = $1`, [reason.slice(0, 2000)]);
};
