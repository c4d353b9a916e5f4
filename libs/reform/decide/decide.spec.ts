import { describe, expect, test } from '@jest/globals';
import { type EventDraft, type StoredEvent } from '#event-store';
import { type EntityHistory, type EntityId, day } from '#history';
import { type ReformCommand } from './command.js';
import { decide, decideAsStated } from './decide.js';
import { judge } from './judge.js';
import { draft, idOf, stored } from './stream.fixture.js';

const today = day('2026-11-22');
const measure = 'measure-x/A';
const programme = 'programme-x';

const command = (stream: string, drafts: readonly EventDraft[], more: Partial<ReformCommand> = {}): ReformCommand => ({
  stream,
  drafts,
  today,
  ...more,
});

/** The code of the refusal, or `accepted`. */
const outcome = (history: readonly StoredEvent[], of: ReformCommand): string => {
  const decision = decide(history, of);
  return 'accepted' in decision ? 'accepted' : decision.refused.code;
};

const planned = draft('measure-planned', '2020-04-28', { title: { fi: 'A' } });
const started = draft('measure-started', '2020-06', {});
const ended = draft('measure-ended', '2021-12-31', { outcome: 'completed' });
const target = (n: number) => ({ target: idOf(n) });
const corrected = (n: number, occurred: string | null, data = {}) =>
  draft('event-corrected', occurred, { ...target(n), schema: 1, data });

describe('rule 6: accepted if and only if the whole history of the stream adds no illegal step', () => {
  test('facts in order are accepted as they stand', () => {
    expect(decide([], command(measure, [planned, started]))).toEqual({ accepted: [planned, started] });
  });

  test('a step out of order is refused, with the entity and its status', () => {
    const decision = decide(stored(measure, [planned, ended]), command(measure, [draft('measure-resumed', null, {})]));
    expect(decision).toMatchObject({
      refused: {
        code: 'illegal-step',
        fields: { entity: 'measure:x/A', event: 'measure-resumed', id: 'draft-0', status: 'ended' },
        message: { en: 'measure-resumed does not fit in the history of measure:x/A (status: ended).' },
      },
    });
  });

  test('a fact that came late goes to its place', () => {
    expect(outcome(stored(measure, [planned, ended]), command(measure, [started]))).toBe('accepted');
  });

  test('a correction that makes another event not fit is refused and names that event', () => {
    const history = stored(measure, [planned, started, ended]);
    const moved = corrected(3, '2020-05', { outcome: 'completed' });
    expect(decide(history, command(measure, [moved]))).toMatchObject({
      refused: { code: 'illegal-step', fields: { id: idOf(2), event: 'measure-started' } },
    });
  });

  test('several corrections are judged together', () => {
    const history = stored(measure, [planned, started, ended]);
    const both = [corrected(3, '2020-05', { outcome: 'completed' }), corrected(2, '2020-04')];
    const early = draft('event-corrected', '2020-03', { ...target(1), schema: 1, data: { title: { fi: 'A' } } });
    expect(outcome(history, command(measure, [both[0] as EventDraft]))).toBe('illegal-step');
    expect(outcome(history, command(measure, [early, ...both]))).toBe('accepted');
  });

  test('what did not fit before is no reason to refuse what fits', () => {
    const history = stored(measure, [planned, draft('measure-resumed', '2020-05', {})]);
    expect(outcome(history, command(measure, [started]))).toBe('accepted');
  });

  test('a retraction is judged likewise and is final', () => {
    const history = stored(measure, [planned, started, draft('progress-reported', '2020-07', { percent: 10 })]);
    expect(outcome(history, command(measure, [draft('event-retracted', null, target(2))]))).toBe('accepted');
    const endedAgain = draft('measure-ended', '2022-06', { outcome: 'completed' });
    const reopened = stored(measure, [ended, draft('measure-reopened', '2022-02', {}), endedAgain]);
    expect(outcome(reopened, command(measure, [draft('event-retracted', null, target(2))]))).toBe('illegal-step');
    const retracted = [...history, ...stored(measure, [draft('event-retracted', null, target(2))], today, 4)];
    expect(outcome(retracted, command(measure, [corrected(2, '2020-08')]))).toBe('target-retracted');
  });

  test('an import records as stated what a command may not', () => {
    const history = stored(measure, [planned, ended]);
    const late = command(measure, [draft('measure-resumed', null, {})]);
    expect(decideAsStated(history, late)).toEqual({ accepted: late.drafts });
  });
});

describe('form and version', () => {
  const refusals: readonly (readonly [string, string, EventDraft])[] = [
    ['unknown-event-type', measure, draft('measure-exploded', null, {})],
    ['wrong-stream', measure, draft('laws-passed', null, {})],
    ['wrong-stream', 'elsewhere', planned],
    ['wrong-schema', measure, { ...planned, schema: 7 }],
    ['unknown-field', measure, draft('measure-started', null, { by: 'x' })],
    ['missing-field', measure, draft('measure-ended', null, {})],
    ['invalid-value', measure, draft('measure-ended', null, { outcome: 'fine' })],
    ['invalid-date', measure, { ...started, occurred: '2021-02-30' }],
    ['invalid-date', measure, draft('measure-planned', null, { title: { fi: 'A' }, schedule: 'soon' })],
    ['too-long', measure, draft('measure-planned', null, { title: { fi: 'x'.repeat(501) } })],
    ['lone-surrogate', measure, draft('measure-planned', null, { title: { fi: 'x\ud800' } })],
    ['integer-out-of-range', programme, draft('budget-moved', null, { from: '1', to: '2', amount: 2 ** 53 })],
    ['personal-data', measure, draft('measure-planned', null, { title: { fi: 'soita 040 123 4567' } })],
    ['not-commanded', 'case-x', draft('gate-opened', null, gateOpened())],
    ['missing-field', measure, { ...started, learned: '2021-01-01' }],
    ['unknown-target', measure, draft('event-retracted', null, target(9))],
    ['unknown-field', measure, corrected(1, null, { title: { fi: 'A' }, colour: 'red' })],
  ];

  test.each(refusals)('%s', (code, stream, event) => {
    expect(outcome(stored(measure, [planned]), command(stream, [event]))).toBe(code);
  });

  test('an import does not pass what is malformed', () => {
    expect(decideAsStated([], command(measure, [draft('measure-started', null, { by: 'x' })]))).toMatchObject({
      refused: { code: 'unknown-field', problems: [{ path: '/data/by', event: 0 }] },
    });
  });

  test('all that is wrong is listed, and the value itself is never repeated', () => {
    const event = draft('measure-planned', 'x', { title: { fi: 'maija@example.fi' }, owner: 7 });
    const decision = decide([], command(measure, [event]));
    expect(decision).toMatchObject({
      refused: { problems: [{ path: '/occurred' }, { path: '/data/title/fi' }, { path: '/data/owner' }] },
    });
    expect(JSON.stringify(decision)).not.toContain('maija');
  });

  test('a version that is no longer the newest is refused', () => {
    expect(outcome(stored(measure, [planned]), command(measure, [started], { expectedVersion: 0 }))).toBe(
      'version-conflict',
    );
    expect(outcome(stored(measure, [planned]), command(measure, [started], { expectedVersion: 1 }))).toBe('accepted');
  });

  test('a correction of a record or of a correction is refused', () => {
    const history = stored(measure, [planned, corrected(1, '2020-05', { title: { fi: 'B' } })]);
    expect(outcome(history, command(measure, [draft('event-retracted', null, target(2))]))).toBe('target-not-original');
  });
});

function gateOpened() {
  return {
    item: 'gate:start',
    was: 'shut',
    is: 'open',
    since: null,
    due: null,
    dueWas: null,
    because: [],
    version: { key: 'x', hash: 'a'.repeat(64), by: idOf(1) },
    release: '1',
    folded: '1',
    daysLate: 0,
    cause: { event: null },
    params: {},
  };
}

describe('a closed programme', () => {
  const history = stored(programme, [
    draft('programme-launched', '2020', { name: { fi: 'X' } }),
    draft('budget-allocated', '2020', { subArea: '1', plan: '1.0', total: 100 }),
    draft('programme-closed', '2021-12-31', {}),
  ]);
  const target1 = (occurred: string | null) => draft('target-set', occurred, { key: 't', what: { fi: 'T' } });
  const context = judge(history, command(programme, [])).before.entities;

  test('takes nothing new, takes what certainly happened before, and its closing can be taken back', () => {
    expect(outcome(history, command(programme, [target1('2022-01-01')]))).toBe('programme-closed');
    expect(outcome(history, command(programme, [target1(null)]))).toBe('programme-closed');
    expect(outcome(history, command(programme, [target1('2021')]))).toBe('programme-closed');
    expect(outcome(history, command(programme, [target1('2021-11')]))).toBe('accepted');
    expect(outcome(history, command(programme, [draft('event-retracted', null, target(3))]))).toBe('accepted');
  });

  test('closes the streams of its measures too', () => {
    expect(outcome([], command(measure, [planned], { context }))).toBe('accepted');
    expect(outcome([], command(measure, [draft('measure-started', '2022', {})], { context }))).toBe('programme-closed');
  });
});

describe('domain rule 3: decisions', () => {
  const seats = ['a', 'b', 'c'].map((seat) => ({ seat, votes: true }));
  const guest = { seat: 'g', votes: false };
  const requested = draft('decision-requested', '2021-05-01', {
    subject: 'gate:start/measure:x/A',
    body: 'steering',
    seats: [...seats, guest],
  });
  const stream = 'decision-x/d1';
  const vote = (seat: string, choice = 'approve') => draft('vote-cast', '2021-05-02', { seat, choice });
  const approved = draft('decision-recorded', '2021-05-03', { outcome: 'approved' });
  const entities = (more: object = {}, extra: readonly EventDraft[] = []): ReadonlyMap<EntityId, EntityHistory> =>
    judge(
      stored(programme, [
        draft('body-established', '2020-01-01', { key: 'steering', name: { fi: 'S' }, ...more }),
        ...['a', 'b', 'c'].map((seat) =>
          draft('seat-filled', '2020-01-01', { body: 'steering', seat, holder: `person:${seat}`, votes: true }),
        ),
        ...extra,
      ]),
      command(programme, []),
    ).before.entities;

  test('n-1 of n approvals open nothing, also when they arrive at once', () => {
    expect(outcome([], command(stream, [requested, vote('a'), vote('b'), approved]))).toBe('votes-missing');
    expect(outcome([], command(stream, [requested, vote('a'), vote('b'), vote('c'), approved]))).toBe('accepted');
    expect(outcome([], command(stream, [requested, vote('a'), vote('b'), vote('c', 'abstain'), approved]))).toBe(
      'votes-missing',
    );
  });

  test('one seat counts once, a seat without a vote not at all', () => {
    expect(outcome([], command(stream, [requested, vote('a'), vote('a')]))).toBe('seat-voted-already');
    expect(outcome([], command(stream, [requested, vote('g')]))).toBe('seat-without-vote');
    expect(outcome([], command(stream, [requested, vote('z')]))).toBe('seat-without-vote');
    const attended = draft('decision-recorded', '2021-05-03', { outcome: 'approved', attended: ['a', 'b', 'c'] });
    expect(outcome([], command(stream, [requested, vote('a'), attended]))).toBe('votes-missing');
  });

  test('a quorum counts the votes cast, whatever they are', () => {
    const quorate = draft('decision-requested', '2021-05-01', { ...requested.data, quorum: 2, approvals: 1 });
    expect(outcome([], command(stream, [quorate, vote('a'), approved]))).toBe('votes-missing');
    expect(outcome([], command(stream, [quorate, vote('a'), vote('b', 'reject'), approved]))).toBe('accepted');
  });

  test('a body decides only within its mandate and dates, with all its voting seats', () => {
    const ask = (context: ReadonlyMap<EntityId, EntityHistory>) =>
      outcome([], command(stream, [requested], { context }));
    expect(ask(entities())).toBe('accepted');
    expect(ask(entities({ decides: ['gate:start'] }))).toBe('accepted');
    expect(ask(entities({ decides: ['gate:star'] }))).toBe('outside-mandate');
    expect(ask(entities({ mandateUntil: '2021-04-30' }))).toBe('outside-mandate');
    expect(ask(entities({ mandateFrom: '2021-05-01', mandateUntil: '2021-05-01' }))).toBe('accepted');
    expect(ask(entities({}, [draft('body-ended', '2021-04', { key: 'steering' })]))).toBe('outside-mandate');
    expect(ask(new Map())).toBe('unknown-body');
    const more = draft('seat-filled', '2021-01', { body: 'steering', seat: 'd', holder: 'person:d', votes: true });
    expect(ask(entities({}, [more]))).toBe('seats-differ');
  });

  test('a recorded decision may be all that a source tells', () => {
    expect(outcome([], command(stream, [approved]))).toBe('accepted');
  });
});

describe('named rules that explain a step that does not fit', () => {
  const area = 'area-04';
  const key = { service: 's', municipality: '092' };
  const registered = draft('responsibility-registered', '2010', { ...key, holder: 'municipality:092' });

  test('a responsibility moves to another organisation, and an answer needs an offer', () => {
    const history = stored(area, [registered]);
    const to = { ...key, to: 'municipality:092' };
    expect(outcome(history, command(area, [draft('responsibility-transferred', '2023-01-01', to)]))).toBe(
      'transfer-to-holder',
    );
    expect(outcome(history, command(area, [draft('transfer-offered', '2022', to)]))).toBe('transfer-to-holder');
    expect(outcome(history, command(area, [draft('transfer-accepted', '2022', key)]))).toBe('no-offer');
    expect(outcome(history, command(area, [draft('transfer-declined', '2022', key)]))).toBe('no-offer');
  });

  const allocated = [
    draft('budget-allocated', '2020', { subArea: '1', plan: '1.0', total: 100, own: 20, grant: 80 }),
    draft('budget-allocated', '2020', { subArea: '2', plan: '1.0', total: 50, own: 10, grant: 40 }),
  ];
  const move = (data: object) => draft('budget-moved', '2021', { from: '1', to: '2', amount: 60, ...data });

  test('money never goes below zero, nor in a circle, nor against the shares', () => {
    const history = stored(programme, allocated);
    const of = (...events: readonly EventDraft[]) => outcome(history, command(programme, events));
    expect(of(move({}))).toBe('accepted');
    expect(of(move({ amount: 101 }))).toBe('budget-below-zero');
    expect(of(move({}), move({}))).toBe('budget-below-zero');
    expect(of(move({ to: '1' }))).toBe('budget-to-itself');
    expect(of(move({ own: 20 }))).toBe('budget-shares');
    expect(of(move({ own: 12 }))).toBe('accepted');
    expect(of(move({ to: '3' }))).toBe('illegal-step');
  });

  test('a move is completed with its own funding by the shares', () => {
    const history = stored(programme, allocated);
    expect(decide(history, command(programme, [move({})]))).toEqual({ accepted: [move({ own: 12 })] });
  });
});
