import { describe, expect, it } from '@jest/globals';
import { areaTimeline } from './area-timeline.js';
import { type At, type Said, launched, planned, readingOf } from './views.fixture.js';

const programmeAt = (sayings: readonly Said[], at: At) => areaTimeline('04', readingOf(sayings, at)).programmes[0];

const ended = (occurred: string | null): Said => ({
  stream: 'measure-p/A',
  type: 'measure-ended',
  occurred,
  learned: '2022-03-22',
  data: { outcome: 'goal-not-reached', reason: { id: 't-1' } },
});

describe('measures', () => {
  it('shows a measure with all that is stated of it', () => {
    const said = planned('A', {}, { phases: ['one'], subArea: '1', startsOn: 'laws-passed', schedule: '2021-21' });
    expect(programmeAt([launched, said], { on: '2021-01-01' })?.measures).toEqual([
      {
        id: 'measure:p/A',
        programme: 'p',
        key: 'A',
        title: { en: 'Measure A' },
        letter: 'A',
        subArea: '1',
        phases: { certain: true, values: [['one']] },
        status: { certain: true, values: ['planned'] },
        outcome: { certain: true, values: [null] },
        owner: { certain: true, values: [null] },
        reason: {},
        schedule: { stated: '2021-21', earliest: '2021-03-01', latest: '2021-05-31', by: null },
        startsOn: 'laws-passed',
        refinedOn: null,
        after: null,
        told: [],
      },
    ]);
  });

  it('shows an imprecise step as possible, the certain state first', () => {
    const measure = programmeAt([launched, planned('A'), ended('2021-11')], { on: '2021-11-15', known: '2022-03-22' })
      ?.measures[0];
    expect(measure?.status).toEqual({ certain: false, values: ['planned', 'ended'] });
    expect(measure?.outcome).toEqual({ certain: false, values: [null, 'goal-not-reached'] });
    expect(measure?.reason).toEqual({ en: 'because the supplier was slow' });
    expect(measure?.told).toEqual([]);
  });

  it('rule 15: shows a step without a date as "by" the day learned, not as possible on every day before', () => {
    const before = programmeAt([launched, planned('A'), ended(null)], { on: '2021-11-15', known: '2022-03-22' });
    expect(before?.measures[0]?.status).toEqual({ certain: true, values: ['planned'] });
    expect(before?.measures[0]?.told).toEqual([{ type: 'measure-ended', by: '2022-03-22', event: 'e3' }]);
    const after = programmeAt([launched, planned('A'), ended(null)], { on: '2022-03-22' });
    expect(after?.measures[0]?.status).toEqual({ certain: true, values: ['ended'] });
    expect(after?.measures[0]?.told).toEqual([]);
  });

  it('counts what is certain and what is possible', () => {
    const sayings = [launched, planned('A'), planned('B'), ended('2021-11')];
    expect(programmeAt(sayings, { on: '2021-11-15', known: '2022-03-22' })?.counts).toEqual({
      stated: null,
      listed: 2,
      byStatus: [
        { status: 'planned', certain: 1, possible: 1 },
        { status: 'ended', certain: 0, possible: 1 },
      ],
    });
  });

  it('counts measures that the programme states and nobody lists', () => {
    const said = { ...launched, data: { ...launched.data, measuresInTotal: 28 } };
    expect(programmeAt([said], { on: '2021-01-01' })?.counts).toEqual({ stated: 28, listed: 0, byStatus: [] });
  });
});
