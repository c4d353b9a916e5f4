import { describe, expect, it } from '@jest/globals';
import { day } from './day.js';
import { type Basis, effectiveFacts } from './effective-facts.js';
import { type Said, lampDomain, ledgerOf } from './history.fixture.js';

const known = (sayings: readonly Said[], basis: Basis, on: string): readonly (readonly unknown[])[] =>
  effectiveFacts(ledgerOf(sayings), lampDomain, { basis, day: day(on) }).map(({ id, occurred, statedBy }) => [
    id,
    occurred,
    statedBy,
  ]);

const correction = (
  target: string,
  occurred: string,
  more: Partial<Said> & { id: string; recorded: string },
): Said => ({
  type: 'event-corrected',
  occurred,
  data: { target, schema: 1, data: {}, reason: 'a slip' },
  ...more,
});

const lit: Said = { id: 'a', type: 'lamp-lit', occurred: '2021-01-05', recorded: '2021-02-01', learned: '2021-01-10' };

describe('rule 2: recorded and learned', () => {
  it('makes recorded monotone along the ledger', () => {
    const ledger = ledgerOf([
      { id: 'a', type: 'lamp-lit', recorded: '2021-02-01' },
      { id: 'b', type: 'lamp-put-out', recorded: '2021-01-01' },
    ]);
    expect(ledger.map(({ recorded }) => recorded)).toEqual([day('2021-02-01'), day('2021-02-01')]);
  });

  it('takes learned as the smaller of known_from and recorded, and recorded without a source', () => {
    const ledger = ledgerOf([lit, { ...lit, id: 'b', learned: '2025-01-01' }, { ...lit, id: 'c', learned: null }]);
    expect(ledger.map(({ learned }) => learned)).toEqual([day('2021-01-10'), day('2021-02-01'), day('2021-02-01')]);
  });

  it('selects on the basis asked for', () => {
    expect(known([lit], 'ledger', '2021-01-31')).toEqual([]);
    expect(known([lit], 'ledger', '2021-02-01')).toHaveLength(1);
    expect(known([lit], 'source', '2021-01-09')).toEqual([]);
    expect(known([lit], 'source', '2021-01-10')).toHaveLength(1);
  });

  it('selects directives on basis source by their effective day alone, and records never', () => {
    const sayings: Said[] = [
      { id: 'd', type: 'lamp-ordered', recorded: '2021-02-01' },
      { id: 'r', type: 'lamp-noted', recorded: '2021-02-01' },
      { id: 'u', type: 'unheard-of', recorded: '2021-02-01' },
    ];
    expect(known(sayings, 'source', '1999-01-01')).toEqual([['d', null, 'd']]);
    expect(known(sayings, 'ledger', '2021-02-01')).toEqual([['d', null, 'd']]);
    expect(known(sayings, 'ledger', '2021-01-31')).toEqual([]);
  });
});

describe('rule 4: corrections and retractions', () => {
  it('takes the last correction known, in the place of its target', () => {
    const sayings: Said[] = [
      lit,
      { id: 'b', type: 'lamp-put-out', occurred: '2021-03-01', recorded: '2021-03-01' },
      correction('a', '2021-01-06', { id: 'c1', recorded: '2021-04-01' }),
      correction('a', '2021-01-07', { id: 'c2', recorded: '2021-05-01' }),
    ];
    expect(known(sayings, 'ledger', '2021-03-31')[0]).toEqual(['a', '2021-01-05', 'a']);
    expect(known(sayings, 'ledger', '2021-04-30')[0]).toEqual(['a', '2021-01-06', 'c1']);
    expect(known(sayings, 'ledger', '2021-05-01')).toEqual([
      ['a', '2021-01-07', 'c2'],
      ['b', '2021-03-01', 'b'],
    ]);
  });

  it('lets the highest position win on basis source, whichever was learned later', () => {
    const sayings: Said[] = [
      lit,
      correction('a', '2021-01-06', { id: 'c1', recorded: '2021-06-01', learned: '2021-05-01' }),
      correction('a', '2021-01-07', { id: 'c2', recorded: '2021-06-02', learned: '2021-04-01' }),
    ];
    expect(known(sayings, 'source', '2021-04-15')).toEqual([['a', '2021-01-07', 'c2']]);
    expect(known(sayings, 'source', '2021-05-15')).toEqual([['a', '2021-01-07', 'c2']]);
  });

  it('does nothing where the target is not known, is of another stream, or is itself a correction', () => {
    const sayings: Said[] = [
      lit,
      correction('z', '2021-01-01', { id: 'c1', recorded: '2021-02-02' }),
      correction('a', '2021-01-02', { id: 'c2', recorded: '2021-02-02', stream: 'lamp-2' }),
      correction('c1', '2021-01-03', { id: 'c3', recorded: '2021-02-02' }),
      { id: 'x', type: 'event-retracted', recorded: '2021-02-02', data: { target: 7 } },
    ];
    expect(known(sayings, 'ledger', '2021-02-02')).toEqual([['a', '2021-01-05', 'a']]);
  });

  it('makes a retraction final', () => {
    const sayings: Said[] = [
      lit,
      { id: 'x', type: 'event-retracted', recorded: '2021-03-01', data: { target: 'a' } },
      correction('a', '2021-01-06', { id: 'c1', recorded: '2021-04-01' }),
    ];
    expect(known(sayings, 'ledger', '2021-02-28')).toHaveLength(1);
    expect(known(sayings, 'ledger', '2021-03-01')).toEqual([]);
    expect(known(sayings, 'ledger', '2021-04-01')).toEqual([]);
  });

  it('judges a corrected date by the day on which the correction was learned', () => {
    const [fact] = effectiveFacts(
      ledgerOf([
        { ...lit, occurred: '2022-11', learned: '2022-03-22', recorded: '2023-01-01' },
        correction('a', '2021-11', { id: 'c', recorded: '2023-02-01' }),
      ]),
      lampDomain,
      { basis: 'ledger', day: day('2023-02-01') },
    );
    expect(fact).toMatchObject({
      afterSource: false,
      interval: { earliest: day('2021-11-01'), latest: day('2021-11-30') },
      firstLearned: day('2022-03-22'),
      learned: day('2023-02-01'),
    });
  });
});
