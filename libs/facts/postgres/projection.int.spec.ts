import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, EventStoreError, createMemoryEventStore, position } from '#event-store';
import { type Known, ledgerEvents } from '#history';
import { type TestDatabase, createDatabase } from '../../../tests/support/database.js';
import { boundedDomain } from '../bounded-domain.js';
import { type FactBase } from '../fact-base.js';
import { type Said, shelfDomain, storedOf } from '../facts.fixture.js';
import { createMemoryFactBase } from '../memory-fact-base.js';
import { catchUpTables } from './catch-up.js';
import { createPostgresFactBase } from './postgres-fact-base.js';
import { type ProjectionOptions, createProjection } from './projection.js';
import { rebuildFactBase } from './rebuild.js';

const now: Known = { basis: 'ledger', day: Infinity };

let database: TestDatabase;
let factBase: FactBase;
let store: EventStore;
let written: number;

beforeEach(async () => {
  database = await createDatabase();
  factBase = createPostgresFactBase({ pool: database.pool, domain: shelfDomain });
  store = createMemoryEventStore();
  written = 0;
});

afterEach(() => database.drop());

const sayings = (count: number): readonly Said[] =>
  Array.from({ length: count }, (_, index) => ({
    type: index % 7 === 0 ? 'thing-planned' : 'thing-noted',
    occurred: '2021-03',
    recorded: '2021-05-01',
    data: { things: [`${index % 5}`], note: `${index}` },
  }));

/** Appends up to so many events in all. */
const write = async (upTo: number): Promise<void> => {
  for (const { envelope, version } of storedOf(sayings(upTo)).slice(written))
    await store.append({ stream: envelope.stream, expectedVersion: version - 1, events: [envelope] });
  written = upTo;
};

const expectAllRead = async (count: number): Promise<void> => {
  const oracle = createMemoryFactBase(shelfDomain, ledgerEvents(storedOf(sayings(count))));
  expect(await factBase.checkpoint()).toEqual(await oracle.checkpoint());
  expect(await factBase.slices({}, 20000, now)).toEqual(await oracle.slices({}, 20000, now));
  expect(await factBase.courses({}, now)).toEqual(await oracle.courses({}, now));
  const { rows } = await database.pool.query('select count(*)::int as events from facts_1.event');
  expect(rows).toEqual([{ events: count }]);
};

const projectionOf = (owner: string, more: Partial<ProjectionOptions> = {}) =>
  createProjection({ pool: database.pool, store, domain: shelfDomain, owner, retryMilliseconds: 20, ...more });

describe('the projection', () => {
  it('catches up and follows, and a reader can wait for its own write', async () => {
    await write(40);
    const stop = new AbortController();
    const running = projectionOf('one').run(stop.signal);
    await write(60);
    const head = (await store.head()) as NonNullable<Awaited<ReturnType<EventStore['head']>>>;
    expect(await factBase.waitFor(head, 30_000)).toBe(true);
    await expectAllRead(60);
    expect(await factBase.status()).toEqual({ state: 'live', checkpoint: await factBase.checkpoint() });
    stop.abort();
    await running;
  });

  it('says in time that a position has not been read', async () => {
    await write(1);
    expect(await factBase.waitFor((await store.head()) as never, 1)).toBe(false);
  });

  it('takes each event once where two owners race past the lease', async () => {
    await write(150);
    const catchUps = ['one', 'two', 'three'].map((owner) =>
      createProjection({ pool: database.pool, store, domain: shelfDomain, owner }),
    );
    // What loses its place wrote nothing; it may try again until all is read.
    const untilRead = async (catchUp: () => Promise<void>): Promise<void> => {
      while ((await factBase.checkpoint()).position !== (await store.head())) await catchUp().catch(ignoreLostPlace);
    };
    await Promise.all(catchUps.map(({ catchUp }) => untilRead(catchUp)));
    await expectAllRead(150);
  });

  it('leaves the work to the holder of the lease, and takes over when it is given back', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const one = projectionOf('one').run(first.signal);
    await write(5);
    expect(await factBase.waitFor((await store.head()) as never, 30_000)).toBe(true);
    const two = projectionOf('two').run(second.signal);
    await write(9);
    expect(await factBase.waitFor((await store.head()) as never, 30_000)).toBe(true);
    const { rows } = await database.pool.query('select owner from facts_1.lease');
    expect(rows).toEqual([{ owner: 'one' }]);
    first.abort();
    await one;
    await write(12);
    expect(await factBase.waitFor((await store.head()) as never, 30_000)).toBe(true);
    second.abort();
    await two;
    await expectAllRead(12);
  });

  it('goes on where it was after a crash between two pages, and within a transaction leaves nothing', async () => {
    await write(50);
    let pages = 0;
    const crashing: Pick<EventStore, 'readAll' | 'capabilities'> = {
      capabilities: store.capabilities,
      readAll: async (options) => {
        pages += 1;
        if (pages > 5) throw new EventStoreError({ code: 'unavailable', message: 'gone' });
        return store.readAll(options);
      },
    };
    const intake = { pool: database.pool, schema: 'facts_1', domain: boundedDomain(shelfDomain) } as const;
    const crashed = catchUpTables(intake, { store: crashing, perTransaction: 20, pageSize: 5 });
    await expect(crashed).rejects.toMatchObject({ code: 'unavailable' });
    await expectAllRead(20);
    await projectionOf('one').catchUp();
    await expectAllRead(50);
  });

  it('stops loudly where the ledger has a gap, and answers that it is incomplete', async () => {
    await write(10);
    const gappy: EventStore = {
      ...store,
      readAll: async (options) => (await store.readAll(options)).filter(({ position }) => position !== '4'),
    };
    const running = projectionOf('one', { store: gappy }).run(new AbortController().signal);
    await expect(running).rejects.toMatchObject({ code: 'gap' });
    expect(await factBase.status()).toMatchObject({ state: 'stopped', reason: expect.stringContaining('3') });
    expect(await factBase.waitFor((await store.head()) as never, 30_000)).toBe(false);
    await projectionOf('two').catchUp();
    expect(await factBase.status()).toMatchObject({ state: 'live' });
  });

  it('never stops on content', async () => {
    const odd: readonly Said[] = [
      {
        type: 'thing-planned',
        recorded: '2021-05-01',
        occurred: 'never',
        data: { things: ['\u0000', 'x'.repeat(9000)] },
      },
      {
        type: 'thing-noted',
        recorded: '2021-05-01',
        occurred: '9999',
        data: { things: [1, null, {}], note: '\u0000' },
      },
      { type: 'event-corrected', recorded: '2021-05-01', data: { target: 'x', data: [] } },
      { type: 'event-retracted', recorded: '2021-05-01', data: { target: null } },
      { type: 'unheard-of', recorded: '0001-01-01', learned: '2021-99-99', data: {} },
    ];
    for (const { envelope, version } of storedOf(odd))
      await store.append({ stream: envelope.stream, expectedVersion: version - 1, events: [envelope] });
    await projectionOf('one').catchUp();
    const oracle = createMemoryFactBase(shelfDomain, ledgerEvents(storedOf(odd)));
    expect(await factBase.courses({}, now)).toEqual(await oracle.courses({}, now));
    expect(await factBase.facts({}, now)).toEqual(await oracle.facts({}, now));
  });
});

describe('a rebuild', () => {
  const rebuild = async () => {
    const { rows } = await database.pool.query<{ role: string }>('select current_user as role');
    const grantTo = rows[0]?.role ?? '';
    return rebuildFactBase({ ownerPool: database.ownerPool, store, domain: shelfDomain, grantTo });
  };

  it('finds nothing different in tables that followed the ledger, and leaves them in use', async () => {
    await write(30);
    await projectionOf('one').catchUp();
    await write(35);
    const report = await rebuild();
    expect(report.events).toBe(35);
    expect(report.differences.filter(({ gone, come }) => gone + come > 0)).toEqual([]);
    await expectAllRead(35);
    await write(40);
    await projectionOf('one').catchUp();
    await expectAllRead(40);
  });

  it('puts right what was damaged, and says where', async () => {
    await write(20);
    await projectionOf('one').catchUp();
    await database.ownerPool.query(`delete from facts_1.state_ledger where known_from = 3`);
    const report = await rebuild();
    expect(report.differences.filter(({ gone, come }) => gone + come > 0)).toEqual([
      { table: 'state_ledger', gone: 0, come: 4 },
    ]);
    await expectAllRead(20);
  });

  it('switches under readers and a running projection', async () => {
    await write(25);
    const stop = new AbortController();
    const running = projectionOf('one').run(stop.signal);
    const through = position(10);
    expect(await factBase.waitFor(through, 30_000)).toBe(true);
    const known: Known = { basis: 'ledger', day: Infinity, through };
    const oracle = createMemoryFactBase(shelfDomain, ledgerEvents(storedOf(sayings(10))));
    const expected = await oracle.histories({}, known);
    const readUntilStopped = async (): Promise<number> => {
      let readings = 0;
      for (; !stop.signal.aborted; readings += 1) expect(await factBase.histories({}, known)).toEqual(expected);
      return readings;
    };
    const readers = [readUntilStopped(), readUntilStopped()];
    try {
      for (let round = 1; round <= 3; round += 1) {
        await write(25 + 10 * round);
        await rebuild();
      }
      await write(60);
      expect(await factBase.waitFor((await store.head()) as never, 30_000)).toBe(true);
    } finally {
      stop.abort();
      await running;
    }
    for (const readings of await Promise.all(readers)) expect(readings).toBeGreaterThan(3);
    await expectAllRead(60);
  });
});

const ignoreLostPlace = (error: unknown): void => {
  if ((error as Error).name !== 'LostPlaceError') throw error;
};
