import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EventStore, type StoredEvent, createMemoryEventStore, position } from '#event-store';
import { type Known, ledgerEvents } from '#history';
import { type TestDatabase, createDatabase } from '../../../tests/support/database.js';
import { type FactBase } from '../fact-base.js';
import { type Said, anyMoment, anySayings, shelfDomain, storedOf } from '../facts.fixture.js';
import { createMemoryFactBase } from '../memory-fact-base.js';
import { catchUpTables } from './catch-up.js';
import { createPostgresFactBase } from './postgres-fact-base.js';
import { boundedDomain } from '../bounded-domain.js';
import { type Intake } from './take-in.js';

const seed = { seed: Number(process.env['FC_SEED'] ?? Date.now()) };

let database: TestDatabase;
let factBase: FactBase;
let intake: Intake;

beforeAll(async () => {
  database = await createDatabase();
  factBase = createPostgresFactBase({ pool: database.pool, domain: shelfDomain });
  intake = { pool: database.pool, schema: 'facts_1', domain: boundedDomain(shelfDomain) };
});

afterAll(() => database.drop());

const tables = [
  ...['event', 'entity', 'entity_within', 'touch', 'part'],
  ...['state_ledger', 'state_source', 'course_ledger', 'course_source'],
];

/** Deleting some rows takes a tenth of the time of truncating tables. */
const clear = () =>
  database.ownerPool.query(
    `${tables.map((table) => `delete from facts_1.${table};`).join(' ')}
     update facts_1.checkpoint set seq = 0, position = null, recorded = -2147483648, stopped = null`,
  );

beforeEach(clear);

/** A ledger that holds these events, as a store shows them. */
const storeOf = async (stored: readonly StoredEvent[]): Promise<EventStore> => {
  const store = createMemoryEventStore();
  for (const { envelope, version } of stored)
    await store.append({ stream: envelope.stream, expectedVersion: version - 1, events: [envelope] });
  return store;
};

/** Every question of the port, at one moment. */
const ask = async (base: FactBase, on: number, known: Known) => ({
  moment: await base.resolve(known),
  slices: await base.slices({}, on, known),
  courses: await base.courses({}, known),
  some: [
    await base.slices({ kinds: ['thing'], within: { shelf: '1', room: 'a' } }, on, known),
    await base.slices({ within: { shelf: '2' } }, on, known),
    await base.courses({ entities: ['thing:b', 'shelf:1', 'thing:never'] }, known),
    await base.histories({ kinds: ['thing'], within: { shelf: '1' } }, known),
    await base.histories({ entities: ['thing:a', 'shelf:2'] }, known),
    await base.facts({ streams: ['shelf-1'], types: ['thing-planned', 'thing-noted'] }, known),
    await base.facts({ entities: ['thing:a'] }, known),
  ],
  histories: await base.histories({}, known),
  facts: await base.facts({}, known),
  directives: await base.directives({ types: ['thing-ordered'] }, known),
  records: await base.records(['shelf-1', 'shelf-2'], known),
  retractions: await base.retractions(['shelf-1', 'shelf-2'], known),
});

const anyKnown: fc.Arbitrary<Known> = fc
  .record({
    basis: fc.constantFrom('ledger' as const, 'source' as const),
    day: fc.oneof({ weight: 6, arbitrary: anyMoment }, { weight: 1, arbitrary: fc.constantFrom(-Infinity, Infinity) }),
    through: fc.option(fc.integer({ min: 0, max: 16 }), { freq: 2 }),
  })
  .map(({ basis, day, through }) => ({ basis, day, ...(through === null ? {} : { through: position(through) }) }));

describe('the fact base on PostgreSQL', () => {
  it('rules 2, 4, 5: answers every question as the fold does, however the ledger came in', async () => {
    await fc.assert(
      fc
        .asyncProperty(
          anySayings(),
          fc.constantFrom(1, 3, 14),
          fc.array(fc.tuple(anyMoment, anyKnown), { minLength: 3, maxLength: 3 }),
          async (sayings, perTransaction, questions) => {
            const stored = storedOf(sayings);
            const oracle = createMemoryFactBase(shelfDomain, ledgerEvents(stored));
            await catchUpTables(intake, { store: await storeOf(stored), perTransaction, pageSize: 3 });
            expect(await factBase.checkpoint()).toEqual(await oracle.checkpoint());
            expect(await factBase.entities({})).toEqual(await oracle.entities({}));
            for (const [on, known] of questions)
              expect(await ask(factBase, on, known)).toEqual(await ask(oracle, on, known));
          },
        )
        .afterEach(async () => void (await clear())),
      { numRuns: 40, ...seed },
    );
  });

  it('rule 16: a correction leaves every slice at an earlier K as it was (basis ledger)', async () => {
    const on = fc.tuple(anyMoment, fc.integer({ min: 1, max: 12 }));
    await fc.assert(
      fc
        .asyncProperty(anySayings(), fc.array(on, { minLength: 4, maxLength: 4 }), async (sayings, moments) => {
          const stored = storedOf(sayings);
          const half = Math.ceil(stored.length / 2);
          const answers = () =>
            Promise.all(
              moments.map(async ([day, through]) => {
                const at = position(Math.min(through, half));
                return factBase.slices({}, day, { basis: 'ledger', day: Infinity, through: at });
              }),
            );
          await catchUpTables(intake, { store: await storeOf(stored), upTo: half });
          const before = await answers();
          await catchUpTables(intake, { store: await storeOf(stored) });
          expect(await answers()).toEqual(before);
        })
        .afterEach(async () => void (await clear())),
      { numRuns: 25, ...seed },
    );
  });

  it('rule 15: shows by the day learned what has no date, and by every possible state what is not certain', async () => {
    const sayings: readonly Said[] = [
      { type: 'thing-planned', occurred: '2021-03-01', recorded: '2021-05-01', data: { things: ['a'] } },
      { type: 'thing-started', occurred: null, recorded: '2021-05-10', data: { things: ['a'] } },
    ];
    await catchUpTables(intake, { store: await storeOf(storedOf(sayings)) });
    const statusesOn = async (on: number) => {
      const slices = await factBase.slices({ entities: ['thing:a'] }, on, { basis: 'ledger', day: Infinity });
      return slices.map(({ run }) => run.map((state) => state?.status ?? null));
    };
    const first = 18687; // 2021-03-01
    expect(await statusesOn(first - 1)).toEqual([]);
    expect(await statusesOn(first)).toEqual([['planned', 'started']]);
    expect(await statusesOn(first + 69)).toEqual([['planned', 'started']]);
    expect(await statusesOn(first + 70)).toEqual([['started']]);
  });
});
