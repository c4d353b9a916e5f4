import { type ClientBase, type Pool } from 'pg';
import { comparePositions } from '#event-store';
import { type Domain, type EntityHistory, type Known, courseOf, stateAt } from '#history';
import { boundedDomain } from '../bounded-domain.js';
import { type EntityFilter, type FactBase, type Slice } from '../fact-base.js';
import { readCheckpoint } from './checkpoint-row.js';
import { readEffective, readHistories, readRecords, readRetractions } from './read-events.js';
import { readMoment } from './read-moment.js';
import { type Reading, readCourses, readNumbers, readSlices, readStale } from './read-rows.js';
import { type FactsSchema } from './rows.js';

export interface PostgresFactBaseOptions {
  readonly pool: Pool;
  readonly domain: Domain;
  /** Which tables; those of the live projection by default. */
  readonly schema?: FactsSchema;
}

/** Milliseconds between two looks at the checkpoint while somebody waits for a position. */
const look = 5;

const now: Known = { basis: 'ledger', day: Infinity };

const byId = <T extends { readonly entity: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.entity < b.entity ? -1 : 1));

// Look-ups by index are what the tables are made for; they lie in memory or on a disk without a head.
const settings = 'set local random_page_cost = 1.1';

/**
 * One transaction, one snapshot. It begins by locking the checkpoint's table against a rebuild, which takes that lock
 * first of all when it switches tables: so no reading sees tables of two builds. Both in one round trip, and the snapshot
 * is taken after the lock.
 */
const inSnapshot = async <T>(
  { pool, schema }: { readonly pool: Pool; readonly schema: FactsSchema },
  read: (client: ClientBase) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query(
      `begin isolation level repeatable read read only; ${settings}; lock table ${schema}.checkpoint in access share mode`,
    );
    const result = await read(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
};

const happened = ({ run }: Slice): boolean => run.some((state) => state !== null);

/** The fact base on the tables that its projection keeps; see `FactBase`. Errors of the database come as they are. */
export const createPostgresFactBase = (options: PostgresFactBaseOptions): FactBase => {
  const { pool, schema = 'facts_1' } = options;
  const domain = boundedDomain(options.domain);

  const at = <T>(known: Known, read: (reading: Reading) => Promise<T>): Promise<T> =>
    inSnapshot({ pool, schema }, async (client) =>
      read({ client, schema, moment: await readMoment(client, schema, known) }),
    );

  const folded = async (reading: Reading, filter: EntityFilter): Promise<readonly EntityHistory[]> =>
    readHistories(reading, domain, [await readStale(reading, filter), filter]);

  const courses = (filter: EntityFilter, known: Known) =>
    at(known, async (reading) => {
      const stale = (await folded(reading, filter)).filter(({ placed }) => placed.length > 0);
      const courseOfStale = (history: EntityHistory) =>
        courseOf(domain.kinds[history.kind] as Domain['kinds'][string], history);
      return byId([...(await readCourses(reading, filter)), ...stale.map(courseOfStale)]);
    });

  const checkpoint: FactBase['checkpoint'] = async () => {
    const { position, recorded } = await readCheckpoint(pool, schema);
    return { position, recorded };
  };

  const hasRead = async (position: Parameters<FactBase['waitFor']>[0]): Promise<'yes' | 'no' | 'stopped'> => {
    const { position: last, stopped } = await readCheckpoint(pool, schema);
    if (last !== null && comparePositions(last, position) >= 0) return 'yes';
    return stopped === null ? 'no' : 'stopped';
  };

  return {
    checkpoint,
    courses,
    resolve: (known) => at(known, async ({ moment: { basis, day, position } }) => ({ basis, day, position })),
    slices: (filter, on, known) =>
      at(known, async (reading) => {
        const stale = (await folded(reading, filter)).map((history): Slice => {
          const { entity, kind, within } = history;
          return { entity, kind, within, run: stateAt(history, on) };
        });
        return byId([...(await readSlices(reading, filter, on)), ...stale.filter(happened)]);
      }),
    histories: (filter, known) =>
      at(known, async (reading) => readHistories(reading, domain, [await readNumbers(reading, filter), filter])),
    facts: (filter, known) =>
      at(known, async (reading) => {
        const facts = await readEffective(reading, domain, ['fact', filter]);
        return facts
          .map((fact) => ({ fact, touches: domain.touches(fact) }))
          .filter(({ touches }) => !filter.entities || touches.some(({ entity }) => filter.entities?.includes(entity)));
      }),
    directives: ({ streams, types }, known) =>
      at(known, (reading) =>
        readEffective(reading, domain, ['directive', { ...(streams && { streams }), ...(types && { types }) }]),
      ),
    records: (streams, known) => at(known, (reading) => readRecords(reading, streams)),
    retractions: (streams, known) => at(known, (reading) => readRetractions(reading, streams)),
    entities: async (filter) =>
      (await courses(filter, now)).map(({ entity, kind, within }) => ({ entity, kind, within })),
    status: async () => {
      const { position, recorded, stopped } = await readCheckpoint(pool, schema);
      const reached = { position, recorded };
      return stopped === null
        ? { state: 'live', checkpoint: reached }
        : { state: 'stopped', checkpoint: reached, reason: stopped };
    },
    waitFor: async (position, timeoutMs) => {
      const end = performance.now() + timeoutMs;
      for (;;) {
        const answer = await hasRead(position);
        if (answer !== 'no') return answer === 'yes';
        if (performance.now() >= end) return false;
        await new Promise((resolve) => setTimeout(resolve, look));
      }
    },
  };
};
