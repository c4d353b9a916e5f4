import { describe, expect, it } from '@jest/globals';
import { areaTimeline } from './area-timeline.js';
import { type At, type Said, readingOf } from './views.fixture.js';

const sayings: readonly Said[] = [
  {
    stream: 'area-04',
    type: 'responsibility-registered',
    occurred: '../2019-08-29',
    learned: '2019-08-29',
    data: { service: 'health', serviceName: { en: 'Health' }, municipality: '092', holder: 'municipality:092' },
  },
  {
    stream: 'area-04',
    type: 'responsibility-transferred',
    occurred: '2023-01-01',
    learned: '2021-06-29',
    data: { service: 'health', municipality: '092', to: 'county:04' },
  },
];

const at = (moment: At) => areaTimeline('04', readingOf(sayings, moment)).responsibilities[0];

const unmoved = {
  id: 'responsibility:04/health/092',
  area: '04',
  service: 'health',
  serviceName: { en: 'Health' },
  municipality: '092',
  holder: { certain: true, values: ['municipality:092'] },
  holderName: {},
  heldByCounty: { certain: true, values: [false] },
  foreseen: false,
  coming: [],
  offeredTo: null,
  told: [],
};

describe('responsibilities', () => {
  it('has not moved on a later day as known before the transfer date was set', () => {
    expect(at({ on: '2023-01-01', known: '2021-06-28' })).toEqual(unmoved);
  });

  it('has moved on that day as known from the law on, and says that this is foreseen', () => {
    expect(at({ on: '2023-01-01', known: '2021-06-29' })).toEqual({
      ...unmoved,
      holder: { certain: true, values: ['county:04'] },
      heldByCounty: { certain: true, values: [true] },
      foreseen: true,
    });
  });

  it('stays with the old holder the day before, with the transfer that is to come', () => {
    const when = { stated: '2023-01-01', earliest: '2023-01-01', latest: '2023-01-01', by: null };
    expect(at({ on: '2022-12-31' })).toEqual({ ...unmoved, coming: [{ to: 'county:04', when, event: 'e2' }] });
  });

  it('is no longer foreseen when the day is known', () => {
    expect(at({ on: '2023-01-01' })?.foreseen).toBe(false);
  });
});

describe('municipalities', () => {
  it('leave on the first day on which they are no members', () => {
    const move: readonly Said[] = [
      {
        stream: 'area-15',
        type: 'municipality-joined',
        occurred: '../2019-08-29',
        learned: '2019-08-29',
        data: { municipality: '291', name: { fi: 'Kuhmoinen' }, languages: ['fi'] },
      },
      {
        stream: 'area-15',
        type: 'municipality-left',
        occurred: '2021-01-01',
        learned: '2019-08-29',
        data: { municipality: '291', movedTo: '08' },
      },
    ];
    const on = (day: string) => areaTimeline('15', readingOf(move, { on: day })).municipalities;
    const member = { id: 'membership:15/291', code: '291', name: { fi: 'Kuhmoinen' }, languages: ['fi'], told: [] };
    expect(on('2020-12-31')).toEqual([{ ...member, status: { certain: true, values: ['member'] }, movedTo: null }]);
    expect(on('2021-01-01')).toEqual([{ ...member, status: { certain: true, values: ['left'] }, movedTo: '08' }]);
  });
});
