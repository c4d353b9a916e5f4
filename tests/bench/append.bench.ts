import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql';
import { type EventStore } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { createPool } from '#platform';
import { type Pool } from 'pg';
import { anEvent } from '../support/events.js';
import { atLeast, describeRates, race, ratio, type Bench, type Contender } from './bench.js';

const rounds = 9;
const writers = 32;
const perWriter = 60;
const alone = 400;

/** An event as long as those of the real input. */
const payload = {
  area: 'county-04',
  name: 'Yhteinen toimintamalli lasten, nuorten ja perheiden palveluille',
  note: 'Käynnistyy kesäkuussa 2021 ja laajenee alueittain vuoden 2022 loppuun mennessä.',
  budget: { amount: 1336000, currency: 'EUR' },
  municipalities: ['049', '257', '755', '235'],
};

// The table that the ledger is compared with: the same columns and indexes, a sequence for the position, no guarantees.
const rawTable = `create table raw (position bigserial primary key, stream text not null, version integer not null,
  id uuid not null unique, type text not null, recorded_at timestamptz not null, text text not null, unique (stream, version))`;
const rawInsert = 'insert into raw (stream, version, id, type, recorded_at, text) values ($1, $2, $3, $4, $5, $6)';

const ours = (store: EventStore) => async (): Promise<void> => {
  const stream = `measure-bench/${randomUUID()}`;
  const outcome = await store.append({ stream, expectedVersion: 0, events: [anEvent(stream, payload)] });
  if (outcome.status !== 'appended') throw new Error('an append of the bench met a conflict');
};

const raw = (pool: Pool) => async (): Promise<void> => {
  const stream = `measure-bench/${randomUUID()}`;
  const event = anEvent(stream, payload);
  const values = [stream, 1, event.id, event.type, event.recordedAt, JSON.stringify(event)];
  await pool.query({ name: 'raw', text: rawInsert, values });
};

const emmett = (store: PostgresEventStore) => async (): Promise<void> => {
  const stream = `measure-bench:${randomUUID()}`;
  await store.appendToStream(stream, [{ type: 'measure-started', data: { ...anEvent(stream, payload) } }], {
    expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
  });
};

const many = (name: string, one: () => Promise<void>, count: number, each: number): Contender => ({
  name,
  work: async () => {
    const writer = async (): Promise<void> => {
      for (let i = 0; i < each; i += 1) await one();
    };
    await Promise.all(Array.from({ length: count }, writer));
    return count * each;
  },
});

/** Appending one event to a new stream, by 32 writers at once and by one. */
export const appendBench: Bench = {
  name: 'append',
  run: async ({ createDatabase, say }) => {
    const { url, pool, ownerPool } = await createDatabase();
    const store = createPostgresEventStore({ pool });
    await ownerPool.query(rawTable);
    const pools = [createPool({ url, max: 10 }), createPool({ url, max: 32 })] as const;
    const other = await createDatabase();
    const rival = getPostgreSQLEventStore(other.url);
    await rival.schema.migrate();

    say(`append: ${writers} writers, ${rounds} rounds`);
    const crowd = await race(
      [
        many('vaihe', ours(store), writers, perWriter),
        many('raw inserts, pool of 10', raw(pools[0]), writers, perWriter),
        many('raw inserts, pool of 32', raw(pools[1]), writers, perWriter),
        many('emmett', emmett(rival), writers, Math.ceil(perWriter / 4)),
      ],
      rounds,
    );
    say(`append: one writer, ${rounds} rounds`);
    const single = await race(
      [
        many('vaihe', ours(store), 1, alone),
        many('raw inserts', raw(pools[0]), 1, alone),
        many('emmett', emmett(rival), 1, alone / 4),
      ],
      rounds,
    );
    await store.close();
    await rival.close();
    for (const each of pools) await each.end();

    const crowdDetail = describeRates(crowd, 'events/s');
    const fastestRaw = Math.min(
      ratio(crowd, 'vaihe', 'raw inserts, pool of 10'),
      ratio(crowd, 'vaihe', 'raw inserts, pool of 32'),
    );
    const singleDetail = describeRates(single, 'events/s');
    return {
      figures: [
        atLeast('32 writers, by emmett', ratio(crowd, 'vaihe', 'emmett'), 5, crowdDetail),
        atLeast('32 writers, by the faster pool of raw inserts', fastestRaw, 1, crowdDetail),
        atLeast('one writer, by emmett', ratio(single, 'vaihe', 'emmett'), 1.5, singleDetail),
        {
          what: 'one writer, by raw inserts',
          value: ratio(single, 'vaihe', 'raw inserts'),
          unit: 'x',
          target: null,
          detail: singleDetail,
        },
      ],
      limits:
        'With 32 writers the processor is the limit: canonical text and the driver in this process, three indexes in the ' +
        "server's. With one writer it is the wait for the disk at each commit, which raw inserts share.",
    };
  },
};
