import { afterAll, describe, expect, test } from '@jest/globals';
import { catchUp, type EventStore } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { migrate } from '#platform';
import { schemas } from '../../apps/schemas.js';
import { createDatabase } from '../support/database.js';
import { anEvent, freshStream, someEvents } from '../support/events.js';
import { refusalOf } from './conformance.js';

const { pool, ownerPool, drop } = await createDatabase();
afterAll(() => drop());

const withStore = async (run: (store: EventStore) => Promise<void>, clock?: () => number): Promise<void> => {
  const store = createPostgresEventStore({ pool, ...(clock === undefined ? {} : { clock }) });
  try {
    await run(store);
  } finally {
    await store.close();
  }
};

const appendOne = (store: EventStore) => {
  const stream = freshStream();
  return store.append({ stream, expectedVersion: 0, events: someEvents(stream, 1) });
};

const codeOf = async (act: Promise<unknown>): Promise<unknown> => {
  try {
    await act;
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return 'done';
};

/** Waits until somebody waits for the lock of the appenders. */
const untilSomebodyWaits = async (): Promise<void> => {
  for (;;) {
    const { rowCount } = await ownerPool.query(`select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`);
    if ((rowCount ?? 0) > 0) return;
  }
};

const takeLock = 'select pg_advisory_lock(7231000004)';
const giveLock = 'select pg_advisory_unlock(7231000004)';

describe('what the ledger refuses', () => {
  test.each([
    `insert into ledger.events select 99, 's', 1, gen_random_uuid(), 't', now(), '{}'`,
    `update ledger.events set text = '{}'`,
    'delete from ledger.events',
    'truncate ledger.events',
    'update ledger.head set position = 0',
    'alter table ledger.events disable trigger all',
    'drop function ledger.append',
    'create table ledger.other ()',
  ])('from the running product: %s', async (sql) => {
    expect(await codeOf(pool.query(sql))).toBe('42501');
  });

  test.each([
    `update ledger.events set text = '{}'`,
    'delete from ledger.events',
    'truncate ledger.events',
    'delete from ledger.head',
    'truncate ledger.head',
  ])('even from its owner: %s', async (sql) => {
    expect(await codeOf(ownerPool.query(sql))).toBe('VA002');
  });
});

describe('the clock', () => {
  test.each([-61_000, 61_000])('a process %d ms off is refused and records nothing', async (off) => {
    await withStore(
      async (store) => {
        const before = await store.head();
        expect(await refusalOf(appendOne(store))).toEqual({
          code: 'clock-skew',
          persistence: 'not-persisted',
          fields: {},
        });
        expect(await store.head()).toBe(before);
      },
      () => Date.now() + off,
    );
  });

  test('half a minute passes', async () => {
    await withStore(
      async (store) => expect(await appendOne(store)).toMatchObject({ status: 'appended' }),
      () => Date.now() + 30_000,
    );
  });
});

describe('why positions are given under a lock', () => {
  test('control: a reader over a sequence loses what commits late', async () => {
    await ownerPool.query('create table public.naive (position bigserial primary key, who text)');
    const [early, late] = [await ownerPool.connect(), await ownerPool.connect()];
    await late.query(`begin; insert into public.naive (who) values ('late')`);
    await early.query(`insert into public.naive (who) values ('early')`);
    const read = async (after: string) =>
      (
        await early.query<{ position: string; who: string }>(
          'select position::text, who from public.naive where position > $1 order by position',
          [after],
        )
      ).rows;
    const first = await read('0');
    await late.query('commit');
    const second = await read(first.at(-1)?.position ?? '0');
    early.release();
    late.release();
    expect([...first, ...second].map(({ who }) => who)).toEqual(['early']);
  });

  test('on the ledger the later one waits, so a reader loses nothing', async () => {
    await withStore(async (store) => {
      const start = await store.head();
      const slow = await pool.connect();
      const stream = freshStream();
      const { id, type, recordedAt } = anEvent(stream);
      await slow.query('begin');
      const values = [new Date(), [stream], [0], [1], [1], [id], [type], [recordedAt], ['{"slow":true}']];
      await slow.query('select ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9)', values);
      const fast = appendOne(store);
      await untilSomebodyWaits();
      expect(await store.readAll({ after: start, limit: 10 })).toEqual([]);
      await slow.query('commit');
      slow.release();
      await fast;
      const read = await store.readAll({ after: start, limit: 10 });
      expect(read.map((event) => BigInt(event.position) - BigInt(start ?? 0))).toEqual([1n, 2n]);
      expect(read[0]?.text).toBe('{"slow":true}');
    });
  });

  test('what is rolled back gives its position back', async () => {
    await withStore(async (store) => {
      const start = await store.head();
      const client = await pool.connect();
      const stream = freshStream();
      const { id, type, recordedAt } = anEvent(stream);
      await client.query('begin');
      const values = [new Date(), [stream], [0], [1], [1], [id], [type], [recordedAt], ['{}']];
      await client.query('select ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9)', values);
      await client.query('rollback');
      client.release();
      await appendOne(store);
      expect(BigInt((await store.head()) ?? 0)).toBe(BigInt(start ?? 0) + 1n);
      await catchUp(store, { after: null }, async () => undefined);
    });
  });
});

describe('connections', () => {
  test('appends made at once go in two transactions, one per sender', async () => {
    await withStore(async (store) => {
      const start = await store.head();
      await Promise.all(Array.from({ length: 32 }, () => appendOne(store)));
      const { rows } = await ownerPool.query(
        'select count(*)::int as events, count(distinct xmin::text)::int as transactions from ledger.events where position > $1',
        [start],
      );
      expect(rows).toEqual([{ events: 32, transactions: 2 }]);
    });
  });

  test('a connection lost in mid-append leaves the outcome unknown, and the same store goes on', async () => {
    await withStore(async (store) => {
      await appendOne(store);
      const before = await store.head();
      const holder = await ownerPool.connect();
      await holder.query(takeLock);
      const lost = refusalOf(appendOne(store));
      await untilSomebodyWaits();
      await ownerPool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`);
      expect(await lost).toEqual({ code: 'unavailable', persistence: 'unknown', fields: {} });
      await holder.query(giveLock);
      holder.release();
      expect(await store.head()).toBe(before);
      expect(await appendOne(store)).toMatchObject({ status: 'appended', version: 1 });
    });
  });

  test('a flush that the server cancels is known not to be persisted', async () => {
    await withStore(async (store) => {
      await appendOne(store);
      const holder = await ownerPool.connect();
      await holder.query(takeLock);
      const lost = refusalOf(appendOne(store));
      await untilSomebodyWaits();
      await ownerPool.query(`select pg_cancel_backend(pid) from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`);
      expect(await lost).toEqual({ code: 'unavailable', persistence: 'not-persisted', fields: {} });
      await holder.query(giveLock);
      holder.release();
      expect(await appendOne(store)).toMatchObject({ status: 'appended' });
    });
  });

  test('a subscription outlives the loss of every connection', async () => {
    await withStore(async (store) => {
      const after = await store.head();
      const end = new AbortController();
      const seen: string[] = [];
      const subscription = store.subscribe({ after, signal: end.signal }, async (events) => {
        seen.push(...events.map((event) => event.envelope.id));
        if (seen.length === 2) end.abort();
      });
      const stream = freshStream();
      const [first, second] = someEvents(stream, 2);
      await store.append({ stream, expectedVersion: 0, events: [first as never] });
      await ownerPool.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and usename is not null`);
      let outcome: unknown = null;
      while (outcome === null)
        outcome = await store.append({ stream, expectedVersion: 1, events: [second as never] }).catch(() => null);
      await subscription;
      expect(seen).toEqual([first?.id, second?.id]);
    });
  });
});

test('migrations that start twice at once run once', async () => {
  const applied = await Promise.all([migrate(ownerPool, schemas), migrate(ownerPool, schemas)]);
  expect(applied).toEqual([0, 0]);
});
