import { describe, expect, it } from '@jest/globals';
import { type JsonObject } from '#event-store';
import { areaTimeline } from './area-timeline.js';
import { type At, type Said, launched, readingOf } from './views.fixture.js';

const inProgramme = (type: string, data: JsonObject, more: Partial<Said> = {}): Said => ({
  stream: 'programme-p',
  type,
  learned: '2022-03-22',
  ...more,
  data,
});

const video = (municipality: string, due: string): Said =>
  inProgramme('rollout-planned', { service: 'video', serviceName: { en: 'VideoVisit' }, municipality, due });

const viewAt = (sayings: readonly Said[], at: At) => areaTimeline('04', readingOf([launched, ...sayings], at));

const milestone = (data: JsonObject): Said => inProgramme('milestone-set', { key: 'm', what: { en: 'M' }, ...data });

const timingAt = (sayings: readonly Said[], on: string) => {
  const plan = viewAt(sayings, { on, known: '2024-01-01' }).programmes[0]?.milestones[0];
  return [plan?.timing, plan?.unconfirmed];
};

describe('planned and unconfirmed', () => {
  it('holds plans whose last due day has passed, and not those still ahead', () => {
    const early = ['638', '753', '434', '018', '407'].map((code) => video(code, '2022-33'));
    const late = ['504', '616'].map((code) => video(code, '2023-01-01/..'));
    const view = viewAt([...early, ...late], { on: '2022-04-15', known: '2022-03-22' });
    expect(view.moment.foreseen).toBe(true);
    expect(view.unconfirmed.map(({ municipality }) => municipality)).toEqual(['018', '407', '434', '638', '753']);
    expect(view.programmes[0]?.rollouts.map(({ municipality, timing }) => [municipality, timing])).toEqual([
      ['018', 'overdue'],
      ['407', 'overdue'],
      ['434', 'overdue'],
      ['504', 'ahead'],
      ['616', 'ahead'],
      ['638', 'overdue'],
      ['753', 'overdue'],
    ]);
  });

  it('looks at the day against the due time as stated', () => {
    const said = [milestone({ due: '2022-40' })];
    expect(timingAt(said, '2022-03-31')).toEqual(['due', false]);
    expect(timingAt(said, '2022-06-30')).toEqual(['due', false]);
    expect(timingAt(said, '2022-07-01')).toEqual(['overdue', true]);
    expect(timingAt([milestone({ due: '2023' })], '2022-07-01')).toEqual(['ahead', false]);
    expect(timingAt([milestone({})], '2022-07-01')).toEqual(['undated', false]);
  });

  it('is over when a fact says that it happened, and unsure while the fact has no day', () => {
    const reached = (occurred: string | null): Said =>
      inProgramme('milestone-reached', { key: 'm' }, { occurred, learned: '2022-12-31' });
    expect(timingAt([milestone({ due: '2022-40' }), reached('2022-05-01')], '2022-07-01')).toEqual(['happened', false]);
    expect(timingAt([milestone({ due: '2022-40' }), reached(null)], '2022-07-01')).toEqual(['overdue', false]);
    expect(timingAt([milestone({ due: '2022-40' }), reached(null)], '2022-12-31')).toEqual(['happened', false]);
  });

  it('is dropped when it was given up', () => {
    const dropped = inProgramme('milestone-dropped', { key: 'm' }, { occurred: '2022-05-01' });
    expect(timingAt([milestone({ due: '2022-40' }), dropped], '2022-07-01')).toEqual(['dropped', false]);
  });

  it('waits for the event that it is bound to, not for the day on which that fell', () => {
    const bound = milestone({ after: 'responsibility-transferred' });
    const transfer: Said = {
      stream: 'area-04',
      type: 'responsibility-transferred',
      occurred: '2023-01-01',
      learned: '2021-06-29',
      data: { service: 's', municipality: '092', to: 'county:04' },
    };
    expect(timingAt([bound], '2022-12-31')).toEqual(['waiting', false]);
    expect(timingAt([bound, transfer], '2022-12-31')).toEqual(['waiting', false]);
    expect(timingAt([bound, transfer], '2023-01-01')).toEqual(['released', false]);
  });
});
