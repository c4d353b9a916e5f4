import { describe, expect, it } from '@jest/globals';
import { type JsonObject } from '#event-store';
import { programmeOverview } from './programme-overview.js';
import { type Said, launched, readingOf } from './views.fixture.js';

const said = (type: string, learned: string, data: JsonObject, occurred: string | null = null): Said => ({
  stream: 'programme-p',
  type,
  occurred,
  learned,
  data,
});

const sayings: readonly Said[] = [
  launched,
  said('sub-area-defined', '2020-04-28', { key: '1', name: { en: 'Preparation' } }),
  said('budget-allocated', '2020-04-28', { subArea: '1', plan: '1.0', total: 900, own: 180, grant: 720 }, '2020-04-28'),
  said('budget-allocated', '2020-04-28', { subArea: '3', plan: '1.0', total: 800, own: 160, grant: 640 }, '2020-04-28'),
  said('budget-moved', '2021-06-21', { from: '3', to: '1', amount: 400 }, '2021-21'),
  said(
    'budget-allocated',
    '2021-06-21',
    { subArea: '1', plan: '2.0', total: 1300, own: 260, grant: 1040, rows: { personnel: 1000, rent: 270 } },
    '2021-06-21',
  ),
];

const budgetAt = (on: string, known: string) => programmeOverview('p', readingOf(sayings, { on, known })).budget;

describe('budget', () => {
  it('is what was allocated, as known before the move was told', () => {
    const money = { certain: true, values: [{ total: 900, own: 180, grant: 720 }] };
    expect(budgetAt('2021-06-20', '2021-06-20')[0]).toEqual({
      id: 'budget:p/1',
      subArea: '1',
      name: { en: 'Preparation' },
      stated: money,
      plan: { certain: true, values: ['1.0'] },
      computed: money,
      difference: 0,
      rowsSum: null,
      rowsDifference: null,
      measuresSum: null,
      measuresDifference: null,
      actuals: [],
      forecast: [],
    });
  });

  it('is uncertain between the first and last day of an imprecise move', () => {
    const totals = (on: string) => budgetAt(on, '2021-06-21')[0]?.computed.values.map((money) => money?.total);
    expect(totals('2021-02-28')).toEqual([900]);
    expect(totals('2021-03-01')).toEqual([900, 1300]);
    expect(totals('2021-05-31')).toEqual([1300]);
  });

  it('keeps the stated and the computed sum and shows the difference of the rows', () => {
    const [first] = budgetAt('2021-06-21', '2021-06-21');
    expect(first).toMatchObject({ difference: 0, rowsSum: 1270, rowsDifference: 30 });
    expect(first?.plan).toEqual({ certain: true, values: ['2.0'] });
  });

  it('has no difference while either side is not certain', () => {
    expect(budgetAt('2021-04-01', '2021-06-21')[0]?.difference).toBe(null);
  });
});
