import { describe, expect, test } from '@jest/globals';
import { type Day, day, iso, valueAt } from '#history';
import {
  type ItemStanding,
  type OpeningStanding,
  continuous,
  derive,
  nationalFivePhases,
  planThreePhases,
  planToNational,
  resolveCase,
  standingAt,
} from './index.js';
import { type Told, fact, migrated, published, started, toyCase } from './testing/toy-domain.fixture.js';

const law: readonly Told[] = [
  fact('reform-announced', 'reform:new', '2019-06'),
  fact('government-proposal-submitted', 'reform:new', '2020-12-08'),
  fact('laws-passed', 'reform:new', '2021-06-23'),
  fact('laws-ratified', 'reform:new', '2021-06-29'),
  fact('laws-in-force', 'reform:new', '2021-07-01'),
  fact('county-councils-started', 'reform:new', '2022-03-01'),
];
const within = { programme: 'p' };
const measures: readonly Told[] = [
  fact('measure-planned', 'measure:p/A', null, {
    within,
    set: { phases: ['before-government-proposal'] },
  }),
  fact('measure-planned', 'measure:p/E', null, {
    within,
    set: { phases: ['after-laws-passed'], startsOn: 'laws-passed', refinedOn: 'laws-ratified' },
  }),
];
const begin = [published(planThreePhases), published(nationalFivePhases), published(continuous)];
const base = [...begin, started('plan-three-phases', '2020-04-28'), ...law, ...measures];

/** Both ways of asking: the slice and the step function; they must agree on every test's day. */
const at = (told: readonly Told[], key: string, on: string): ItemStanding | null => {
  const resolved = resolveCase(toyCase(told));
  const slice = standingAt(resolved, day(on)).items.get(key) ?? null;
  const steps = derive(resolved).get(key);
  expect(steps ? valueAt(steps, day(on)) : null).toEqual(slice);
  return slice;
};

const opening = (
  told: readonly Told[],
  key: string,
  on: string,
): { state: string; since: string | null; because: readonly string[] } => {
  const { state, since, because } = at(told, key, on) as OpeningStanding;
  return { state, since: since === null ? null : iso(since), because };
};

describe('three phases of the plan on the real dates', () => {
  const third = 'phase:after-laws-passed';

  test('rule 7: the third phase is shut on the eve of the adoption and open on its day', () => {
    expect(opening(base, third, '2021-06-22')).toEqual({
      state: 'shut',
      since: null,
      because: ['laws-passed reform:new'],
    });
    expect(opening(base, third, '2021-06-23')).toEqual({
      state: 'open',
      since: '2021-06-23',
      because: ['laws-passed reform:new'],
    });
  });

  test('rule 8: nothing latches: without the fact the phase is shut, on every day', () => {
    const without = base.filter(({ type }) => type !== 'laws-passed');
    expect(opening(without, third, '2021-06-25')).toEqual({ state: 'shut', since: null, because: [] });
    expect(opening(without, third, '2029-01-01').state).toBe('shut');
  });

  test('rule 16: what a correction moved cites the correction', () => {
    const corrected = base.map((told) =>
      told.type === 'laws-passed' ? { ...told, on: '2021-06-26', corrected: 'correction' } : told,
    );
    expect(opening(corrected, third, '2021-06-25')).toEqual({
      state: 'shut',
      since: null,
      because: ['laws-passed reform:new', 'correction'],
    });
  });

  test('the opening of the second phase shuts neither the first nor the gate of measure A', () => {
    for (const on of ['2020-12-07', '2020-12-08', '2021-12-31']) {
      expect(opening(base, 'phase:before-government-proposal', on)).toEqual({
        state: 'open',
        since: '2020-04-28',
        because: ['start'],
      });
      expect(opening(base, 'gate:start/measure:p/A', on).state).toBe('open');
      expect(opening(base, 'gate:start/measure:p/A', on).since).toBe('2020-04-28');
    }
    expect(opening(base, 'phase:after-government-proposal', '2020-12-08').state).toBe('open');
  });

  test('E may start from the adoption, and its refinement waits for the ratification', () => {
    expect(opening(base, 'gate:start/measure:p/E', '2021-06-22').state).toBe('shut');
    expect(opening(base, 'gate:start/measure:p/E', '2021-06-23').state).toBe('open');
    expect(opening(base, 'gate:refinement/measure:p/E', '2021-06-28').state).toBe('shut');
    expect(opening(base, 'gate:refinement/measure:p/E', '2021-06-29')).toEqual({
      state: 'open',
      since: '2021-06-29',
      because: ['laws-ratified reform:new'],
    });
  });

  test('rule 9: before the first day of the case there is nothing', () => {
    const standing = standingAt(resolveCase(toyCase(base)), day('2020-04-27'));
    expect([standing.version, standing.items.size]).toEqual([null, 0]);
  });

  test('continuous has one phase, open from the start, and no gate', () => {
    const told = [...begin, started('continuous', '2020-06-29'), ...law, ...measures];
    const standing = standingAt(resolveCase(toyCase(told)), day('2021-01-01'));
    expect([...standing.items.keys()]).toEqual(['phase:under-way']);
    expect(opening(told, 'phase:under-way', '2021-01-01').state).toBe('open');
  });
});

describe('five national phases', () => {
  const holders = (services: readonly string[]): readonly Told[] =>
    services.flatMap((service) => [
      fact('responsibility-held', `responsibility:01/${service}`, null, { within: { area: '01' } }),
      fact('responsibility-held-by-county', `responsibility:01/${service}`, '2023-01-01', { within: { area: '01' } }),
    ]);
  const migration = migrated('national-five-phases', '2020-04-28');
  const fifth = 'phase:responsibility-transferred';

  test('rule 9: migrated with effect from its first day, the third phase waits until 2021-07-01', () => {
    const told = [...base, migration];
    expect(opening(told, 'phase:temporary-preparatory-body', '2021-06-25').state).toBe('shut');
    expect(opening(told, 'phase:temporary-preparatory-body', '2021-06-30').state).toBe('shut');
    expect(opening(told, 'phase:temporary-preparatory-body', '2021-07-01').state).toBe('open');
    expect(at(told, 'phase:after-laws-passed', '2021-06-25')).toBeNull();
  });

  test('rule 7: the fifth waits for every responsibility; with none registered it is possibly open, hence shut', () => {
    const none = at([...base, migration], fifth, '2023-01-01') as OpeningStanding;
    expect([none.state, none.possiblyOpen]).toEqual(['shut', true]);
    const told = [...base, migration, ...holders(['health', 'social'])];
    expect(opening(told, fifth, '2022-12-31').state).toBe('shut');
    expect(opening(told, fifth, '2023-01-01')).toMatchObject({ state: 'open', since: '2023-01-01' });
    const late = [...told, fact('responsibility-held', 'responsibility:01/rescue', null, { within: { area: '01' } })];
    expect(opening(late, fifth, '2023-01-01').state).toBe('shut');
    const elsewhere = [
      ...told,
      fact('responsibility-held', 'responsibility:02/health', null, { within: { area: '02' } }),
    ];
    expect(opening(elsewhere, fifth, '2023-01-01').state).toBe('open');
  });

  test('rule 9: a later migration leaves the days before it as they were judged', () => {
    const told = [...base, migrated('national-five-phases', '2021-06-25')];
    expect(opening(told, 'phase:after-laws-passed', '2021-06-24').state).toBe('open');
    expect(at(told, 'phase:after-laws-passed', '2021-06-25')).toBeNull();
    expect(opening(told, 'phase:temporary-preparatory-body', '2021-06-25').state).toBe('shut');
  });

  test('rule 17: since is followed through the mapping, and measures by the keys of their own version', () => {
    const told = [...base, migrated('national-five-phases', '2021-08-01', { mapping: planToNational })];
    expect(opening(told, 'phase:temporary-preparatory-body', '2021-08-02').since).toBe('2021-06-23');
    expect(opening(told, 'gate:start/measure:p/A', '2021-08-02').since).toBe('2020-04-28');
    expect(opening(told, 'gate:start/measure:p/E', '2021-08-02').since).toBe('2021-06-23');
    const unmapped = [...base, migrated('national-five-phases', '2021-08-01')];
    expect(opening(unmapped, 'phase:temporary-preparatory-body', '2021-08-02').since).toBe('2021-08-01');
  });
});

describe('lapse and revival', () => {
  const bindings = { reform: 'reform:old', programme: 'programme:p', area: 'area:01' };
  const old: readonly Told[] = [
    ...begin,
    started('plan-three-phases', '2017-01-10', bindings),
    fact('government-proposal-submitted', 'reform:old', '2017-03-02'),
    ...measures.map((told) => ({ ...told, on: '2017-02' })),
    fact('reform-lapsed', 'reform:old', '2019-03-08'),
  ];

  test('rule 8: the lapse shuts open phases and gates, and because names it', () => {
    expect(opening(old, 'phase:after-government-proposal', '2019-03-07').state).toBe('open');
    for (const key of [
      'phase:before-government-proposal',
      'phase:after-government-proposal',
      'gate:start/measure:p/A',
    ]) {
      expect(opening(old, key, '2019-03-08')).toEqual({
        state: 'shut',
        since: '2019-03-08',
        because: ['reform-lapsed reform:old'],
      });
    }
  });

  test('rule 8: a gate that waits for no phase is shut by the lapse too', () => {
    const ratified = [...base, fact('reform-lapsed', 'reform:new', '2021-09-01')];
    expect(opening(ratified, 'gate:refinement/measure:p/E', '2021-08-31').state).toBe('open');
    expect(opening(ratified, 'gate:refinement/measure:p/E', '2021-09-01')).toEqual({
      state: 'shut',
      since: '2021-09-01',
      because: ['reform-lapsed reform:new'],
    });
  });

  test('rule 8: an imprecise lapse leaves the phases possibly open', () => {
    const imprecise = old.map((told) => (told.type === 'reform-lapsed' ? { ...told, on: '2019-03' } : told));
    const possible = at(imprecise, 'phase:after-government-proposal', '2019-03-08') as OpeningStanding;
    expect([possible.state, possible.possiblyOpen, possible.since as Day]).toEqual(['shut', true, day('2019-03-01')]);
    expect(possible.possibleSince).toBe(day('2017-03-02'));
  });

  test('the lapse asks what becomes of every open measure', () => {
    expect(at(old, 'task:lapse/measure:p/A', '2019-03-07')).toBeNull();
    expect(at(old, 'task:lapse/measure:p/A', '2019-03-08')).toMatchObject({
      state: 'open',
      since: day('2019-03-08'),
      params: { way: 'lapsed', action: 'park' },
    });
    const ended = [...old, fact('measure-ended', 'measure:p/A', '2019-04-01', { within })];
    expect(at(ended, 'task:lapse/measure:p/A', '2019-04-01')).toMatchObject({ state: 'closed' });
  });

  test('rule 8: a revived reform opens nothing until a migration follows it; the old facts open nothing there', () => {
    const revived = [...old, ...law];
    expect(opening(revived, 'phase:after-laws-passed', '2021-06-25').state).toBe('shut');
    const followed = [...revived, migrated('plan-three-phases', '2020-01-01', { bindings: { reform: 'reform:new' } })];
    expect(opening(followed, 'phase:after-government-proposal', '2020-06-01').state).toBe('shut');
    expect(opening(followed, 'phase:after-laws-passed', '2021-06-25').state).toBe('open');
    expect(at(followed, 'task:lapse/measure:p/A', '2020-06-01')).toBeNull();
  });
});
