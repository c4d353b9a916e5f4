import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day, iso, isoOfDay } from './day.js';
import { effectiveFacts } from './effective-facts.js';
import { type EntityHistory } from './entity-history.js';
import { foldEntities } from './fold.js';
import { type Said, lampDomain, ledgerOf } from './history.fixture.js';
import { stateAt, statesOf } from './state-run.js';
import { valueAt } from './steps.js';

const historyOf = (sayings: readonly Said[]): EntityHistory => {
  const facts = effectiveFacts(ledgerOf(sayings), lampDomain, { basis: 'ledger', day: day('2030-01-01') });
  const history = foldEntities(lampDomain, facts).get('lamp:1');
  if (!history) throw new Error('no history');
  return history;
};

const said = (id: string, type: string, occurred: string | null, recorded = '2022-01-01'): Said => ({
  id,
  type,
  occurred,
  recorded,
});

const placed = (history: EntityHistory): readonly (readonly unknown[])[] =>
  history.placed.map(({ fact, interval }) => [fact.id, isoOfDay(interval.earliest), isoOfDay(interval.latest)]);

const statuses = (history: EntityHistory, on: string): readonly (string | null)[] =>
  stateAt(history, day(on)).map((state) => state?.status ?? null);

describe('rule 5: order', () => {
  it('follows the dates, not the order of recording', () => {
    const history = historyOf([said('out', 'lamp-put-out', '2021-06-01'), said('lit', 'lamp-lit', '2021-01-01')]);
    expect(placed(history).map(([id]) => id)).toEqual(['lit', 'out']);
  });

  it('takes the first by position whose step is legal where dates do not decide', () => {
    const history = historyOf([
      said('lit', 'lamp-lit', '2021'),
      said('broken', 'lamp-broken', '2021'),
      said('out', 'lamp-put-out', '2021'),
    ]);
    expect(placed(history).map(([id]) => id)).toEqual(['lit', 'broken']);
    expect(history.illegal.map(({ id }) => id)).toEqual(['out']);
  });

  it('lets an illegal step change nothing, its dates included', () => {
    const history = historyOf([
      said('lit', 'lamp-lit', '2021-01-01/2021-12-31'),
      said('again', 'lamp-lit', '2021-03-01'),
      said('out', 'lamp-put-out', '2021-12-31'),
    ]);
    expect(history.illegal.map(({ id }) => id)).toEqual(['again']);
    expect(placed(history)).toEqual([
      ['lit', '2021-01-01', '2021-12-31'],
      ['out', '2021-12-31', '2021-12-31'],
    ]);
  });

  it('takes any fact that names a state as the first', () => {
    expect(statuses(historyOf([said('out', 'lamp-put-out', '2021-06-01')]), '2021-06-01')).toEqual(['off']);
  });

  it('tightens dates along the order', () => {
    const history = historyOf([
      said('lit', 'lamp-lit', '2021-03-10/2021-09-01'),
      said('out', 'lamp-put-out', '2021-01-01/2021-05-01'),
    ]);
    expect(placed(history)).toEqual([
      ['lit', '2021-03-10', '2021-05-01'],
      ['out', '2021-03-10', '2021-05-01'],
    ]);
  });
});

describe('rule 5: State(D, K)', () => {
  const history = historyOf([
    said('lit', 'lamp-lit', '2021-03-01'),
    said('out', 'lamp-put-out', '2021-21'),
    said('broken', 'lamp-broken', '2021-09'),
  ]);

  it('is one state where that is certain, and all that are possible where it is not', () => {
    expect(statuses(history, '2021-02-28')).toEqual([null]);
    expect(statuses(history, '2021-03-01')).toEqual(['on', 'off']);
    expect(statuses(history, '2021-05-31')).toEqual(['off']);
    expect(statuses(history, '2021-09-15')).toEqual(['off', 'broken']);
    expect(statuses(history, '2021-09-30')).toEqual(['broken']);
  });
});

/** Any sayings about one lamp: any type, any imprecise date, recorded in any order. */
const anySayings = fc
  .array(
    fc.record({
      type: fc.constantFrom('lamp-lit', 'lamp-put-out', 'lamp-broken', 'event-corrected', 'event-retracted'),
      from: fc.integer({ min: day('2021-01-01'), max: day('2021-12-31') }),
      length: fc.integer({ min: 0, max: 120 }),
      dated: fc.boolean(),
      target: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows) =>
    rows.map(({ type, from, length, dated, target }, index): Said => {
      const occurred = dated ? `${iso(from)}/${iso(from + length)}` : null;
      return { ...said(`e${index}`, type, occurred), data: { target: `e${target}`, schema: 1, data: {} } };
    }),
  );

const foldAll = (sayings: readonly Said[]): readonly EntityHistory[] => [
  ...foldEntities(
    lampDomain,
    effectiveFacts(ledgerOf(sayings), lampDomain, { basis: 'ledger', day: day('2030-01-01') }),
  ).values(),
];

describe('properties', () => {
  it('rule 5: tightened dates stay non-empty and rise along the order', () => {
    fc.assert(
      fc.property(anySayings, (sayings) => {
        for (const { placed: facts } of foldAll(sayings)) {
          facts.forEach(({ interval }, i) => {
            expect(interval.earliest).toBeLessThanOrEqual(interval.latest);
            const before = facts[i - 1]?.interval;
            if (before) expect(before.earliest).toBeLessThanOrEqual(interval.earliest);
            if (before) expect(before.latest).toBeLessThanOrEqual(interval.latest);
          });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('rule 5: the step function over days equals the state asked for on each day', () => {
    fc.assert(
      fc.property(anySayings, fc.integer({ min: day('2020-12-01'), max: day('2022-06-01') }), (sayings, on) => {
        for (const history of foldAll(sayings)) expect(valueAt(statesOf(history), on)).toEqual(stateAt(history, on));
      }),
      { numRuns: 3000 },
    );
  });

  it('rule 16: a correction changes nothing that was known before it (basis ledger)', () => {
    const recordedLater = anySayings.map((rows) =>
      rows.map((row, index) => ({ ...row, recorded: iso(day('2022-01-01') + index) })),
    );
    fc.assert(
      fc.property(recordedLater, fc.integer({ min: 0, max: 10 }), (sayings, cut) => {
        const at = { basis: 'ledger', day: day('2022-01-01') + cut } as const;
        const early = sayings.slice(0, cut + 1);
        expect(effectiveFacts(ledgerOf(sayings), lampDomain, at)).toEqual(
          effectiveFacts(ledgerOf(early), lampDomain, at),
        );
      }),
      { numRuns: 2000 },
    );
  });

  /** A true life of a lamp, recorded in the order in which it happened. */
  const trueLives = fc
    .record({
      steps: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 40 }), pick: fc.nat(2) }), {
        minLength: 1,
        maxLength: 8,
      }),
      blurs: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 8, maxLength: 8 }),
    })
    .map(({ steps, blurs }) => {
      const life: { type: string; on: number; occurred: string }[] = [];
      let status = 'off';
      let on = day('2021-01-01');
      for (const [index, { gap, pick }] of steps.entries()) {
        on += gap;
        const choices =
          status === 'on' ? ['lamp-put-out', 'lamp-broken'] : status === 'off' ? ['lamp-lit', 'lamp-broken'] : [];
        const type = choices[pick % Math.max(choices.length, 1)];
        if (type === undefined) break;
        status = type === 'lamp-lit' ? 'on' : type === 'lamp-put-out' ? 'off' : 'broken';
        const [before, after] = blurs[index] as [number, number];
        life.push({ type, on, occurred: `${iso(on - before)}/${iso(on + after)}` });
      }
      return life;
    });

  it('rule 5: a true history made imprecise is never refused and never contradicted', () => {
    fc.assert(
      fc.property(trueLives, fc.integer({ min: day('2020-12-01'), max: day('2022-06-01') }), (life, on) => {
        const exact = historyOf(life.map(({ type, on: date }, i) => said(`e${i}`, type, iso(date), '2029-01-01')));
        const blurred = historyOf(life.map(({ type, occurred }, i) => said(`e${i}`, type, occurred, '2029-01-01')));
        expect(blurred.illegal).toEqual([]);
        expect(stateAt(blurred, on)).toEqual(expect.arrayContaining([...stateAt(exact, on)]));
      }),
      { numRuns: 3000 },
    );
  });
});
