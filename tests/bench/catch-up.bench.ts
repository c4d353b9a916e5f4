import { setTimeout as delay } from 'node:timers/promises';
import Cursor from 'pg-cursor';
import { catchUp, type EventStore } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { type Pool } from 'pg';
import { anEvent } from '../support/events.js';
import { atLeast, describeRates, race, ratio, type Bench } from './bench.js';

const total = 50_000;
const batchSize = 500;
const rounds = 9;

const fill = async (store: EventStore): Promise<void> => {
  for (let n = 0; n < total / 500; n += 1) {
    const stream = `measure-bench/${n}`;
    const events = Array.from({ length: 500 }, (_, i) =>
      anEvent(stream, { n, i, note: 'Käynnistyy kesäkuussa 2021.' }),
    );
    await store.append({ stream, expectedVersion: 0, events });
  }
};

/** Hands every event over; `parse`: and asks each for its value, which is made of its text only then. */
const readWithStore = async (store: EventStore, parse: boolean): Promise<number> => {
  let read = 0;
  await catchUp(store, { after: null, batchSize }, async (events) => {
    for (const event of events) if (!parse || event.envelope.type === 'measure-started') read += 1;
  });
  return read;
};

/** The least that a reader over the same rows can do; `parse`: and make values of the texts, as any reader must. */
const readWithCursor = async (pool: Pool, parse: boolean): Promise<number> => {
  const client = await pool.connect();
  const cursor = client.query(
    new Cursor<{ text: string }>('select position, version, text from ledger.events order by position'),
  );
  let read = 0;
  for (;;) {
    const rows = await cursor.read(batchSize);
    if (rows.length === 0) break;
    for (const row of rows)
      if (!parse || (JSON.parse(row.text) as { type: string }).type === 'measure-started') read += 1;
  }
  await cursor.close();
  client.release();
  return read;
};

/** Reading the whole ledger from the start, as a projection that is rebuilt does. */
export const catchUpBench: Bench = {
  name: 'catch-up',
  run: async ({ createDatabase, say }) => {
    const { pool, ownerPool } = await createDatabase();
    const store = createPostgresEventStore({ pool });
    say(`catch-up: writing ${total} events`);
    await fill(store);
    await ownerPool.query('vacuum analyze ledger.events');
    await delay(200);
    say(`catch-up: reading, ${rounds} rounds`);
    const rates = await race(
      [
        { name: 'vaihe', work: () => readWithStore(store, false) },
        { name: 'vaihe that parses', work: () => readWithStore(store, true) },
        { name: 'bare cursor', work: () => readWithCursor(pool, false) },
        { name: 'cursor that parses', work: () => readWithCursor(pool, true) },
      ],
      rounds,
    );
    await store.close();
    const detail = describeRates(rates, 'events/s');
    return {
      figures: [
        atLeast('texts only, by a bare cursor over the same rows', ratio(rates, 'vaihe', 'bare cursor'), 0.8, detail),
        {
          what: 'with every value made, by a cursor that parses the texts',
          value: ratio(rates, 'vaihe that parses', 'cursor that parses'),
          unit: 'x',
          target: null,
          detail,
        },
      ],
      limits:
        'One core of this process: the driver makes rows of bytes and JSON.parse makes values of texts, while the server ' +
        'works ahead on the next page.',
    };
  },
};
