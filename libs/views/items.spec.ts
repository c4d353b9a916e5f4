import { describe, expect, it } from '@jest/globals';
import { day } from '#history';
import { type DeadlineStanding, type ItemStanding, type OpeningStanding } from '#workflow';
import { areaTimeline } from './area-timeline.js';
import { caseView } from './items.js';
import { nextDeadlines } from './next-deadlines.js';
import { type AnnouncedItem, type CaseSlice } from './reading.js';
import { indexFacts } from './told.js';
import { type Said, launched, readingOf } from './views.fixture.js';

const passed: Said = { stream: 'reform-r', type: 'laws-passed', occurred: '2021-06-23', learned: '2021-06-23' };
const reading = readingOf([launched, passed], { on: '2021-06-25' });
const index = indexFacts(reading.facts);
const version = { key: 'd', hash: 'h', by: 'x' };

const phase: OpeningStanding = {
  key: 'phase:third',
  template: 'third',
  entity: null,
  names: { en: 'Third' },
  kind: 'phase',
  state: 'open',
  possiblyOpen: false,
  since: day('2021-06-23'),
  possibleSince: day('2021-06-23'),
  because: ['e2', 'gone'],
  version,
};

const deadline: DeadlineStanding = {
  key: 'deadline:report/measure:p/A',
  template: 'report',
  entity: 'measure:p/A',
  names: { en: 'Report' },
  kind: 'deadline',
  state: 'reached',
  since: day('2021-06-24'),
  due: day('2021-06-23'),
  earliestDue: null,
  unconfirmed: true,
  because: [],
  version,
  remind: [],
  escalate: [],
};

const sliceOf = (item: ItemStanding, announced?: readonly (readonly [string, AnnouncedItem])[]): CaseSlice => ({
  id: 'p',
  definition: { key: 'd', hash: 'h', names: {} },
  items: [item],
  ...(announced ? { announced: new Map(announced) } : {}),
});

const announcedOf = (item: ItemStanding, last: AnnouncedItem | null) =>
  caseView(sliceOf(item, last ? [[item.key, last]] : []), index)?.phases[0]?.announced;

describe('items of a case', () => {
  it('name the facts that they follow from, and keep the id of one that is not at hand', () => {
    expect(caseView(sliceOf(phase), index)?.phases).toEqual([
      {
        id: 'p/phase:third',
        programme: 'p',
        key: 'phase:third',
        kind: 'phase',
        of: null,
        names: { en: 'Third' },
        state: 'open',
        since: '2021-06-23',
        possibleSince: '2021-06-23',
        due: null,
        earliestDue: null,
        unconfirmed: false,
        because: [
          {
            event: 'e2',
            type: 'laws-passed',
            stream: 'reform-r',
            when: { stated: '2021-06-23', earliest: '2021-06-23', latest: '2021-06-23', by: null },
          },
          { event: 'gone', type: null, stream: null, when: null },
        ],
        announced: null,
      },
    ]);
  });

  it('show what is unknown as possibly open', () => {
    const maybe: OpeningStanding = { ...phase, state: 'shut', possiblyOpen: true, since: null };
    expect(caseView(sliceOf(maybe), index)?.phases[0]).toMatchObject({ state: 'possibly-open', since: null });
  });

  it('rule 15: show what was last announced where that differs', () => {
    const same: AnnouncedItem = { state: 'open', since: day('2021-06-23'), due: null };
    expect(announcedOf(phase, same)).toBe(null);
    expect(announcedOf(phase, null)).toEqual({ state: 'shut', since: null, due: null });
    expect(announcedOf(phase, { ...same, since: day('2021-06-20') })).toEqual({
      state: 'open',
      since: '2021-06-20',
      due: null,
    });
    expect(announcedOf({ ...phase, state: 'shut', since: null }, null)).toBe(null);
  });

  it('is null for a programme without a case', () => {
    expect(caseView(undefined, index)).toBe(null);
  });
});

describe('next deadlines', () => {
  it('hold what is due and what is overdue, by day; a milestone is listed once, as the plan', () => {
    const set: Said = {
      stream: 'programme-p',
      type: 'milestone-set',
      learned: '2021-01-01',
      data: { key: 'm', what: { en: 'M' }, due: '2021-40' },
    };
    const own: DeadlineStanding = { ...deadline, key: 'deadline:due/milestone:p/-/m', entity: 'milestone:p/-/m' };
    const at = readingOf([launched, set], { on: '2021-06-25' });
    const plans = areaTimeline('04', at).programmes[0]?.milestones ?? [];
    const view = caseView({ ...sliceOf(deadline), items: [deadline, own] }, index);
    expect(nextDeadlines(at, plans, view)).toEqual([
      {
        id: 'p/deadline:report/measure:p/A',
        kind: 'deadline',
        programme: 'p',
        names: { en: 'Report' },
        municipality: null,
        due: '2021-06-23',
        stated: null,
        overdue: true,
      },
      {
        id: 'milestone:p/-/m',
        kind: 'milestone',
        programme: 'p',
        names: { en: 'M' },
        municipality: null,
        due: '2021-06-30',
        stated: '2021-40',
        overdue: false,
      },
    ]);
  });
});
