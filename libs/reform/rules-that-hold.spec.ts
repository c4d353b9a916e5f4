import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EventDraft, type StoredEvent } from '#event-store';
import { type Day, day, iso } from '#history';
import { holderOn } from './area/holder.js';
import { decide } from './decide/decide.js';
import { judge } from './decide/judge.js';
import { draft, idOf, stored } from './decide/stream.fixture.js';
import { integerAt, objectAt } from './kinds/read.js';

const today = day('2026-11-22');

/** Applies commands in turn, those that are refused leave no trace; the stream after them. */
const accepted = (stream: string, commands: readonly (readonly EventDraft[])[]): readonly StoredEvent[] =>
  commands.reduce<readonly StoredEvent[]>((history, drafts) => {
    const decision = decide(history, { stream, drafts, today });
    return 'accepted' in decision
      ? [...history, ...stored(stream, decision.accepted, today, history.length + 1)]
      : history;
  }, []);

const entitiesOf = (stream: string, history: readonly StoredEvent[]) =>
  judge(history, { stream, drafts: [], today }).before.entities;

describe('domain rule 1: exactly one responsible organisation on every day from the registration on', () => {
  const stream = 'area-04';
  const entity = 'responsibility:04/s/092';
  const key = { service: 's', municipality: '092' };
  const registered = draft('responsibility-registered', '2010-01-01', { ...key, holder: 'municipality:092' });
  const start = day('2015-01-01');
  const dayIn = fc.integer({ min: 0, max: 4000 }).map((n) => start + n);
  const holder = fc.constantFrom('county:04', 'county:01', 'municipality:092', 'municipality:245');
  const blurred = fc
    .tuple(dayIn, fc.integer({ min: 0, max: 400 }))
    .map(([on, width]) => `${iso(on)}/${iso(on + width)}`);
  const occurred = fc.oneof(dayIn.map(iso), blurred);
  const target = fc.integer({ min: 2, max: 8 }).map(idOf);
  const transferOn = fc.tuple(occurred, holder).map(([on, to]) => ({ on, data: { ...key, to } }));
  const event = fc.oneof(
    transferOn.map(({ on, data }) => draft('responsibility-transferred', on, data)),
    transferOn.map(({ on, data }) => draft('transfer-offered', on, data)),
    occurred.map((on) => draft('transfer-accepted', on, key)),
    occurred.map((on) => draft('transfer-declined', on, key)),
    fc
      .tuple(transferOn, target)
      .map(([{ on, data }, id]) => draft('event-corrected', on, { target: id, schema: 1, data })),
    target.map((id) => draft('event-retracted', null, { target: id })),
  );

  test('through any sequence of offers, answers, transfers, corrections and retractions', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const history = accepted(stream, [[registered], ...events.map((one) => [one])]);
        const responsibility = entitiesOf(stream, history).get(entity);
        if (!responsibility) throw new Error('the registration was accepted');
        expect(responsibility.illegal).toEqual([]);
        const days = responsibility.placed.flatMap(({ interval }) => [interval.earliest, interval.latest]);
        const first = day('2010-01-01');
        const asked = [first, ...days, ...days.map((each) => each - 1)].filter((each) => each >= first);
        const holders = asked.map((on) => holderOn(responsibility, on));
        expect(holders).toEqual(
          asked.map((on) => responsibility.placed.findLast(({ interval }) => interval.latest <= on)?.state['holder']),
        );
        expect(holders.filter((each) => !/^(county|municipality):\d{2,3}$/.test(each ?? ''))).toEqual([]);
        expect(holderOn(responsibility, first - 1)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('whatever order transfers on different days are recorded in, and after their dates are corrected', () => {
    const transfers = fc.uniqueArray(dayIn, { minLength: 1, maxLength: 6 }).chain((days) =>
      fc.record({
        days: fc.constant(days),
        moved: fc.uniqueArray(dayIn, { minLength: days.length, maxLength: days.length }),
        asked: dayIn,
      }),
    );
    fc.assert(
      fc.property(transfers, ({ days, moved, asked }) => {
        const to = (index: number) => ({ ...key, to: `county:${String(10 + index)}` });
        const transferred = days.map((on, index) => draft('responsibility-transferred', iso(on), to(index)));
        const corrected = moved.map((on, index) =>
          draft('event-corrected', iso(on), { target: idOf(index + 2), schema: 1, data: to(index) }),
        );
        const expected = (dates: readonly Day[]): string => {
          const past = dates.map((on, index) => ({ on, index })).filter(({ on }) => on <= asked);
          const last = past.sort((a, b) => a.on - b.on).at(-1);
          return last ? to(last.index).to : 'municipality:092';
        };
        const before = accepted(stream, [[registered], ...transferred.map((one) => [one])]);
        const after = accepted(stream, [[registered], ...transferred.map((one) => [one]), corrected]);
        const holder = (history: readonly StoredEvent[]) => {
          const found = entitiesOf(stream, history).get(entity);
          return found && holderOn(found, asked);
        };
        expect(holder(before)).toBe(expected(days));
        expect(holder(after)).toBe(expected(moved));
      }),
      { numRuns: 200 },
    );
  });
});

describe('domain rule 2: moving money keeps the total of the programme, and own funding and grant their shares', () => {
  const stream = 'programme-x';
  const subAreas = ['1', '2', '3'];
  const first = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 3, maxLength: 3 });
  const move = fc.record({
    from: fc.constantFrom(...subAreas),
    to: fc.constantFrom(...subAreas),
    amount: fc.integer({ min: 1, max: 3_000_000 }),
  });
  const event = fc.oneof(
    { weight: 4, arbitrary: move.map((data) => draft('budget-moved', '2021', data)) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 4, max: 9 }).map((n) => draft('event-retracted', null, { target: idOf(n) })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(move, fc.integer({ min: 4, max: 9 }))
        .map(([data, n]) => draft('event-corrected', '2021', { target: idOf(n), schema: 1, data })),
    },
  );

  test('through any sequence of moves, corrections and retractions', () => {
    fc.assert(
      fc.property(first, fc.array(event, { maxLength: 10 }), (totals, events) => {
        const allocated = totals.map((total, index) => {
          const own = Math.round(total / 5);
          const money = { total, own, grant: total - own };
          return draft('budget-allocated', '2020', { subArea: String(index + 1), plan: '1.0', ...money });
        });
        const entities = entitiesOf(stream, accepted(stream, [allocated, ...events.map((one) => [one])]));
        const computed = subAreas.map((key) =>
          objectAt(entities.get(`budget:x/${key}`)?.placed.at(-1)?.state ?? null, 'computed'),
        );
        const sum = (member: string) => computed.reduce((all, money) => all + (integerAt(money, member) ?? NaN), 0);
        const total = totals.reduce((all, value) => all + value, 0);
        const own = totals.reduce((all, value) => all + Math.round(value / 5), 0);
        expect([sum('total'), sum('own'), sum('grant')]).toEqual([total, own, total - own]);
        for (const money of computed) {
          const [of, share, grant] = ['total', 'own', 'grant'].map((member) => integerAt(money, member) ?? NaN);
          expect([of, share, grant].every((value) => (value ?? -1) >= 0)).toBe(true);
          // Each move may round by 1 EUR.
          expect(Math.abs((share ?? NaN) - (of ?? NaN) / 5)).toBeLessThanOrEqual(events.length + 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('domain rule 3: n-1 of n approvals open nothing, one seat counts once', () => {
  const stream = 'decision-x/d';
  const seats = ['a', 'b', 'c', 'd', 'e'];

  test('an approval stands only on the votes of enough different seats that have a vote', () => {
    const vote = fc.record({
      seat: fc.constantFrom(...seats, 'z'),
      choice: fc.constantFrom('approve', 'approve', 'approve', 'reject', 'abstain'),
    });
    const asked = fc.record({
      voting: fc.subarray(seats, { minLength: 1 }),
      votes: fc.array(vote, { maxLength: 14 }),
      quorum: fc.integer({ min: 0, max: 5 }),
      atOnce: fc.boolean(),
    });
    fc.assert(
      fc.property(asked, ({ voting, votes, quorum, atOnce }) => {
        const listed = seats.map((seat) => ({ seat, votes: voting.includes(seat) }));
        const request = draft('decision-requested', '2021-05-01', { subject: 's', body: 'b', seats: listed, quorum });
        const cast = votes.map((data) => draft('vote-cast', '2021-05-02', data));
        const approved = draft('decision-recorded', '2021-05-03', { outcome: 'approved' });
        const first = new Map(votes.toReversed().map(({ seat, choice }) => [seat, choice]));
        const counted = [...first].filter(([seat]) => voting.includes(seat));
        const approving = counted.filter(([, choice]) => choice === 'approve').length;
        const carried = approving >= voting.length && counted.length >= quorum;
        const valid = cast.filter(
          ({ data }, index) =>
            voting.includes(data['seat'] as string) && votes.findIndex(({ seat }) => seat === data['seat']) === index,
        );
        const commands = atOnce
          ? [[request, ...valid, approved]]
          : [[request], ...cast.map((one) => [one]), [approved]];
        const decision = entitiesOf(stream, accepted(stream, commands)).get('decision:x/d');
        expect(decision?.placed.at(-1)?.state.status ?? 'refused').toBe(
          carried ? 'approved' : atOnce ? 'refused' : 'requested',
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('domain rule 6: nothing is edited', () => {
  test('a command adds events and leaves those before it as they were', () => {
    const stream = 'measure-x/A';
    const history = stored(stream, [draft('measure-planned', '2020', { title: { fi: 'A' } })]);
    const before = JSON.stringify(history);
    const correction = draft('event-corrected', '2021', { target: idOf(1), schema: 1, data: { title: { fi: 'B' } } });
    expect(decide(history, { stream, drafts: [correction], today })).toEqual({ accepted: [correction] });
    expect(JSON.stringify(history)).toBe(before);
  });
});
