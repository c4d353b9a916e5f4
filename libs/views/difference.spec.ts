import { describe, expect, it } from '@jest/globals';
import { areaTimeline } from './area-timeline.js';
import { viewDifference } from './difference.js';
import { type At, type Said, launched, planned, readingOf } from './views.fixture.js';

const theme: Said = {
  stream: 'programme-p',
  type: 'target-set',
  occurred: '2020-03-01',
  learned: '2020-03-01',
  data: { key: 't', what: { en: 'A theme' } },
};

const view = (sayings: readonly Said[], at: At) => areaTimeline('04', readingOf(sayings, at));

describe('the difference of two moments', () => {
  it('is nothing between a moment and itself', () => {
    const one = view([launched, planned('A')], { on: '2021-01-01' });
    expect(viewDifference(one, one)).toEqual({
      view: 'difference',
      from: one.moment,
      to: one.moment,
      added: [],
      removed: [],
      changed: [],
    });
  });

  it('holds what came, what went and what changed, field by field', () => {
    const started: Said = {
      stream: 'measure-p/A',
      type: 'measure-started',
      occurred: '2020-06-01',
      learned: '2020-06-01',
    };
    const before = view([launched, planned('A'), theme], { on: '2020-05-01' });
    const after = view([launched, planned('A'), theme, planned('B'), started], { on: '2020-07-01' });
    const difference = viewDifference(before, after);
    expect(difference.added.map(({ list, id }) => [list, id])).toEqual([
      ['measures', 'measure:p/B'],
      ['entries', 'e4'],
      ['entries', 'e5'],
    ]);
    expect(difference.removed.map(({ list, id }) => [list, id])).toEqual([]);
    expect(difference.changed.map(({ id, fields }) => [id, fields])).toEqual([
      [
        'p',
        [
          {
            field: 'counts',
            was: { stated: null, listed: 1, byStatus: [{ status: 'planned', certain: 1, possible: 0 }] },
            is: {
              stated: null,
              listed: 2,
              byStatus: [
                { status: 'planned', certain: 1, possible: 0 },
                { status: 'started', certain: 1, possible: 0 },
              ],
            },
          },
        ],
      ],
      [
        'measure:p/A',
        [
          {
            field: 'status',
            was: { certain: true, values: ['planned'] },
            is: { certain: true, values: ['started'] },
          },
        ],
      ],
    ]);
  });

  it('includes what the second moment no longer shows', () => {
    const before = view([launched, planned('A')], { on: '2021-01-01' });
    const after = view([launched], { on: '2021-01-01' });
    const { removed, added } = viewDifference(before, after);
    expect(added).toEqual([]);
    expect(removed.map(({ list, id }) => [list, id])).toEqual([
      ['measures', 'measure:p/A'],
      ['entries', 'e2'],
    ]);
    expect(removed[0]?.item['title']).toEqual({ en: 'Measure A' });
  });
});
