import { type ClientBase } from 'pg';
import { type Position } from '#event-store';
import { type Basis, type Day, type Known } from '#history';
import { type FactsSchema, toRow } from './rows.js';

/** A moment of knowledge as rows are asked for it. */
export interface NumberedMoment {
  readonly basis: Basis;
  readonly day: Day;
  /** Number and position of the last event used. */
  readonly seq: number;
  readonly position: Position | null;
  /** Number of the last event that the tables hold. Rows of basis source follow from all of them. */
  readonly head: number;
}

// Two look-ups by index: the last event recorded by the day, and the last that does not stand after `through`.
const text = (schema: FactsSchema): string => `
  with bound as (
    select least(
      case when $1::int is null then head.seq else coalesce((
        select seq from ${schema}.event where recorded <= $1 order by recorded desc, seq desc limit 1), 0) end,
      case when $2::text is null then head.seq else coalesce((
        select seq from ${schema}.event
        where (major, minor) <= (split_part($2, '/', 1)::numeric, coalesce(nullif(split_part($2, '/', 2), ''), '0')::numeric)
        order by major desc, minor desc limit 1), 0) end
    ) as seq, head.seq as head
    from ${schema}.checkpoint as head
  )
  select bound.seq, bound.head, event.position from bound left join ${schema}.event using (seq)`;

/** Finds the last event that knowledge rests on: on basis ledger the last recorded by K, on basis source the last of all. */
export const readMoment = async (client: ClientBase, schema: FactsSchema, known: Known): Promise<NumberedMoment> => {
  const { basis, day, through = null } = known;
  const { rows } = await client.query<{ seq: number; head: number; position: Position | null }>({
    name: `${schema}-moment`,
    text: text(schema),
    values: [basis === 'ledger' ? toRow(day) : null, through],
  });
  const [row] = rows;
  if (!row) throw new Error(`${schema}.checkpoint has lost its row: rebuild the fact base`);
  return { basis, day, ...row };
};

/** The place of a moment on its basis's axis, as rows hold it; "for good" lies after every one. */
export const placeOf = ({ basis, day, seq }: NumberedMoment): number =>
  basis === 'ledger' ? seq : Math.min(toRow(day), toRow(Infinity) - 1);
