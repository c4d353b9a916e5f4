import { describe, expect, test } from '@jest/globals';
import { type JsonObject } from '#event-store';
import { day, iso, valueAt } from '#history';
import {
  type DeadlineStanding,
  type Definition,
  derive,
  finnishCalendar,
  planThreePhases,
  resolveCase,
  standingAt,
} from './index.js';
import { type Told, fact, migrated, published, started, toyCase } from './testing/toy-domain.fixture.js';

const within = { programme: 'p' };
const milestone = 'milestone:p/K1';
const key = `deadline:milestone/${milestone}`;
const begin = [published(planThreePhases), started('plan-three-phases', '2020-06-29')];
const set = (data: JsonObject, on = '2021-11-30'): Told => fact('milestone-set', milestone, on, { within, set: data });

const at = (told: readonly Told[], on: string, item = key): DeadlineStanding => {
  const resolved = resolveCase(toyCase(told));
  const standing = standingAt(resolved, day(on)).items.get(item);
  expect(valueAt(derive(resolved).get(item) ?? [], day(on))).toEqual(standing);
  if (standing?.kind !== 'deadline') throw new Error(`no deadline ${item}`);
  return standing;
};
const text = (on: number | null): string | null => (on === null ? null : iso(on));
const brief = (told: readonly Told[], on: string, item = key): readonly (string | null)[] => {
  const { state, due, since, earliestDue } = at(told, on, item);
  return [state, text(due), text(since), text(earliestDue)];
};

describe('rule 11: deadlines', () => {
  test('none before the plan, set by it, reached the day after the due day', () => {
    const told = [...begin, set({ due: '2021-12-31' })];
    expect(brief(told, '2021-11-29')).toEqual(['none', null, null, null]);
    expect(brief(told, '2021-11-30')).toEqual(['set', '2021-12-31', '2021-11-30', null]);
    expect(brief(told, '2021-12-31')).toEqual(['set', '2021-12-31', '2021-11-30', null]);
    expect(brief(told, '2022-01-15')).toEqual(['reached', '2021-12-31', '2022-01-01', null]);
    expect(at(told, '2022-01-15').unconfirmed).toBe(false);
  });

  test('due at the latest day of an imprecise due date, with the earliest beside it', () => {
    expect(brief([...begin, set({ due: '2022-01' })], '2021-12-01')).toEqual([
      'set',
      '2022-01-31',
      '2021-11-30',
      '2022-01-01',
    ]);
  });

  test('met by what is certain; reached and unconfirmed while that is unknown', () => {
    const told = [
      ...begin,
      set({ due: '2021-12-31' }),
      fact('milestone-reached', milestone, '2021-12/2022-02', { within }),
    ];
    expect(brief(told, '2021-12-15')[0]).toBe('set');
    expect([at(told, '2022-01-15').state, at(told, '2022-01-15').unconfirmed]).toEqual(['reached', true]);
    expect([at(told, '2022-02-28').state, at(told, '2022-02-28').unconfirmed]).toEqual(['met', false]);
    expect(at(told, '2022-02-28').because).toEqual([`milestone-set ${milestone}`, `milestone-reached ${milestone}`]);
  });

  test('dropped with its milestone, and with the reform', () => {
    const told = [...begin, set({ due: '2021-12-31' })];
    expect(brief([...told, fact('milestone-dropped', milestone, '2021-12-05', { within })], '2022-01-15')[0]).toBe(
      'dropped',
    );
    const lapsed = [...told, fact('reform-lapsed', 'reform:new', '2021-12-05')];
    expect(brief(lapsed, '2021-12-04')[0]).toBe('set');
    expect(brief(lapsed, '2022-01-15')).toEqual(['dropped', '2021-12-31', '2021-12-05', null]);
    expect(at(lapsed, '2022-01-15').because).toEqual([`milestone-set ${milestone}`, 'reform-lapsed reform:new']);
  });

  test('bound to an event: none until it, then due by its day', () => {
    const told = [...begin, set({ after: 'laws-passed' }, '2020-07-01')];
    expect(brief(told, '2021-06-25')).toEqual(['none', null, null, null]);
    const passed = [...told, fact('laws-passed', 'reform:new', '2021-06-23')];
    expect(brief(passed, '2021-06-22')[0]).toBe('none');
    expect(brief(passed, '2021-06-23')).toEqual(['set', '2021-06-23', '2021-06-23', null]);
    expect(brief(passed, '2021-06-24')[0]).toBe('reached');
  });

  test('of several anchors the last certain one counts', () => {
    const told = [
      ...begin,
      set({ due: '2021-05-31', after: 'laws-passed' }, '2020-07-01'),
      fact('laws-passed', 'reform:new', '2021-06-23'),
    ];
    expect(brief(told, '2021-05-30')[1]).toBe('2021-05-31');
    expect(brief(told, '2021-06-23')[1]).toBe('2021-06-23');
  });

  test('an override moves it, and cites the directive', () => {
    const override: Told = {
      type: 'deadline-overridden',
      id: 'override',
      data: { deadline: key, due: '2022-02-28', effective: '2021-12-10', reason: 'x' },
    };
    const told = [...begin, set({ due: '2021-12-31' }), override];
    expect(brief(told, '2021-12-09')[1]).toBe('2021-12-31');
    expect(brief(told, '2021-12-10')[1]).toBe('2022-02-28');
    expect(brief(told, '2022-01-15')).toEqual(['set', '2022-02-28', '2021-11-30', null]);
    expect(at(told, '2022-01-15').because).toEqual(['override']);
  });

  test('an override is followed through a mapping', () => {
    const other: Definition = {
      ...planThreePhases,
      key: 'other',
      deadlines: planThreePhases.deadlines.map((one) => (one.key === 'milestone' ? { ...one, key: 'point' } : one)),
    };
    const told = [
      published(planThreePhases),
      published(other),
      started('plan-three-phases', '2020-06-29'),
      set({ due: '2021-12-31' }),
      { type: 'deadline-overridden', data: { deadline: key, due: '2022-02-28', effective: '2021-12-10' } },
      migrated('other', '2021-12-15', { mapping: { keys: { 'deadline:milestone': 'deadline:point' } } }),
    ];
    expect(brief(told, '2022-01-15', `deadline:point/${milestone}`)).toEqual(['set', '2022-02-28', '2021-11-30', null]);
  });
});

describe('rule 11: durations, working days and calendars', () => {
  const dated = (more: Partial<Definition['deadlines'][number]>): Definition => ({
    ...planThreePhases,
    key: 'timed',
    deadlines: [
      {
        key: 'd',
        names: planThreePhases.names,
        anchors: [{ fact: { type: 'laws-passed', of: '$reform' } }],
        met: { fact: { type: 'laws-ratified', of: '$reform' } },
        ...more,
      },
    ],
  });
  const run = (definition: Definition, ...more: readonly Told[]): readonly Told[] => [
    published(definition),
    started('timed', '2020-06-29'),
    fact('laws-passed', 'reform:new', '2021-06-11'),
    ...more,
  ];

  test('P14D after a Friday is Midsummer Eve, and moves to the Monday after', () => {
    expect(brief(run(dated({ after: 'P14D' })), '2021-06-15', 'deadline:d')[1]).toBe('2021-06-25');
    const moved = dated({ after: 'P14D', move: 'next-working-day' });
    expect(brief(run(moved), '2021-06-15', 'deadline:d')[1]).toBe('2021-06-28');
  });

  test('an imprecise anchor counts from its latest day, once that has come', () => {
    const told = run(dated({ after: 'P1M' })).map((one) =>
      one.type === 'laws-passed' ? { ...one, on: '2021-06' } : one,
    );
    expect(brief(told, '2021-06-29', 'deadline:d')[0]).toBe('none');
    expect(brief(told, '2021-06-30', 'deadline:d')).toEqual(['set', '2021-07-30', '2021-06-30', '2021-07-01']);
  });

  test('anchored to a phase: from the day it opened, and none while it is shut', () => {
    const definition = dated({ anchors: [{ phase: 'after-laws-passed' }], after: { workingDays: 10 } });
    expect(brief(run(definition), '2021-06-10', 'deadline:d')[0]).toBe('none');
    expect(brief(run(definition), '2021-06-11', 'deadline:d')).toEqual(['set', '2021-06-28', '2021-06-11', null]);
  });

  test('rule 9: the first calendar holds also before its day; a later one from its day on', () => {
    const calendar = (effective: string, off: readonly string[]): Told => ({
      type: 'calendar-published',
      data: { key: 'fi', effective, calendar: { ...finnishCalendar, key: 'fi', off } },
    });
    const definition = dated({ after: 'P14D', move: 'next-working-day' });
    const told = run(
      definition,
      calendar('2021-06-20', ['2021-06-28']),
      calendar('2021-06-24', ['2021-06-28', '2021-06-29']),
    ).map((one) =>
      one.type === 'workflow-started' ? { ...one, data: { ...one.data, calendar: { key: 'fi' } } } : one,
    );
    expect(brief(told, '2021-06-15', 'deadline:d')[1]).toBe('2021-06-29');
    expect(brief(told, '2021-06-24', 'deadline:d')[1]).toBe('2021-06-30');
  });
});
