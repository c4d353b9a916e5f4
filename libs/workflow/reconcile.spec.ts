import { describe, expect, test } from '@jest/globals';
import { position } from '#event-store';
import { day } from '#history';
import {
  type CaseInput,
  type CaseRecord,
  announcementFindings,
  migrationRecords,
  nationalFivePhases,
  nextWakeUp,
  planThreePhases,
  reconcile,
  resolveCase,
  standingAt,
  standingFindings,
} from './index.js';
import { appended } from './testing/ledger.fixture.js';
import { type Told, effective, fact, migrated, published, started, toyCase } from './testing/toy-domain.fixture.js';

const begin = [published(planThreePhases), published(nationalFivePhases), started('plan-three-phases', '2020-04-28')];
const proposal = fact('government-proposal-submitted', 'reform:new', '2020-12-08');
const law = fact('laws-passed', 'reform:new', '2021-06-23');

const run = (told: readonly Told[] | CaseInput, records: readonly CaseRecord[], today: string, place: number) => {
  const when = { position: position(place), today: day(today), release: 'r1' };
  const input = 'caseId' in told ? told : toyCase(told);
  const drafts = reconcile(resolveCase(input), records, when);
  return { drafts, records: appended(records, drafts, when) };
};
const brief = (drafts: readonly { type: string; data: { item: string } }[]): readonly string[] =>
  drafts.map(({ type, data }) => `${type} ${data.item}`);

describe('reconcile', () => {
  test('rule 14: a record holds what was, what is, since when, why, how late and by what cause', () => {
    const { drafts } = run([...begin, proposal], [], '2020-12-10', 10);
    expect(brief(drafts)).toEqual([
      'phase-opened phase:after-government-proposal',
      'phase-opened phase:before-government-proposal',
    ]);
    expect(drafts[0]?.data).toEqual({
      item: 'phase:after-government-proposal',
      was: 'shut',
      is: 'open',
      since: '2020-12-08',
      due: null,
      dueWas: null,
      because: ['government-proposal-submitted reform:new'],
      version: { key: 'plan-three-phases', hash: 'hash-plan-three-phases', by: 'start' },
      release: 'r1',
      folded: '10',
      daysLate: 2,
      cause: { event: 'government-proposal-submitted reform:new' },
      params: {},
    });
  });

  test('rule 13: no difference, no record; a new fact gives one', () => {
    const first = run([...begin, proposal], [], '2020-12-10', 10);
    expect(run([...begin, proposal], first.records, '2021-06-30', 20).drafts).toEqual([]);
    expect(brief(run([...begin, proposal, law], first.records, '2021-06-30', 20).drafts)).toEqual([
      'phase-opened phase:after-laws-passed',
    ]);
  });

  test('rule 16: a correction shuts with the correction as cause, and the records stay', () => {
    const first = run([...begin, law], [], '2021-06-24', 10);
    const corrected = { ...law, on: '2021-06-26', corrected: 'correction' };
    const { drafts } = run([...begin, corrected], first.records, '2021-06-25', 2000);
    expect(brief(drafts)).toEqual(['phase-shut phase:after-laws-passed']);
    expect(drafts[0]?.data).toMatchObject({
      was: 'open',
      is: 'shut',
      since: null,
      because: ['laws-passed reform:new', 'correction'],
      cause: { event: 'correction' },
    });
  });

  test('rule 14: what was retracted is cited by its retraction', () => {
    const first = run([...begin, law], [], '2021-06-24', 10);
    const retractions = [{ target: law.id ?? '', id: 'retraction', position: position(50) }];
    const { drafts } = run({ ...toyCase(begin), retractions }, first.records, '2021-06-25', 60);
    expect(drafts.map(({ data }) => [data.is, data.because, data.cause])).toEqual([
      ['shut', ['retraction'], { event: 'retraction' }],
    ]);
  });

  test('rule 14: a deadline that time alone brings about has the clock as its cause', () => {
    const milestone = fact('milestone-set', 'milestone:p/m', '2020-05-01', {
      within: { programme: 'p' },
      set: { due: '2020-06-30' },
    });
    const first = run([...begin, milestone], [], '2020-05-02', 10);
    expect(brief(first.drafts)[0]).toBe('deadline-set deadline:milestone/milestone:p/m');
    const longer = { ...milestone, data: { ...milestone.data, set: { due: '2020-08-31' } } };
    expect(
      run([...begin, longer], first.records, '2020-05-03', 20).drafts.map(({ type, data }) => [type, data.due]),
    ).toEqual([['deadline-moved', '2020-08-31']]);
    const later = run([...begin, milestone], first.records, '2020-07-20', 20);
    expect(brief(later.drafts)).toEqual(['deadline-reached deadline:milestone/milestone:p/m']);
    expect(later.drafts[0]?.data).toMatchObject({ daysLate: 19, due: '2020-06-30', cause: { event: null } });
    const moved = { ...milestone, data: { ...milestone.data, set: { due: '2020-09-30' } }, corrected: 'correction' };
    const third = run([...begin, moved], later.records, '2020-07-21', 2000);
    expect(brief(third.drafts)).toEqual(['deadline-moved deadline:milestone/milestone:p/m']);
    expect(third.drafts[0]?.data).toMatchObject({ was: 'reached', is: 'set', due: '2020-09-30', dueWas: '2020-06-30' });
  });

  test('rule 13: what opened and shut between two runs leaves one record, shut with its new since', () => {
    const told = [...begin, proposal, fact('programme-closed', 'programme:p', '2021-01-15')];
    const { drafts } = run(told, [], '2021-02-01', 10);
    expect(drafts.map(({ type, data }) => [type, data.since])).toEqual([
      ['phase-shut', '2021-01-15'],
      ['phase-shut', '2021-01-15'],
    ]);
  });

  test('rule 17: a migration retires what it does not carry over, and carries records along', () => {
    const told = [...begin, proposal, law];
    const first = run(told, [], '2021-06-24', 10);
    const keys = {
      'phase:before-government-proposal': 'phase:voluntary-preparation',
      'phase:after-government-proposal': 'phase:preparation-of-implementation',
    };
    const migration = { ...migrated('national-five-phases', '2021-06-25', { mapping: { keys } }), id: 'migration' };
    const directive = effective([...told, migration]).slice(-1);
    const when = { position: position(100), today: day('2021-06-25'), release: 'r1' };
    const listed = migrationRecords({ input: toyCase(told), records: first.records }, directive, when);
    expect(listed.map(({ type, data }) => [type, data.item, data.since, data.cause])).toEqual([
      ['phase-shut', 'phase:after-laws-passed', '2021-06-25', { event: null }],
    ]);
    expect(listed[0]?.data.because).toEqual(['migration']);
    const after = run([...told, migration], appended(first.records, listed, when), '2021-07-02', 200);
    expect(after.drafts).toEqual([]);
  });

  test('rule 17: what a mapping retires is recorded as shut, once; a task follows its entity through any mapping', () => {
    const told = [
      ...begin,
      law,
      fact('measure-planned', 'measure:p/E', '2020-05-01', {
        within: { programme: 'p' },
        set: { phases: ['after-laws-passed'] },
      }),
      fact('measure-started', 'measure:p/E', '2021-06-20', { within: { programme: 'p' } }),
    ];
    const first = run(told, [], '2021-06-24', 10);
    const mapping = { otherwise: 'retire', keys: { 'gate:start': 'gate:start', 'phase:after-laws-passed': null } };
    const migrating = [...told, migrated('national-five-phases', '2021-06-25', { mapping })];
    const second = run(migrating, first.records, '2021-06-25', 20);
    expect(second.drafts.map(({ type, data }) => [type, data.item])).toEqual([
      ['gate-shut', 'gate:start/measure:p/E'],
      ['phase-shut', 'phase:after-laws-passed'],
      ['phase-shut', 'phase:before-government-proposal'],
      ['phase-opened', 'phase:voluntary-preparation'],
    ]);
    expect(run(migrating, second.records, '2021-06-26', 30).drafts).toEqual([]);
    const standing = standingAt(resolveCase(toyCase(migrating)), day('2021-06-25'));
    expect(standing.items.get('task:start-before-gate/measure:p/E')?.since).toBe(day('2021-06-20'));
  });

  test('rule 15: what follows and was not told, and what was told and follows no longer', () => {
    const first = run([...begin, law], [], '2021-06-24', 10);
    const now = resolveCase(toyCase([...begin, proposal]));
    expect(
      announcementFindings(now, standingAt(now, day('2021-06-24')), first.records).map(({ rule, params }) => [
        rule,
        params['item'],
      ]),
    ).toEqual([
      ['follows-not-yet-told', 'phase:after-government-proposal'],
      ['told-no-longer-follows', 'phase:after-laws-passed'],
    ]);
  });

  test('rule 10: the next wake-up is the next step after today', () => {
    const resolved = resolveCase(toyCase([...begin, proposal, law]));
    expect(nextWakeUp(resolved, day('2020-12-07'))).toBe(day('2020-12-08'));
    expect(nextWakeUp(resolved, day('2020-12-08'))).toBe(day('2021-06-23'));
    expect(nextWakeUp(resolved, day('2021-06-23'))).toBeNull();
  });
});

describe('rule 16: a start before its gate', () => {
  const measure = (on: string): readonly Told[] => [
    ...begin,
    law,
    fact('measure-planned', 'measure:p/E', '2020-05-01', {
      within: { programme: 'p' },
      set: { phases: ['after-laws-passed'] },
    }),
    fact('measure-started', 'measure:p/E', on, { within: { programme: 'p' } }),
  ];
  const findings = (told: readonly Told[], on: string) =>
    standingFindings(standingAt(resolveCase(toyCase(told)), day(on)));

  test('is a finding with a task, which cites the start and the gate', () => {
    expect(findings(measure('2021-06-20'), '2021-07-01')).toEqual([
      {
        key: 'start-before-gate/measure:p/E',
        rule: 'start-before-gate',
        entity: 'measure:p/E',
        because: ['measure-started measure:p/E', 'laws-passed reform:new'],
        params: { gates: [{ gate: 'gate:start/measure:p/E', earliest: '2021-06-20', latest: '2021-06-20' }] },
      },
    ]);
    expect(findings(measure('2021-06-20'), '2021-06-19')).toEqual([]);
    expect(brief(run(measure('2021-06-20'), [], '2021-07-01', 10).drafts)).toContain(
      'task-opened task:start-before-gate/measure:p/E',
    );
  });

  test.each(['2021-06-23', '2021-06', '2021-06-20/2021-06-23'])('is none where a possible day is fine: %s', (on) => {
    expect(findings(measure(on), '2021-07-01')).toEqual([]);
  });

  test('before the first day of the case nothing is judged', () => {
    expect(findings(measure('2020-04-27'), '2021-07-01')).toEqual([]);
  });

  test('goes when the facts are put right, and closes its task', () => {
    const first = run(measure('2021-06-20'), [], '2021-07-01', 10);
    const { drafts } = run(measure('2021-06-23'), first.records, '2021-07-02', 20);
    expect(brief(drafts)).toContain('task-closed task:start-before-gate/measure:p/E');
  });

  test('a day is judged by the version it fell under', () => {
    const later = migrated('national-five-phases', '2021-06-22', {
      mapping: { keys: { 'phase:after-laws-passed': 'phase:voluntary-preparation' } },
    });
    expect(findings([...measure('2021-06-20'), later], '2021-07-01')).toHaveLength(1);
    expect(findings([...measure('2021-06-22'), later], '2021-07-01')).toEqual([]);
  });
});
