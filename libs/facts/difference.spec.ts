import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EntityState } from '#history';
import { difference } from './difference.js';
import { type Slice, knownAt } from './fact-base.js';
import { anyMoment, anySayings, ledgerOf, shelfDomain } from './facts.fixture.js';
import { createMemoryFactBase } from './memory-fact-base.js';

const slice = (entity: string, ...run: readonly (EntityState | null)[]): Slice => ({
  entity,
  kind: 'thing',
  within: {},
  run,
});

const planned: EntityState = { status: 'planned', owner: 'p' };

describe('the difference of two moments', () => {
  it('names what came, what went and which attributes changed, in order of entity', () => {
    const before = [slice('thing:d', planned), slice('thing:b', planned), slice('thing:a', planned)];
    const after = [
      slice('thing:c', planned),
      slice('thing:a', planned),
      slice('thing:b', { status: 'started', since: '2021-03-01', owner: 'p' }),
    ];
    expect(difference(before, after)).toEqual([
      {
        change: 'changed',
        before: before[1],
        after: after[2],
        attributes: [
          { attribute: 'since', before: [null], after: ['2021-03-01'] },
          { attribute: 'status', before: ['planned'], after: ['started'] },
        ],
      },
      { change: 'added', after: after[0] },
      { change: 'removed', before: before[0] },
    ]);
  });

  it('shows all that is possible where a value is not certain', () => {
    const [before, after] = [slice('thing:a', planned), slice('thing:a', planned, { status: 'started', owner: 'p' })];
    expect(difference([before], [after])).toEqual([
      {
        change: 'changed',
        before,
        after,
        attributes: [{ attribute: 'status', before: ['planned'], after: ['planned', 'started'] }],
      },
    ]);
  });

  it('does not mind the order in which attributes were set', () => {
    expect(difference([slice('a', planned)], [slice('a', { owner: 'p', status: 'planned' })])).toEqual([]);
  });

  it('is empty between a moment and itself, and turns around when asked the other way', async () => {
    await fc.assert(
      fc.asyncProperty(anySayings(), anyMoment, anyMoment, async (sayings, one, other) => {
        const base = createMemoryFactBase(shelfDomain, ledgerOf(sayings));
        const [a, b] = await Promise.all(
          [one, other].map((on) => base.slices({}, on, { basis: 'ledger', day: Infinity })),
        );
        expect(difference(a ?? [], a ?? [])).toEqual([]);
        const turned = { added: 'removed', removed: 'added', changed: 'changed' };
        const kinds = (list: ReturnType<typeof difference>) => list.map(({ change }) => change);
        expect(kinds(difference(b ?? [], a ?? []))).toEqual(
          kinds(difference(a ?? [], b ?? [])).map((change) => turned[change]),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a moment', () => {
  it('rule 2: on basis ledger names the same knowledge for good, whatever is recorded later', async () => {
    await fc.assert(
      fc.asyncProperty(anySayings(), anyMoment, anyMoment, async (sayings, on, day) => {
        const half = Math.ceil(sayings.length / 2);
        const [early, late] = [sayings.slice(0, half), sayings].map((some) =>
          createMemoryFactBase(shelfDomain, ledgerOf(some)),
        );
        const moment = await early?.resolve({ basis: 'ledger', day });
        if (!early || !late || !moment) throw new Error('no moment');
        expect(await late.slices({}, on, knownAt(moment))).toEqual(await early.slices({}, on, knownAt(moment)));
        expect(await late.resolve(knownAt(moment))).toMatchObject({ position: moment.position });
      }),
      { numRuns: 300 },
    );
  });

  it('says that nothing was known yet', async () => {
    const base = createMemoryFactBase(shelfDomain, []);
    const moment = await base.resolve({ basis: 'ledger', day: 20000 });
    expect(moment).toEqual({ basis: 'ledger', day: 20000, position: null });
    expect(await base.slices({}, 20000, knownAt(moment))).toEqual([]);
  });
});
