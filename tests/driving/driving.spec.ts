import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DriverDeps, caseStream, driveCase, recordsIn } from '#cases';
import { day, iso } from '#history';
import { type RecordData } from '#workflow';
import { type MemoryRuntime, createMemoryRuntime } from '../support/memory-runtime.js';
import { record, startSmallCase } from '../support/small-case.js';

const programme = 'made-up';

const deps = (runtime: MemoryRuntime): DriverDeps => ({
  ...runtime.commands,
  facts: runtime.facts,
  day: runtime.today,
});

/** What the case's stream holds, without ids and positions: what one effect is. */
const effects = async (runtime: MemoryRuntime): Promise<readonly (readonly unknown[])[]> =>
  recordsIn(await runtime.store.readStream(caseStream(programme))).map(({ type, data }) => [
    type,
    data.item,
    data.was,
    data.is,
    data.since,
    data.daysLate,
  ]);

const lawEvents = ['government-proposal-submitted', 'laws-passed', 'laws-ratified', 'laws-in-force'] as const;

/** A course of law-making: what was recorded on which day, some of it long after it happened. */
const anyCourse = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 90 }), late: fc.integer({ min: 0, max: 60 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows) => {
    let on = day('2021-01-01');
    return rows.map(({ gap, late }, index) => {
      on += gap;
      return { type: lawEvents[index] as string, occurred: iso(on), recorded: iso(on + late) };
    });
  })
  .map((rows) => [...rows].sort((a, b) => (a.recorded < b.recorded ? -1 : 1)));

type Course = readonly { readonly type: string; readonly occurred: string; readonly recorded: string }[];

/** Plays a course, driving as told after each event. */
const play = async (course: Course, drive: (runtime: MemoryRuntime) => Promise<void>): Promise<MemoryRuntime> => {
  const runtime = createMemoryRuntime('2021-01-01');
  await startSmallCase(runtime, programme, '2021-01-01');
  await runtime.read();
  await drive(runtime);
  for (const { type, occurred, recorded } of course) {
    if (day(recorded) > runtime.today()) runtime.setDay(recorded);
    await record(runtime, { stream: 'reform-made-up', type, occurred, data: {} });
    await runtime.read();
    await drive(runtime);
    await runtime.read();
  }
  return runtime;
};

const once = async (runtime: MemoryRuntime): Promise<void> => {
  await driveCase(deps(runtime), programme);
};

describe('driving a case', () => {
  it('rule 12: a second reconcile writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (course) => {
        const runtime = await play(course, once);
        const head = await runtime.store.head();
        const again = await driveCase(deps(runtime), programme);
        expect(again?.records).toEqual([]);
        expect(await runtime.store.head()).toBe(head);
      }),
      { numRuns: 100 },
    );
  });

  it('rule 13: two drivers racing record what one records', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, fc.integer({ min: 2, max: 4 }), async (course, drivers) => {
        const racing = await play(course, async (runtime) => {
          await Promise.all(Array.from({ length: drivers }, () => driveCase(deps(runtime), programme)));
        });
        expect(await effects(racing)).toEqual(await effects(await play(course, once)));
      }),
      { numRuns: 100 },
    );
  });

  it('rule 11: a clock set back records nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, fc.integer({ min: 1, max: 3000 }), async (course, back) => {
        const runtime = await play(course, once);
        const head = await runtime.store.head();
        runtime.setDay(iso(runtime.today() - back));
        expect((await driveCase(deps(runtime), programme))?.records).toEqual([]);
        expect(await runtime.store.head()).toBe(head);
      }),
      { numRuns: 100 },
    );
  });

  it('rule 13: a case that was never driven until the end ends in the same states', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (course) => {
        const last = (runtime: MemoryRuntime) => async (): Promise<Record<string, unknown>> =>
          Object.fromEntries(
            recordsIn(await runtime.store.readStream(caseStream(programme))).map(({ data }) => [
              data.item,
              [data.is, data.since],
            ]),
          );
        const late = await play(course, async () => undefined);
        await once(late);
        expect(await last(late)()).toEqual(await last(await play(course, once))());
      }),
      { numRuns: 100 },
    );
  });

  it('rules 4, 8, 14: a correction shuts what it unsays, and the record cites it', async () => {
    const runtime = await play([{ type: 'laws-passed', occurred: '2021-06-23', recorded: '2021-06-23' }], once);
    const [passed] = await runtime.store.readStream('reform-made-up');
    const correction = await record(runtime, {
      stream: 'reform-made-up',
      type: 'event-corrected',
      occurred: '2021-06-24',
      data: {
        target: passed?.envelope.id ?? '',
        schema: 1,
        data: {},
        reason: { text: 'x', digest: 'y', language: 'en' },
      },
    });
    await runtime.read();
    await once(runtime);
    const records = recordsIn(await runtime.store.readStream(caseStream(programme)));
    expect(records.map(({ type, data }) => [type, data.item])).toEqual([
      ['phase-opened', 'phase:before-government-proposal'],
      ['phase-opened', 'phase:after-laws-passed'],
      ['phase-shut', 'phase:after-laws-passed'],
    ]);
    const { because, cause } = records[2]?.data as RecordData;
    expect(because).toContain(correction);
    expect(cause).toEqual({ event: correction });
  });

  it('rule 14: what a retraction shuts cites the retraction', async () => {
    const runtime = await play([{ type: 'laws-passed', occurred: '2021-06-23', recorded: '2021-06-23' }], once);
    const [passed] = await runtime.store.readStream('reform-made-up');
    const retraction = await record(runtime, {
      stream: 'reform-made-up',
      type: 'event-retracted',
      data: { target: passed?.envelope.id ?? '', reason: { text: 'x', digest: 'y', language: 'en' } },
    });
    await runtime.read();
    await once(runtime);
    const last = recordsIn(await runtime.store.readStream(caseStream(programme))).at(-1);
    expect([last?.type, last?.data.item]).toEqual(['phase-shut', 'phase:after-laws-passed']);
    expect(last?.data.because).toContain(retraction);
    expect(last?.data.cause).toEqual({ event: retraction });
  });
});
