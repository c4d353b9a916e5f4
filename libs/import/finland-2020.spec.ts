import { beforeAll, describe, expect, test } from '@jest/globals';
import { createMemoryEventStore } from '#event-store';
import {
  type EntityHistory,
  type EntityState,
  day,
  effectiveFacts,
  foldEntities,
  ledgerEvents,
  stateAt,
} from '#history';
import { reformDomain } from '#reform';
import { allOf, depsOf, examples } from './import.fixture.js';
import { runImport } from './running/run-import.js';

/** The examples as facts: what must come out of the real input where no engine is needed (basis source). */

const store = createMemoryEventStore();
let events: ReturnType<typeof ledgerEvents> = [];

beforeAll(async () => {
  const report = await runImport(depsOf(store), examples, { actor: 'importer' });
  if (report.status === 'refused') throw new Error(JSON.stringify(report.errors, null, 2));
  events = ledgerEvents(await allOf(store));
});

const folded = new Map<string, ReadonlyMap<string, EntityHistory>>();

const known = (on: string): ReadonlyMap<string, EntityHistory> => {
  const facts = folded.get(on);
  if (facts) return facts;
  const fresh = foldEntities(reformDomain, effectiveFacts(events, reformDomain, { basis: 'source', day: day(on) }));
  folded.set(on, fresh);
  return fresh;
};

/** The possible states of an entity on a day, as known on a day. */
const states = (entity: string, on: string, knownOn: string): readonly (EntityState | null)[] => {
  const history = known(knownOn).get(entity);
  return history ? stateAt(history, day(on)) : [null];
};

const statuses = (entity: string, on: string, knownOn: string) =>
  states(entity, on, knownOn).map((state) => state?.status ?? null);

const late = '2026-11-21';

describe('the ledger', () => {
  test('knows nothing the day before the import, on basis ledger', () => {
    expect(effectiveFacts(events, reformDomain, { basis: 'ledger', day: day(late) })).toEqual([]);
  });

  test('holds no step that does not fit', () => {
    expect([...known('2026-11-22').values()].flatMap(({ illegal }) => illegal.map(({ type }) => type))).toEqual([]);
  });
});

describe('vake-restructuring', () => {
  const budget = (subArea: string, on: string, knownOn: string, of: 'computed' | 'stated' = 'computed') =>
    states(`budget:vake-restructuring/${subArea}`, on, knownOn).map(
      (state) => (state?.[of] as { total: number } | undefined)?.total ?? null,
    );

  test.each([
    ['2020-12-31', '2020-12-31', [936000]],
    ['2021-06-21', '2021-06-21', [1336000]],
    ['2020-12-31', '2021-06-20', [936000]],
    ['2026-01-01', '2021-06-20', [936000]],
    ['2021-02-28', '2021-06-21', [936000]],
    ['2021-03-01', '2021-06-21', [936000, 1336000]],
    ['2021-05-30', '2021-06-21', [936000, 1336000]],
    ['2021-05-31', '2021-06-21', [1336000]],
  ])('sub-area 1 on %s as known on %s is %j EUR', (on, knownOn, totals) => {
    expect(budget('1', on, knownOn)).toEqual(totals);
  });

  test.each(['2020-12-31', '2021-06-21'])('sub-areas 1-3 together are 4,596,000 EUR on %s', (on) => {
    for (const kind of ['computed', 'stated'] as const)
      expect(['1', '2', '3'].map((subArea) => budget(subArea, on, late, kind)[0] ?? 0).reduce((a, b) => a + b)).toBe(
        4596000,
      );
  });

  test('what a plan states and what moves make of it agree, rows and measures do not always', () => {
    const stated = (subArea: string, on: string) =>
      states(`budget:vake-restructuring/${subArea}`, on, late)[0]?.['stated'] as Record<string, unknown>;
    const less = (subArea: string, on: string, parts: 'rows' | 'measures') =>
      (stated(subArea, on)['total'] as number) -
      Object.values(stated(subArea, on)[parts] as Record<string, number>).reduce((a, b) => a + b);
    expect(['1', '2', '3'].map((subArea) => less(subArea, '2021-06-21', 'rows'))).toEqual([29999, 0, -15171]);
    expect(['2', '3'].map((subArea) => less(subArea, '2020-12-31', 'measures'))).toEqual([0, 300000]);
  });

  test('measures are known from 2021-06-21; G is chapter 1.3’s F, there is no N, and F.1 stands twice', () => {
    const measures = (knownOn: string) =>
      [...known(knownOn).keys()].filter((id) => id.startsWith('measure:vake-restructuring/')).map((id) => id.slice(27));
    expect(measures('2021-06-20')).toEqual([]);
    expect(measures('2021-06-21')).toEqual([...'ABCDEFGHIJKLMO']);
    const measure = (key: string) => states(`measure:vake-restructuring/${key}`, late, late)[0];
    expect(measure('G')?.['aliases']).toEqual([{ plan: '2.0', chapter: '1.3', letter: 'F' }]);
    expect(measure('E')).toMatchObject({ startsOn: 'laws-passed', refinedOn: 'laws-ratified' });
    expect(measure('E')).not.toHaveProperty('aliases');
    expect(measure('A')).toMatchObject({ runs: 'whole-programme', phases: ['before-government-proposal'] });
    expect(measure('F')).toMatchObject({
      parts: [{ letter: 'F.1' }, { letter: 'F.2' }],
      aliases: [
        { chapter: '1.3', letter: 'E' },
        { chapter: '1.3', letter: 'E.1', part: 'F.1' },
        { chapter: '1.3', letter: 'E.2', part: 'F.2' },
        { chapter: '3.2', letter: 'F.1', part: 'F.2' },
      ],
    });
  });

  test('two headings announce five measures and list four', () => {
    expect(states('plan:vake-restructuring/2.0', late, late)[0]).toMatchObject({
      status: 'revised',
      headings: [
        { subArea: '1', announced: 5, listed: 4, missing: 'E' },
        { subArea: '3', announced: 5, listed: 4 },
      ],
    });
  });

  test('the case starts with plan 1.0', () => {
    const started = events
      .filter(({ envelope }) => envelope.type === 'workflow-started')
      .map(({ envelope }) => [envelope.stream, envelope.data['effective']]);
    expect(Object.fromEntries(started)).toEqual({
      'case-itu-restructuring': '2020-09-17',
      'case-ks-restructuring': '2020-09-17',
      'case-vake-health-centre': '2020-06-29',
      'case-vake-restructuring': '2020-04-28',
    });
  });
});

describe('itu-restructuring', () => {
  const omaolo = (on: string, knownOn: string) =>
    ['638', '018', '753'].map((code) => statuses(`rollout:itu-restructuring/omaolo/${code}`, on, knownOn));

  test('Omaolo on 2021-11-15: Porvoo is certain, Askola and Sipoo are possible; nobody, as known on 2021-12-31', () => {
    expect(omaolo('2021-11-15', '2022-03-22')).toEqual([['completed'], [null, 'completed'], [null, 'completed']]);
    expect(omaolo('2021-11-15', '2021-12-31')).toEqual([[null], [null], [null]]);
  });

  test('the start of VideoVisit reads 2022-11 as stated, after the page that states it', () => {
    const history = known('2022-03-22').get('rollout:itu-restructuring/videovisit/-');
    expect(history?.placed.map(({ fact }) => [fact.occurred, fact.afterSource])).toEqual([['2022-11', true]]);
  });

  test('on 2022-04-15 no municipality uses VideoVisit: five planned early in 2022, two after the transfer', () => {
    const on = ['638', '753', '434', '018', '407', '504', '616'].map((code) =>
      states(`rollout:itu-restructuring/videovisit/${code}`, '2022-04-15', '2022-03-22').map((state) => [
        state?.status,
        state?.['due'],
      ]),
    );
    expect(on).toEqual([
      ...Array.from({ length: 5 }, () => [['planned', '2022-33']]),
      ...Array.from({ length: 2 }, () => [['planned', '2023-01-01/..']]),
    ]);
    expect(statuses('rollout:itu-restructuring/videovisit/-', '2022-04-15', '2022-03-22')).toEqual([null]);
  });

  test('known on 2020-10-23 it shows aims and no outcome; known on 2022-03-22 outcomes, and the themes are gone', () => {
    const shown = (knownOn: string) =>
      [...known(knownOn)]
        .filter(
          ([id, { within }]) =>
            within['programme'] === 'itu-restructuring' && /^(target|measure|assessment|deliverable)/.test(id),
        )
        .map(([id, history]) => [id, history.placed.at(-1)?.state['outcome'] ?? null] as const);
    expect(shown('2020-10-23')).toEqual([
      ['target:itu-restructuring/aims-1', null],
      ['target:itu-restructuring/aims-2', null],
      ['target:itu-restructuring/aims-3', null],
      ['target:itu-restructuring/theme-population', null],
      ['target:itu-restructuring/theme-wellbeing', null],
    ]);
    const later = shown('2022-03-22');
    expect(later.filter(([, outcome]) => outcome !== null)).toEqual([
      ['assessment:itu-restructuring/sub-area-2', 'mostly-completed'],
      ['measure:itu-restructuring/electronic-family-centre', 'goal-not-reached'],
      ['measure:itu-restructuring/regional-preparation', 'partly-completed'],
    ]);
    expect(later.map(([id]) => id).filter((id) => id.startsWith('target:'))).toEqual([
      'target:itu-restructuring/aims-1',
      'target:itu-restructuring/aims-2',
      'target:itu-restructuring/aims-3',
    ]);
  });
});

describe('areas', () => {
  const responsibilities = (on: string, knownOn: string) =>
    [...known(knownOn)]
      .filter(([id]) => id.startsWith('responsibility:'))
      .map(([id, history]) => [id.split('/')[2], stateAt(history, day(on)).map((state) => state?.['holder'])]);
  const before = [
    ['018', ['municipality:018']],
    ['407', ['municipality:434']],
    ['434', ['municipality:434']],
    ['504', ['joint-authority:paijat-hame']],
    ['616', ['joint-authority:paijat-hame']],
    ['638', ['municipality:638']],
    ['753', ['municipality:753']],
    ['092', ['municipality:092']],
    ['245', ['municipality:245']],
  ];

  test('every responsibility has its old holder on 2022-12-31 and its county on 2023-01-01', () => {
    expect(responsibilities('2022-12-31', late)).toEqual(before);
    expect(responsibilities('2023-01-01', late)).toEqual(
      before.map(([code], index) => [code, [index < 7 ? 'county:01' : 'county:04']]),
    );
  });

  test('for 2023-01-01 nothing has moved as known on 2021-06-28, and everything as known on 2021-06-29', () => {
    expect(responsibilities('2023-01-01', '2021-06-28')).toEqual(before);
    expect(responsibilities('2023-01-01', '2021-06-29')).toEqual(responsibilities('2023-01-01', late));
  });

  test('the preparation area of county 15 has 23 municipalities on 2020-12-31 and 22 on 2021-01-01', () => {
    const members = (on: string, knownOn: string) =>
      [...known(knownOn)].filter(
        ([id, history]) =>
          id.startsWith('membership:15/') && stateAt(history, day(on)).every((state) => state?.status === 'member'),
      ).length;
    expect([members('2020-12-31', late), members('2021-01-01', late)]).toEqual([23, 22]);
    expect([members('2020-12-31', '2019-08-29'), members('2021-01-01', '2019-08-29')]).toEqual([23, 22]);
  });

  test('there are 21 counties from 2021-07-01, and Helsinki is none', () => {
    const counties = (on: string) =>
      [...known(late)].filter(
        ([id, history]) => id.startsWith('area:') && stateAt(history, day(on))[0]?.status === 'county',
      );
    expect([counties('2021-06-30').length, counties('2021-07-01').length]).toEqual([0, 21]);
    expect(statuses('area:90', '2023-01-01', late)).toEqual(['preparation-area']);
  });
});

describe('ks-restructuring', () => {
  test('has 28 measures of which none is listed, and 38 deliverables', () => {
    const ids = [...known('2022-02-23').keys()];
    expect(states('programme:ks-restructuring', late, late)[0]).toMatchObject({ measuresInTotal: 28 });
    expect(ids.filter((id) => id.startsWith('measure:ks-restructuring/'))).toEqual([]);
    expect(ids.filter((id) => id.startsWith('deliverable:ks-restructuring/')).length).toBe(38);
  });
});

describe('vake-health-centre', () => {
  test('K1’s catch-up is known from 2021-11-30 on and never reached', () => {
    const entity = 'milestone:vake-health-centre/-/k1-on-schedule';
    expect(statuses(entity, '2022-01-15', '2021-11-29')).toEqual([null]);
    for (const knownOn of ['2021-11-30', '2024-06-01'])
      expect(statuses(entity, '2022-01-15', knownOn)).toEqual(['set']);
  });

  test('states a figure beside what it rests on', () => {
    expect(states('programme:vake-health-centre', late, late)[0]?.['figures']).toEqual([
      { key: 'population-growth', what: { en: 'population growth' }, stated: 40000, from: 264420, to: 300246 },
    ]);
  });
});

describe('law-making', () => {
  test('is known on its own day', () => {
    const status = (on: string) => statuses('reform:sote-2021', on, on);
    expect(['2021-06-22', '2021-06-23', '2021-06-29', '2021-07-01'].map(status)).toEqual([
      ['proposed'],
      ['passed'],
      ['ratified'],
      ['in-force'],
    ]);
    expect(['2019-03-07', '2019-03-08'].map((on) => statuses('reform:sote-2017', on, on))).toEqual([
      ['proposed'],
      ['lapsed'],
    ]);
  });
});
