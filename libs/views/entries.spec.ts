import { describe, expect, it } from '@jest/globals';
import { areaTimeline } from './area-timeline.js';
import { type Said, launched, planned, readingOf } from './views.fixture.js';

const sayings: readonly Said[] = [
  launched,
  planned('A', { occurred: null, learned: '2021-06-21' }),
  planned('B', { occurred: '2021-21', learned: '2021-06-21' }),
  { stream: 'reform-r', type: 'laws-passed', occurred: '2021-06-23', learned: '2021-06-23' },
  {
    stream: 'measure-p/B',
    type: 'measure-started',
    occurred: '2022-11',
    learned: '2021-12-01',
    data: {},
  },
];

const entriesOn = (on: string) => areaTimeline('04', readingOf(sayings, { on, known: '2021-12-31' })).entries;

describe('entries', () => {
  it('stand in the order of time, an imprecise date at its first day, an undated fact at the day learned', () => {
    expect(entriesOn('2021-12-31').map(({ id }) => id)).toEqual(['e1', 'e3', 'e2', 'e4', 'e5']);
  });

  it('rule 15: say "by" for a fact without a date, and never that it is possible', () => {
    const undated = (on: string) => entriesOn(on).find(({ id }) => id === 'e2');
    expect(undated('2021-06-21')).toEqual({
      id: 'e2',
      type: 'measure-planned',
      typeName: { en: 'Measure planned' },
      when: { stated: null, earliest: null, latest: '2021-06-21', by: '2021-06-21' },
      stands: 'happened',
      foreseen: false,
      learned: '2021-06-21',
      afterSource: false,
      corrected: false,
      law: false,
      programme: 'p',
      measure: 'measure:p/A',
      what: { en: 'Measure A' },
      municipality: null,
      source: { id: 'source-1', locator: null },
      position: '2',
    });
    expect(undated('2021-06-20')?.stands).toBe('ahead');
  });

  it('say where an imprecise date stands on the day', () => {
    const stands = (on: string) => entriesOn(on).find(({ id }) => id === 'e3')?.stands;
    expect([stands('2021-02-28'), stands('2021-03-01'), stands('2021-05-30'), stands('2021-05-31')]).toEqual([
      'ahead',
      'possible',
      'possible',
      'happened',
    ]);
  });

  it('show a date after its source as stated, flagged, and name the measure by what is known of it', () => {
    const wrong = entriesOn('2021-12-31').find(({ id }) => id === 'e5');
    expect(wrong).toMatchObject({ afterSource: true, foreseen: true, stands: 'ahead', what: { en: 'Measure B' } });
    expect(wrong?.when).toEqual({ stated: '2022-11', earliest: '2022-11-01', latest: '2022-11-30', by: null });
  });

  it('mark the steps of the law-making', () => {
    expect(
      entriesOn('2021-12-31')
        .filter(({ law }) => law)
        .map(({ id }) => id),
    ).toEqual(['e4']);
  });
});
