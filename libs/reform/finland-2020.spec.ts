import { describe, expect, test } from '@jest/globals';
import { type EventDraft } from '#event-store';
import { attributeOf, day } from '#history';
import { decideAsStated } from './decide/decide.js';
import { draft, idOf, stated } from './decide/stream.fixture.js';
import { type Knowledge, knownOn, ledgerOf } from './reform.fixture.js';

const plan1 = '2020-04-28';
const plan2 = '2021-06-21';
const page = '2022-03-22';

const formOf = (stream: string, drafts: readonly EventDraft[]): unknown => {
  const decision = decideAsStated([], { stream, drafts, today: day('2026-11-22') });
  return 'accepted' in decision ? 'accepted' : decision.refused;
};

describe('money of the restructuring of Vantaa and Kerava', () => {
  const stream = 'programme-vake-restructuring';
  const allocated = (subArea: string, plan: string, total: number, more: object = {}): EventDraft => {
    const on = plan === '1.0' ? plan1 : plan2;
    const money = { total, own: total / 5, grant: (total / 5) * 4 };
    return stated('budget-allocated', on, on, { subArea, plan, ...money, ...more });
  };
  const moved = (to: string) => stated('budget-moved', '2021-21', plan2, { from: '3', to, amount: 400_000 });
  const rows1 = {
    personnel: 655438,
    services: 565044,
    materials: 17010,
    rent: 13440,
    other: 35069,
    investments: 20000,
  };
  const rows2 = { personnel: 550478, services: 1488144, materials: 35978, rent: 0, other: 70400, investments: 15000 };
  const rows3 = { personnel: 225793, services: 845122, materials: 15256, rent: 5000, other: 0, investments: 24000 };
  const drafts = [
    allocated('1', '1.0', 936_000),
    allocated('2', '1.0', 1_760_000, { measures: { F: 500000, G: 400000, H: 460000, I: 400000 } }),
    allocated('3', '1.0', 1_900_000, { measures: { J: 300000, K: 400000, L: 500000, M: 400000 } }),
    moved('1'),
    moved('2'),
    allocated('1', '2.0', 1_336_000, { rows: rows1, movedIn: 400_000 }),
    allocated('2', '2.0', 2_160_000, { rows: rows2, movedIn: 400_000 }),
    allocated('3', '2.0', 1_100_000, { rows: rows3, movedOut: 800_000 }),
  ];
  const events = ledgerOf({ [stream]: drafts });
  const total = (known: Knowledge, subArea: string, on: string) =>
    attributeOf(known.at(`budget:vake-restructuring/${subArea}`, on), (state) => {
      const computed = state?.['computed'] as { total?: number } | undefined;
      return computed?.total ?? null;
    });
  const certainly = (value: number) => ({ certain: true, value });

  test('the events are well formed', () => expect(formOf(stream, drafts)).toBe('accepted'));

  test('sub-area 1 is 936,000 EUR on 2020-12-31 and 1,336,000 EUR on 2021-06-21, as known that day', () => {
    const known = knownOn(events, plan2);
    expect(total(known, '1', '2020-12-31')).toEqual(certainly(936_000));
    expect(total(known, '1', '2021-06-21')).toEqual(certainly(1_336_000));
  });

  test('as known on 2021-06-20 it is 936,000 EUR on every day', () => {
    const known = knownOn(events, '2021-06-20');
    for (const on of [plan1, '2021-03-01', '2021-05-31', plan2, '2024-01-01'])
      expect(total(known, '1', on)).toEqual(certainly(936_000));
  });

  test('the move of spring 2021 is possible from 2021-03-01 and certain from 2021-05-31', () => {
    const known = knownOn(events, plan2);
    expect(total(known, '1', '2021-02-28')).toEqual(certainly(936_000));
    expect(total(known, '1', '2021-03-01')).toEqual({ certain: false, values: [936_000, 1_336_000] });
    expect(total(known, '1', '2021-05-30')).toEqual({ certain: false, values: [936_000, 1_336_000] });
    expect(total(known, '1', '2021-05-31')).toEqual(certainly(1_336_000));
  });

  test('sub-areas 1 to 3 together are 4,596,000 EUR under both plans', () => {
    const known = knownOn(events, plan2);
    const together = (on: string) =>
      ['1', '2', '3'].reduce((sum, subArea) => {
        const of = total(known, subArea, on);
        return sum + (of.certain ? (of.value ?? 0) : NaN);
      }, 0);
    expect(together('2020-12-31')).toBe(4_596_000);
    expect(together('2021-06-21')).toBe(4_596_000);
  });

  test('what does not add up is a finding, and nothing else is', () => {
    const found = knownOn(events, plan2).findings(plan2);
    const known = found.map(({ rule, entity, params }) => [rule, entity, params['plan'], params['difference']]);
    expect(known).toEqual([
      ['budget-measures-differ', 'budget:vake-restructuring/3', '1.0', 300_000],
      ['budget-rows-differ', 'budget:vake-restructuring/1', '2.0', 29_999],
      ['budget-rows-differ', 'budget:vake-restructuring/3', '2.0', -15_171],
    ]);
  });
});

describe('letters of the plan of Vantaa and Kerava', () => {
  const letters = 'ABCDEFGHIJKLMO';
  const inChapter13 = {
    ...{ A: 'A', B: 'B', C: 'C', D: 'D', F: 'E', G: 'F', H: 'G', I: 'H' },
    ...{ J: 'I', K: 'J', L: 'K', M: 'L', O: 'M' },
  };
  const parts = { F: ['F.1', 'F.2'], I: ['I.1', 'I.2', 'I.3'] };
  const at = (type: string, data: object): EventDraft => stated(type, plan2, plan2, data as EventDraft['data']);
  const alias = (chapter: string, letter: string, part?: string) =>
    at('measure-alias-added', { plan: '2.0', chapter, letter, ...(part === undefined ? {} : { part }) });
  const streams = Object.fromEntries(
    [...letters].map((letter) => {
      const own = parts[letter as 'F'] ?? [];
      const title = { fi: `Toimenpide ${letter}` };
      const planned = at('measure-planned', {
        title,
        letter,
        plan: '2.0',
        parts: own.map((part) => ({ letter: part, title })),
      });
      const other = inChapter13[letter as 'A'];
      return [
        `measure-vake-restructuring/${letter}`,
        [
          planned,
          ...(other ? [alias('1.3', other), ...own.map((part) => alias('1.3', `${other}${part.slice(1)}`, part))] : []),
          ...(letter === 'F' ? [alias('3.2', 'F.1', 'F.2')] : []),
        ],
      ];
    }),
  );
  const heading = (subArea: string) => ({ chapter: '1.3', subArea, announced: 5, listed: 4 });
  const events = ledgerOf({
    'programme-vake-restructuring': [
      at('plan-revised', { version: '2.0', headings: [{ ...heading('1'), missing: 'E' }, heading('3')] }),
    ],
    ...streams,
  });
  const found = knownOn(events, plan2).findings(plan2);
  const of = (rule: string) => found.filter((finding) => finding.rule === rule);

  test('the events are well formed', () => {
    for (const [stream, drafts] of Object.entries(streams)) expect(formOf(stream, drafts)).toBe('accepted');
  });

  test('there is no N', () => expect(of('letter-missing').map(({ params }) => params['letter'])).toEqual(['N']));

  test('two headings announce five measures and list four', () => {
    expect(of('heading-count-differs').map(({ params }) => params)).toEqual([
      { chapter: '1.3', subArea: '1', announced: 5, listed: 4, missing: 'E' },
      { chapter: '1.3', subArea: '3', announced: 5, listed: 4 },
    ]);
  });

  test("plan letter G and chapter 1.3's F are one measure", () => {
    expect(of('alias-differs').map(({ entity, params }) => [entity, params['letter']])).toEqual(
      [...'FGHIJKLMO'].map((letter) => [`measure:vake-restructuring/${letter}`, inChapter13[letter as 'F']]),
    );
  });

  test('F.1 stands twice', () => {
    expect(of('part-letter-twice').map(({ params }) => params)).toEqual([
      {
        plan: '2.0',
        letter: 'F.1',
        things: ['measure:vake-restructuring/F/F.1', 'measure:vake-restructuring/F/F.2'],
      },
    ]);
  });

  test('letters that name two measures in two chapters of one plan', () => {
    expect(of('letter-names-two').map(({ params }) => params['letter'])).toEqual([...'EFGHIJKLM']);
    expect(of('letter-names-two')[0]?.because).toHaveLength(2);
  });
});

describe('roll-outs of East Uusimaa', () => {
  const at = (type: string, occurred: string | null, data: object) =>
    stated(type, occurred, page, { service: 'videovisit', ...data });
  const omaolo = (municipality: string, on: string) => at('rollout-completed', on, { service: 'omaolo', municipality });
  const planned = ['638', '753', '434', '018', '407'].map((municipality) =>
    at('rollout-planned', null, { municipality, due: '2022-33', said: 'at the beginning of 2022' }),
  );
  const later = ['504', '616'].map((municipality) =>
    at('rollout-planned', null, { municipality, due: '2023-01-01/..', said: 'after 1.1.2023' }),
  );
  const stream = 'programme-itu-restructuring';
  const drafts = [
    omaolo('638', '2021-09'),
    omaolo('018', '2021-11'),
    omaolo('753', '2021-11'),
    at('rollout-started', '2022-11', {}),
    ...planned,
    ...later,
  ];
  const events = ledgerOf({ [stream]: drafts });
  const rollout = (service: string, municipality: string) => `rollout:itu-restructuring/${service}/${municipality}`;

  test('the events are well formed', () => expect(formOf(stream, drafts)).toBe('accepted'));

  test('Omaolo on 2021-11-15: Porvoo certain, Askola and Sipoo possible; known 2021-12-31: nobody', () => {
    const known = knownOn(events, page);
    expect(known.status(rollout('omaolo', '638'), '2021-11-15')).toEqual(['completed']);
    expect(known.status(rollout('omaolo', '018'), '2021-11-15')).toEqual([null, 'completed']);
    expect(known.status(rollout('omaolo', '753'), '2021-11-15')).toEqual([null, 'completed']);
    const before = knownOn(events, '2021-12-31');
    for (const code of ['638', '018', '753'])
      expect(before.status(rollout('omaolo', code), '2021-11-15')).toEqual([null]);
  });

  test('the VideoVisit start reads 2022-11 as stated and is a finding', () => {
    const known = knownOn(events, page);
    expect(known.status(rollout('videovisit', '-'), '2022-10-31')).toEqual([null]);
    expect(known.status(rollout('videovisit', '-'), '2022-11-30')).toEqual(['started']);
    expect(known.findings('2022-04-15')).toEqual([
      {
        key: `date-after-source/${rollout('videovisit', '-')}/${idOf(4)}`,
        rule: 'date-after-source',
        entity: rollout('videovisit', '-'),
        because: [idOf(4)],
        params: { type: 'rollout-started', occurred: '2022-11', learned: page },
      },
    ]);
  });

  test('after a correction it reads 2021-11; basis ledger, known before the correction, still 2022-11 with its finding', () => {
    const correction = draft('event-corrected', '2021-11', {
      target: idOf(4),
      schema: 1,
      data: { service: 'videovisit' },
    });
    const corrected = [...events, ...ledgerOf({ [stream]: [...drafts, correction] }, '2026-11-25').slice(-1)];
    const after = knownOn(corrected, '2026-11-25', 'ledger');
    expect(after.status(rollout('videovisit', '-'), '2021-11-30')).toEqual(['started']);
    expect(after.findings('2022-04-15')).toEqual([]);
    const before = knownOn(corrected, '2026-11-24', 'ledger');
    expect(before.status(rollout('videovisit', '-'), '2021-11-30')).toEqual([null]);
    expect(before.findings('2022-04-15').map(({ rule }) => rule)).toEqual(['date-after-source']);
  });

  test('on 2022-04-15 known 2022-03-22 no municipality uses VideoVisit: five planned, two after the transfer', () => {
    const known = knownOn(events, page);
    const run = (code: string) => known.at(rollout('videovisit', code), '2022-04-15');
    for (const code of ['638', '753', '434', '018', '407'])
      expect(run(code)).toMatchObject([{ status: 'planned', due: '2022-33' }]);
    for (const code of ['504', '616']) expect(run(code)).toMatchObject([{ status: 'planned', due: '2023-01-01/..' }]);
  });
});

describe('responsibilities and memberships', () => {
  const service = { service: 'health-and-social-services' };
  const registered = (municipality: string, holder: string, on: string) =>
    stated('responsibility-registered', on, '2019-08-29', { ...service, municipality, holder });
  const transferred = (area: string, municipality: string) =>
    stated('responsibility-transferred', '2023-01-01', '2021-06-29', {
      ...service,
      municipality,
      to: `county:${area}`,
    });
  const own = (municipality: string) => registered(municipality, `municipality:${municipality}`, '../2019-08-29');
  const east = [
    registered('504', 'joint-authority:paijat-hame', '2017-01-01'),
    registered('616', 'joint-authority:paijat-hame', '2017-01-01'),
    registered('407', 'municipality:434', '2010'),
    ...['018', '434', '638', '753'].map(own),
  ];
  const eastCodes = ['504', '616', '407', '018', '434', '638', '753'];
  const events = ledgerOf({
    'area-01': [...east, ...eastCodes.map((code) => transferred('01', code))],
    'area-04': [own('092'), own('245'), transferred('04', '092'), transferred('04', '245')],
  });
  const all = [...eastCodes.map((code) => ['01', code] as const), ['04', '092'] as const, ['04', '245'] as const];
  const of = (area: string, code: string) => `responsibility:${area}/health-and-social-services/${code}`;

  test('the events are well formed', () => expect(formOf('area-01', east)).toBe('accepted'));

  test('on 2022-12-31 all have their old holder, on 2023-01-01 the county', () => {
    const known = knownOn(events, '2023-06-01');
    for (const [area, code] of all) {
      const joint = code === '504' || code === '616';
      const holder = joint ? 'joint-authority:paijat-hame' : `municipality:${code === '407' ? '434' : code}`;
      expect(known.at(of(area, code), '2022-12-31')).toMatchObject([{ status: 'held', holder }]);
      expect(known.at(of(area, code), '2023-01-01')).toMatchObject([
        { status: 'held-by-county', holder: `county:${area}` },
      ]);
    }
  });

  test('asked for 2023-01-01 as known 2021-06-28 nothing has moved; as known 2021-06-29 all have, foretold', () => {
    for (const [area, code] of all) {
      expect(knownOn(events, '2021-06-28').status(of(area, code), '2023-01-01')).toEqual(['held']);
      expect(knownOn(events, '2021-06-29').status(of(area, code), '2023-01-01')).toEqual(['held-by-county']);
    }
    expect(knownOn(events, '2021-06-29').findings('2021-06-29')).toEqual([]);
  });

  test('the preparation area of county 15 has 23 municipalities on 2020-12-31 and 22 on 2021-01-01', () => {
    const codes = Array.from({ length: 22 }, (_, index) => String(900 + index));
    const joined = (municipality: string) =>
      stated('municipality-joined', '../2019-08-29', '2019-08-29', { municipality, languages: ['fi'] });
    const left = stated('municipality-left', '2021-01-01', '2019-08-29', { municipality: '291', movedTo: '08' });
    const drafts = [...codes.map(joined), joined('291'), left];
    expect(formOf('area-15', drafts)).toBe('accepted');
    const known = knownOn(ledgerOf({ 'area-15': drafts }), '2020-12-31');
    const members = (on: string) =>
      [...codes, '291'].filter((code) => known.status(`membership:15/${code}`, on).join() === 'member').length;
    expect([members('2020-12-31'), members('2021-01-01')]).toEqual([23, 22]);
    expect(known.at('membership:15/291', '2021-01-01')).toMatchObject([{ status: 'left', movedTo: '08' }]);
  });
});

describe('law-making', () => {
  const law = (type: string, on: string, data: object = {}) =>
    stated(type, on, on.slice(0, 10), data as EventDraft['data']);
  const streams = {
    'reform-sote-2021': [
      stated('reform-announced', '2019-06', '2019-06-30', { name: { fi: 'Sote' } }),
      stated('regional-study-published', '2019', plan2, {}),
      stated('grant-call-opened', '2020-01', plan2, {}),
      law('government-proposal-submitted', '2020-12-08', { reference: 'HE 241/2020 vp' }),
      law('laws-passed', '2021-06-23'),
      law('laws-ratified', '2021-06-29', { reference: '611/2021 and others' }),
      law('responsibility-transfer-date-set', '2021-06-29', { effective: '2023-01-01' }),
      law('laws-in-force', '2021-07-01'),
      law('county-elections-held', '2022-01-23'),
      law('county-councils-started', '2022-03-01'),
    ],
    'reform-sote-2017': [law('government-proposal-submitted', '2017-03-02'), law('reform-lapsed', '2019-03-08')],
  };
  const events = ledgerOf(streams);
  const known = knownOn(events, '2023-01-01');

  test('the events are well formed', () => {
    for (const [stream, drafts] of Object.entries(streams)) expect(formOf(stream, drafts)).toBe('accepted');
  });

  test('proposed, adopted, ratified, in force and applied are five events', () => {
    const statuses = ['2020-12-08', '2021-06-22', '2021-06-23', '2021-06-29', '2021-07-01'].map((on) =>
      known.status('reform:sote-2021', on),
    );
    expect(statuses).toEqual([['proposed'], ['proposed'], ['passed'], ['ratified'], ['in-force']]);
    expect(knownOn(events, '2021-06-22').status('reform:sote-2021', '2021-06-25')).toEqual(['proposed']);
    expect(known.at('reform:sote-2021', '2022-03-01')).toMatchObject([
      { transferDate: '2023-01-01', references: ['HE 241/2020 vp', '611/2021 and others'] },
    ]);
    expect(known.findings('2023-01-01')).toEqual([]);
  });

  test('the reform before it lapsed', () => {
    expect(known.status('reform:sote-2017', '2019-03-07')).toEqual(['proposed']);
    expect(known.status('reform:sote-2017', '2019-03-08')).toEqual(['lapsed']);
  });

  test('a reform is revived as a new one, linked to the old', () => {
    const revived = ledgerOf({ 'reform-new': [law('reform-revived', '2019-06-06', { revives: 'sote-2017' })] });
    expect(knownOn(revived, '2019-06-06').at('reform:new', '2019-06-06')).toEqual([
      { status: 'announced', revives: 'sote-2017' },
    ]);
  });
});

describe('programmes that end without a word', () => {
  const launched = stated('programme-launched', null, '2020-10-23', {
    name: { en: 'Central Finland' },
    period: '2020/2021',
    measuresInTotal: 28,
    funder: 'ministry:stm',
  });
  const ended = (drafts: readonly EventDraft[], on: string) =>
    knownOn(ledgerOf({ 'programme-ks-restructuring': drafts }), '2024-03-01')
      .findings(on)
      .map(({ rule }) => rule);

  test('a programme whose period has ended with no closing recorded carries that finding', () => {
    expect(ended([launched], '2021-12-31')).toEqual([]);
    expect(ended([launched], '2022-01-01')).toEqual(['programme-period-ended']);
    expect(ended([launched, stated('programme-closed', '2021-12-31', '2022-02-23', {})], '2022-01-01')).toEqual([]);
  });

  test('a figure that is not what it rests on is a finding', () => {
    const figures = [
      { key: 'population', what: { en: 'population growth' }, stated: 40_000, from: 264_420, to: 300_246 },
    ];
    const filed = stated('assessment-filed', '2020-11-30', '2020-11-30', {
      key: '2020',
      what: { en: 'baseline' },
      figures,
    });
    const found = knownOn(ledgerOf({ 'programme-vake-health-centre': [filed] }), '2020-11-30').findings('2020-11-30');
    expect(found.map(({ rule, params }) => [rule, params['computed'], params['difference']])).toEqual([
      ['figure-differs', 35_826, 4_174],
    ]);
  });
});
