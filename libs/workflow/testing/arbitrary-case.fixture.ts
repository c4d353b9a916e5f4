import fc from 'fast-check';
import { type JsonObject } from '#event-store';
import { day, iso } from '#history';
import { type Condition, type Definition, type Mapping } from '../index.js';
import { type Told, fact, migrated, published, started } from './toy-domain.fixture.js';

const first = day('2020-01-01');
const span = 60;

/** A day of the small world that the cases live in. */
export const aDay = fc.integer({ min: -5, max: span }).map((offset) => first + offset);

const dateText = aDay.map(iso);

/** A date at some precision, or none. */
const imprecise = fc.oneof(
  { weight: 4, arbitrary: dateText },
  {
    weight: 2,
    arbitrary: fc.tuple(aDay, fc.integer({ min: 1, max: 15 })).map(([from, n]) => `${iso(from)}/${iso(from + n)}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('2020-01', '2020-02', '2020-21') },
  { weight: 1, arbitrary: fc.constant(null) },
);

const entities = ['measure:p/A', 'measure:p/B'];
const anyEntity = fc.constantFrom(
  'reform:new',
  'programme:p',
  ...entities,
  'responsibility:01/s',
  'responsibility:01/t',
);
const reformTypes = ['government-proposal-submitted', 'laws-passed', 'laws-ratified', 'laws-in-force'];

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...reformTypes).map((type): Condition => ({ fact: { type, of: '$reform' } })),
  dateText.map((on): Condition => ({ date: { on } })),
  fc.constant<Condition>({ date: { on: '$start' } }),
  fc
    .record({ of: anyEntity, is: fc.constantFrom('started', 'ended', 'held-by-county', 'passed') })
    .map(({ of, is }): Condition => ({ state: { of, is: [is] } })),
  fc.constant<Condition>({
    every: {
      members: { kind: 'responsibility', within: { area: '$area' } },
      holds: { state: { of: '$member', is: ['held-by-county'] } },
    },
  }),
  fc.constant<Condition>({ state: { of: '$member', has: 'startsOn' } }),
  fc.constant<Condition>({ fact: { type: { of: '$member', attribute: 'startsOn' }, of: '$reform' } }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
    fc
      .record({ number: fc.integer({ min: 1, max: 2 }), of: fc.array(tie('condition'), { maxLength: 3 }) })
      .map((content): Condition => ({ 'at-least': content })),
  ),
}));

/** A condition over the small world. */
export const aCondition = condition;

const names = { fi: 'x', sv: 'x', en: 'x' };

/** A small definition: three phases of which the later ones may ask for the earlier, gates and deadlines. */
export const aDefinition = (key: string): fc.Arbitrary<Definition> =>
  fc
    .record({ one: condition, two: condition, closes: fc.option(condition), gate: condition, met: condition })
    .map(({ one, two, closes, gate, met }): Definition => ({
      key,
      names,
      phases: [
        { key: 'one', names, opens: one },
        { key: 'two', names, opens: { any: [two, { open: { phase: 'one' } }] }, ...(closes ? { closes } : {}) },
        { key: 'three', names, opens: { date: { on: '$start' } } },
      ],
      gates: [
        {
          key: 'start',
          names,
          on: { kind: 'measure', having: ['phases'] },
          opens: { all: [{ open: { phase: { of: '$member', attribute: 'phases' } } }, { not: gate }] },
          guards: 'started',
        },
        { key: 'plain', names, opens: met },
        { key: 'whole', names, opens: { any: [gate, { open: { phase: 'two' } }] } },
      ],
      deadlines: [
        {
          key: 'due',
          names,
          on: { kind: 'milestone' },
          anchors: [
            { attribute: { of: '$member', attribute: 'due' } },
            { fact: { type: 'laws-passed', of: '$reform' } },
          ],
          after: 'P3D',
          move: 'next-working-day',
          met: { state: { of: '$member', is: ['reached'] } },
          drop: met,
        },
        { key: 'phase', names, anchors: [{ phase: 'two' }], after: { workingDays: 5 }, met },
      ],
      lapse: {
        of: '$reform',
        ways: { lapsed: 'park', withdrawn: 'stop' },
        members: { kind: 'measure', is: ['planned', 'started'] },
      },
      ends: { state: { of: '$programme', is: ['closed'] } },
    }));

const aFact: fc.Arbitrary<Told> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...reformTypes, 'reform-announced'), imprecise)
    .map(([type, on]) => fact(type, 'reform:new', on)),
  imprecise.map((on) => fact('reform-lapsed', 'reform:new', on)),
  fc
    .record({
      of: fc.constantFrom(...entities),
      status: fc.constantFrom('planned', 'planned', 'started', 'started', 'suspended', 'ended'),
      on: imprecise,
      set: fc.record(
        {
          phases: fc.subarray(['one', 'two', 'three']),
          startsOn: fc.constantFrom(...reformTypes),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ of, status, on, set }) => fact(`measure-${status}`, of, on, { set: set as JsonObject })),
  fc
    .record({ status: fc.constantFrom('set', 'set', 'reached', 'dropped'), on: imprecise, due: imprecise })
    .map(({ status, on, due }) =>
      fact(`milestone-${status}`, 'milestone:p/m', on, { set: due === null ? {} : { due } }),
    ),
  fc
    .record({
      of: fc.constantFrom('responsibility:01/s', 'responsibility:01/t'),
      status: fc.constantFrom('held', 'held-by-county'),
      on: imprecise,
    })
    .map(({ of, status, on }) => fact(`responsibility-${status}`, of, on, { within: { area: '01' } })),
  imprecise.map((on) => fact('programme-closed', 'programme:p', on)),
);

const aMapping: fc.Arbitrary<JsonObject> = fc
  .record({
    keys: fc.dictionary(
      fc.constantFrom('phase:one', 'phase:two', 'gate:whole', 'gate:start', 'deadline:due'),
      fc.constantFrom('phase:one', 'phase:two', 'phase:three', 'gate:whole', 'deadline:phase', null),
      { maxKeys: 3 },
    ),
    otherwise: fc.constantFrom<Mapping['otherwise']>('identity', 'identity', 'retire'),
  })
  .map((mapping) => mapping as unknown as JsonObject);

const aDirective: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(fc.constantFrom('d1', 'd2'), dateText, aMapping).map(([key, on, mapping]) => migrated(key, on, { mapping })),
  fc.tuple(dateText, dateText).map(([due, effective]): Told => ({
    type: 'deadline-overridden',
    data: { deadline: 'deadline:due/milestone:p/m', due, effective, reason: 'x' },
  })),
  { weight: 1, arbitrary: dateText.map((effective): Told => ({ type: 'workflow-ended', data: { effective } })) },
);

/** What is told of a case in a small world: a start, facts, and sometimes migrations and other directives. */
export const aHistory: fc.Arbitrary<readonly Told[]> = fc
  .record({
    d1: aDefinition('d1'),
    d2: aDefinition('d2'),
    start: fc.integer({ min: 0, max: 10 }).map((offset) => iso(first + offset)),
    facts: fc.array(aFact, { maxLength: 12 }),
    directives: fc.array(aDirective, { maxLength: 2 }),
  })
  .map(({ d1, d2, start, facts, directives }) =>
    [published(d1), published(d2), started('d1', start), ...facts, ...directives].map((told, index) => ({
      ...told,
      id: `${index}`,
      learned: '2020-03-20',
    })),
  );

/** All days of the small world, and some beyond. */
export const allDays = Array.from({ length: span + 40 }, (_, index) => first - 10 + index);
