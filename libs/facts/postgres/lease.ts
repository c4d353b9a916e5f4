import { type Pool } from 'pg';
import { type FactsSchema } from './rows.js';

/** Milliseconds for which a lease holds; its holder renews it three times in that time. */
export const leaseMilliseconds = 9000;

/**
 * Takes or renews the lease on running the projection; false where another holds it. It only spares two owners from
 * working in vain: what keeps them from harm is the checkpoint.
 */
export const takeLease = async (pool: Pool, schema: FactsSchema, owner: string): Promise<boolean> => {
  const { rowCount } = await pool.query({
    name: `${schema}-take-lease`,
    text: `update ${schema}.lease set owner = $1, until = clock_timestamp() + $2 * interval '1 millisecond'
      where owner = $1 or until < clock_timestamp()`,
    values: [owner, leaseMilliseconds],
  });
  return rowCount === 1;
};

/** Gives the lease back, so that another need not wait for its end. */
export const giveLease = async (pool: Pool, schema: FactsSchema, owner: string): Promise<void> => {
  await pool.query(`update ${schema}.lease set owner = null, until = '-infinity' where owner = $1`, [owner]);
};
