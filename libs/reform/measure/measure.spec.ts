import { describe, expect, test } from '@jest/globals';
import { type EventDraft } from '#event-store';
import { draft } from '../decide/stream.fixture.js';
import { knownOn, ledgerOf, lifeOf } from '../reform.fixture.js';

const stream = 'measure-x/A';
const entity = 'measure:x/A';
const life = (...drafts: readonly EventDraft[]) => lifeOf(stream, entity, drafts);
const on = (type: string, occurred: string | null, data: object = {}) =>
  draft(type, occurred, data as EventDraft['data']);
const planned = on('measure-planned', '2020-01', { title: { fi: 'A' }, phases: ['first'], owner: 'city:vantaa' });
const ended = (occurred: string) => on('measure-ended', occurred, { outcome: 'completed' });

describe('a measure', () => {
  test('goes its ordinary way', () => {
    expect(
      life(planned, on('measure-started', '2020-02'), on('progress-reported', '2020-03'), ended('2020-04')),
    ).toEqual({
      statuses: ['planned', 'started', 'started', 'ended'],
      illegal: [],
      last: {
        ...{ status: 'ended', title: { fi: 'A' }, phases: ['first'], owner: 'city:vantaa', outcome: 'completed' },
        started: { earliest: '2020-02-01', latest: '2020-02-29', stated: '2020-02' },
      },
    });
  });

  test.each([
    ['measure-started', 'started', {}],
    ['measure-suspended', 'suspended', {}],
    ['measure-resumed', 'started', {}],
    ['measure-deferred', 'deferred', {}],
    ['measure-ended', 'ended', { outcome: 'lapsed' }],
    ['measure-reopened', 'started', {}],
    ['measure-handover-accepted', 'planned', { to: 'county:04' }],
  ])('may be known first by %s, for sources tell lives from the middle', (type, status, data) => {
    expect(life(on(type, '2021', data))).toMatchObject({ statuses: [status], illegal: [] });
  });

  test.each(['measure-rescheduled', 'measure-owner-assigned', 'progress-reported', 'measure-alias-added'])(
    'is not known by %s, which names no state',
    (type) => expect(life(on(type, '2021'))).toMatchObject({ statuses: [], illegal: [type] }),
  );

  test('stands still, goes on, is put off and planned again', () => {
    expect(
      life(
        planned,
        on('measure-suspended', '2020-02', { reason: null }),
        on('measure-resumed', '2020-03'),
        on('measure-deferred', '2020-04', { after: 'responsibility-transferred' }),
        on('measure-rescheduled', '2020-05', { schedule: '2023' }),
      ),
    ).toMatchObject({
      statuses: ['planned', 'suspended', 'started', 'deferred', 'planned'],
      last: { schedule: '2023' },
    });
  });

  test('ends once, unless it is reopened', () => {
    expect(life(planned, ended('2020-02'), ended('2020-03')).illegal).toEqual(['measure-ended']);
    expect(life(planned, ended('2020-02'), on('measure-reopened', '2020-03'), ended('2020-04')).statuses).toEqual([
      ...['planned', 'ended', 'started', 'ended'],
    ]);
  });

  test('changes hands by an offer that is accepted', () => {
    const offered = on('measure-handover-offered', '2020-02', { to: 'county:04' });
    const owner = (...drafts: readonly EventDraft[]) => life(planned, ...drafts).last?.['owner'];
    expect(owner(offered)).toBe('city:vantaa');
    expect(owner(offered, on('measure-handover-accepted', '2020-03'))).toBe('county:04');
    expect(owner(offered, on('measure-handover-declined', '2020-03'))).toBe('city:vantaa');
    expect(life(planned, on('measure-handover-accepted', '2020-03', { to: 'county:04' })).illegal).toHaveLength(1);
  });
});

describe('work of a measure or of its programme', () => {
  const work = (type: string, occurred: string | null, data: object = {}) => on(type, occurred, { key: 'k', ...data });

  test('an entity of a measure is told from one of its programme', () => {
    const known = knownOn(
      ledgerOf({
        'measure-x/A': [work('milestone-set', null, { what: { fi: 'M' } })],
        'programme-x': [work('milestone-reached', '2020')],
      }),
      '2026-11-22',
    );
    expect([...known.entities.keys()]).toEqual(['milestone:x/-/k', 'milestone:x/A/k']);
    expect(known.entities.get('milestone:x/A/k')?.within).toEqual({ programme: 'x', measure: 'A' });
  });

  test.each([
    ['milestone', ['milestone-set', 'milestone-rescheduled', 'milestone-reached'], ['set', 'set', 'reached']],
    ['milestone', ['milestone-reached'], ['reached']],
    ['milestone', ['milestone-set', 'milestone-dropped', 'milestone-set'], ['set', 'dropped', 'set']],
    ['deliverable', ['deliverable-produced', 'deliverable-approved'], ['produced', 'approved']],
    ['deliverable', ['deliverable-approved'], ['approved']],
    [
      'pilot',
      ['pilot-planned', 'pilot-launched', 'pilot-evaluated', 'pilot-ended'],
      ['planned', 'running', 'evaluated', 'ended'],
    ],
    ['pilot', ['pilot-launched', 'pilot-ended'], ['running', 'ended']],
    ['pilot', ['pilot-planned', 'pilot-planned'], ['planned', 'planned']],
  ])('%s: %j', (kind, types, statuses) => {
    const drafts = types.map((type, index) => work(type, `202${index}`, { what: { fi: 'X' } }));
    expect(lifeOf(stream, `${kind}:x/A/k`, drafts)).toMatchObject({ statuses, illegal: [] });
  });

  test.each([
    ['milestone', ['milestone-reached', 'milestone-dropped']],
    ['pilot', ['pilot-ended', 'pilot-launched']],
    ['deliverable', ['deliverable-produced', 'deliverable-produced']],
  ])('%s: the last of %j does not fit', (kind, types) => {
    const drafts = types.map((type, index) => work(type, `202${index}`));
    expect(lifeOf(stream, `${kind}:x/A/k`, drafts).illegal).toEqual(types.slice(-1));
  });

  test('a roll-out is one for each municipality, and one where none is named', () => {
    const rollout = (type: string, occurred: string, data: object = {}) =>
      on(type, occurred, { service: 's', ...data });
    const of = (key: string, ...drafts: readonly EventDraft[]) => lifeOf('programme-x', `rollout:x/s/${key}`, drafts);
    expect(of('-', rollout('rollout-started', '2021')).statuses).toEqual(['started']);
    expect(
      of(
        '092',
        rollout('rollout-planned', '2020', { municipality: '092' }),
        rollout('rollout-completed', '2021', { municipality: '092' }),
      ).statuses,
    ).toEqual(['planned', 'completed']);
  });
});
