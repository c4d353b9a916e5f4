import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Basis, type Day, type LedgerEvent, type Touch } from '#history';
import { boundedDomain } from './bounded-domain.js';
import { type CourseValue, type EntityChanges, entityChanges } from './entity-rows.js';
import { type FactBase, type Slice } from './fact-base.js';
import { anyMoment, anySayings, ledgerOf, shelfDomain } from './facts.fixture.js';
import { type NumberedEvent, familiesOf, statements } from './family.js';
import { createMemoryFactBase } from './memory-fact-base.js';
import { type Rectangle, type RectangleChanges } from './rectangles.js';

const domain = boundedDomain(shelfDomain);
const seed = { seed: Number(process.env['FC_SEED'] ?? Date.now()) };

/** Rows as a table would hold them, their texts in place of numbers. */
interface Rows {
  readonly states: Rectangle[];
  readonly courses: Rectangle[];
}

const change = (rows: Rectangle[], changes: RectangleChanges, text: (value: string) => string): void => {
  const take = (on: Day, to: number): Rectangle => {
    const index = rows.findIndex((row) => row.on === on && row.to === to);
    if (index === -1) throw new Error('a change names a row that is not there');
    return rows.splice(index, 1)[0] as Rectangle;
  };
  changes.remove.forEach(({ on, to }) => take(on, to));
  const resized = changes.resize.map(({ on, oldTo, to }) => ({ ...take(on, oldTo), to }));
  rows.push(...resized, ...changes.insert.map((row) => ({ ...row, value: text(row.value) })));
};

/** The table of one entity after the ledger came in steps; `log` sees every step's changes. */
const tableOf = (
  events: readonly LedgerEvent[],
  { entity, kind }: Touch,
  step: number,
  log: (changes: EntityChanges) => void = () => undefined,
): Record<Basis, Rows> => {
  const numbered = events.map((event, index): NumberedEvent => ({ ...event, seq: index + 1 }));
  const table = { ledger: { states: [], courses: [] }, source: { states: [], courses: [] } } as Record<Basis, Rows>;
  for (let seq = 0; seq < numbered.length; seq += step) {
    const families = familiesOf(domain, numbered.slice(0, seq + step)).filter(
      (family) =>
        domain.nature(family.original.envelope.type) === 'fact' &&
        statements(domain, family).some((fact) => domain.touches(fact).some((touch) => touch.entity === entity)),
    );
    const given = { domain, entity, kind: domain.kinds[kind] as (typeof domain.kinds)[string], families };
    const changes = entityChanges(given, seq);
    log(changes);
    const text = (value: string): string =>
      `[${value
        .split(',')
        .map((name) => (name === 'null' ? name : changes.parts[Number(name)]))
        .join()}]`;
    for (const basis of ['ledger', 'source'] as const) {
      change(table[basis].states, changes[basis].states, text);
      change(table[basis].courses, changes[basis].courses, (value) => value);
    }
  }
  return table;
};

const touched: readonly Touch[] = ['thing:a', 'thing:b', 'thing:c', 'shelf:1', 'shelf:2'].map((entity) => ({
  entity,
  kind: entity.split(':')[0] as string,
  within: {},
}));

const isKnown = (key: number) => (row: Rectangle) => row.from <= key && key < row.to;

const sliceOf = (rows: Rows, touch: Touch, on: Day, key: number): readonly Slice[] => {
  const held = rows.states.filter(isKnown(key)).filter((row) => row.on <= on);
  const newest = held.sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  if (!newest) return [];
  const [within, ...run] = JSON.parse(newest.value) as [Touch['within'], ...Slice['run']];
  return [{ entity: touch.entity, kind: touch.kind, within, run }];
};

const courseOf = (rows: Rows, touch: Touch, key: number): unknown =>
  rows.courses.filter(isKnown(key)).map(({ value }) => {
    const { within, states } = JSON.parse(value) as CourseValue;
    return {
      entity: touch.entity,
      kind: touch.kind,
      within,
      states: states.map(({ from, run }) => ({ from: from ?? -Infinity, value: run })),
    };
  });

const expectRows = async (
  table: Record<Basis, Rows>,
  touch: Touch,
  oracle: FactBase,
  at: readonly [Day, Day, number],
) => {
  const [on, k, seq] = at;
  const filter = { entities: [touch.entity] };
  const byLedger = { basis: 'ledger', day: Infinity, through: String(seq) as LedgerEvent['position'] } as const;
  const bySource = { basis: 'source', day: k } as const;
  expect(sliceOf(table.ledger, touch, on, seq)).toEqual(await oracle.slices(filter, on, byLedger));
  expect(courseOf(table.ledger, touch, seq)).toEqual(await oracle.courses(filter, byLedger));
  expect(sliceOf(table.source, touch, on, k)).toEqual(await oracle.slices(filter, on, bySource));
  expect(courseOf(table.source, touch, k)).toEqual(await oracle.courses(filter, bySource));
};

describe('the rows of an entity', () => {
  it('rules 2, 4, 5: equal the fold at any day, known at any moment, on both bases', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySayings(),
        fc.integer({ min: 1, max: 15 }),
        fc.array(fc.tuple(anyMoment, anyMoment, fc.integer({ min: 1, max: 15 })), { minLength: 4, maxLength: 4 }),
        async (sayings, step, moments) => {
          const events = ledgerOf(sayings);
          const oracle = createMemoryFactBase(shelfDomain, events);
          for (const touch of touched) {
            const table = tableOf(events, touch, step);
            for (const [on, k, seq] of moments)
              await expectRows(table, touch, oracle, [on, k, Math.min(seq, events.length)]);
          }
        },
      ),
      { numRuns: 200, ...seed },
    );
  });

  it('rule 16: the ledger basis adds and closes rows and takes none away', () => {
    fc.assert(
      fc.property(anySayings(), (sayings) => {
        const events = ledgerOf(sayings);
        for (const touch of touched)
          tableOf(events, touch, 1, ({ ledger }) => {
            for (const { remove, resize } of [ledger.states, ledger.courses]) {
              expect(remove).toEqual([]);
              expect(resize.filter(({ oldTo }) => oldTo !== Infinity)).toEqual([]);
            }
          });
      }),
      { numRuns: 200, ...seed },
    );
  });

  it('come out the same in one step and in many', () => {
    const inOrder = (rows: readonly Rectangle[]) => rows.map((row) => JSON.stringify(Object.values(row))).sort();
    fc.assert(
      fc.property(anySayings(), fc.integer({ min: 1, max: 5 }), (sayings, step) => {
        const events = ledgerOf(sayings);
        for (const touch of touched) {
          const [once, often] = [tableOf(events, touch, events.length), tableOf(events, touch, step)];
          for (const basis of ['ledger', 'source'] as const) {
            expect(inOrder(often[basis].states)).toEqual(inOrder(once[basis].states));
            expect(often[basis].courses.length).toBe(once[basis].courses.length);
          }
        }
      }),
      { numRuns: 150, ...seed },
    );
  });
});
