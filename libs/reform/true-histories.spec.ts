import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EventDraft, type JsonObject, position } from '#event-store';
import {
  type EffectiveFact,
  type EntityState,
  civilOf,
  day,
  effectiveFacts,
  foldEntities,
  iso,
  ledgerEvents,
  stateAt,
} from '#history';
import { catalogue } from './catalogue/catalogue.js';
import { sampleData } from './catalogue/sample.fixture.js';
import { decide } from './decide/decide.js';
import { judge } from './decide/judge.js';
import { draft, stored } from './decide/stream.fixture.js';
import { kinds } from './kinds/kinds.js';
import { reformDomain } from './reform-domain.js';

const first = day('2018-01-01');

/** Kinds whose lives are made up here: the stream, and the content of their events where a sample would not do. */
const lives: Readonly<Record<string, { stream: string; only?: readonly string[]; data?: (n: number) => JsonObject }>> =
  {
    reform: { stream: 'reform-x' },
    membership: { stream: 'area-04', data: () => ({ municipality: '092' }) },
    responsibility: {
      stream: 'area-04',
      data: (n) => {
        const organisation = ['county:04', 'municipality:092', 'county:01'][n % 3] ?? '';
        return { service: 's', municipality: '092', holder: organisation, to: organisation };
      },
    },
    measure: {
      stream: 'measure-x/A',
      data: (n) => ({ to: `body:${n % 3}`, outcome: 'completed', title: { fi: 'A' } }),
    },
    milestone: { stream: 'measure-x/A', data: () => ({ key: 'm', what: { fi: 'M' } }) },
    pilot: { stream: 'programme-x', data: () => ({ key: 'p' }) },
    rollout: { stream: 'programme-x', data: () => ({ service: 's', municipality: '092' }) },
    risk: { stream: 'risk-x/R1' },
    decision: {
      stream: 'decision-x/d',
      data: (n) => ({
        ...{ subject: 's', body: 'b', approvals: 1, seat: ['a', 'b', 'c'][n % 3] ?? '', choice: 'approve' },
        seats: ['a', 'b', 'c'].map((seat) => ({ seat, votes: true })),
        outcome: ['approved', 'returned', 'rejected'][n % 3] ?? '',
      }),
    },
  };

/** The content of an event: a sample of what it must hold, and what the life says. */
const contentOf = (type: string, data: JsonObject): JsonObject => {
  const fields = catalogue.get(type)?.fields ?? {};
  const sample = sampleData(Object.fromEntries(Object.entries(fields).filter(([, field]) => field.required)));
  const own = Object.fromEntries(Object.entries(data).filter(([name]) => Object.hasOwn(fields, name)));
  return { ...sample, ...own };
};

const asFact = (event: EventDraft, stream: string): EffectiveFact => {
  const on = day(event.occurred ?? '');
  return {
    ...{ id: '', statedBy: '', type: event.type, schema: 1, stream, nature: 'fact', data: event.data, actor: '' },
    ...{ position: position(1), statedAt: position(1), learned: on, firstLearned: on, recorded: on, source: null },
    ...{ occurred: event.occurred, interval: { earliest: on, latest: on }, afterSource: false },
  };
};

/** A true life: legal steps on exact days, in the order in which they happened. */
const trueLife = (kind: string, choices: readonly { pick: number; gap: number }[]): readonly EventDraft[] => {
  const of = lives[kind];
  const definition = kinds.find((each) => each.kind === kind);
  if (!of || !definition) throw new Error(`no life of ${kind}`);
  const types = [...new Set(definition.transitions.map(({ event }) => event))];
  const events: EventDraft[] = [];
  let state: EntityState | null = null;
  let on = first;
  for (const { pick, gap } of choices) {
    on += gap;
    for (let i = 0; i < types.length; i += 1) {
      const type = types[(pick + i) % types.length] ?? '';
      const event = draft(type, iso(on), contentOf(type, of.data?.(pick) ?? {}));
      const after: EntityState | null = definition.step(state, asFact(event, of.stream), '');
      if (after === null) continue;
      events.push(event);
      state = after;
      break;
    }
  }
  return events;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** The same day, less precisely: every form contains it. */
const blur = (text: string, how: number, width: number): string | null => {
  const on = day(text);
  const { year, month } = civilOf(on);
  const forms: readonly (string | null)[] = [
    text,
    `${year}-${pad(month)}`,
    `${year}-${33 + Math.floor((month - 1) / 3)}`,
    `${year}-${month <= 6 ? 40 : 41}`,
    String(year),
    month === 12 || month <= 2 ? `${month === 12 ? year : year - 1}-24` : `${year}-${20 + Math.floor(month / 3)}`,
    `${iso(on - (width % 97))}/${iso(on + (width % 89))}`,
    `../${iso(on + (width % 89))}`,
    `${iso(on - (width % 97))}/..`,
    null,
  ];
  return forms[how % forms.length] ?? null;
};

const step = fc.record({
  pick: fc.nat(1000),
  gap: fc.integer({ min: 0, max: 120 }),
  how: fc.nat(9),
  width: fc.nat(1000),
});

const run = fc.record({
  kind: fc.constantFrom(...Object.keys(lives)),
  steps: fc.array(step, { minLength: 1, maxLength: 9 }),
  lag: fc.integer({ min: 0, max: 500 }),
});

/** The entity's history of some events, recorded in their order, each so many days after its day. */
const historyOf = (kind: string, life: readonly EventDraft[], events: readonly EventDraft[], lag: number) => {
  const stream = lives[kind]?.stream ?? '';
  const ledger = ledgerEvents(
    life.flatMap((truth, index) =>
      stored(stream, [events[index] as EventDraft], day(truth.occurred ?? '') + lag, index + 1).map((event) => ({
        ...event,
        position: position(index + 1),
      })),
    ),
  );
  const facts = effectiveFacts(ledger, reformDomain, { basis: 'ledger', day: Infinity });
  const found = [...foldEntities(reformDomain, facts).values()].find((history) => history.kind === kind);
  if (!found) throw new Error(`no history of ${kind}`);
  return found;
};

/** Without what is itself a date: the day of a start is as imprecise as it was stated. */
const timeless = (state: EntityState | null): string => {
  const { started: _, ...rest } = state ?? { status: 'nothing' };
  return JSON.stringify(rest);
};

describe('rule 5: histories recorded in the order in which they happened and then made imprecise', () => {
  const blurred = (life: readonly EventDraft[], steps: readonly { how: number; width: number }[]) =>
    life.map((event, index) => {
      const { how, width } = steps[index] ?? { how: 0, width: 0 };
      return { ...event, occurred: blur(event.occurred ?? '', how, width) };
    });

  test('no true step is refused, dates stay non-empty, and no definite answer contradicts the true one', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(run, ({ kind, steps, lag }) => {
        const life = trueLife(kind, steps);
        const truth = historyOf(kind, life, life, lag);
        const told = historyOf(kind, life, blurred(life, steps), lag);
        expect(told.illegal).toEqual([]);
        expect(told.placed.map(({ fact }) => fact.id)).toEqual(truth.placed.map(({ fact }) => fact.id));
        expect(told.placed.filter(({ interval }) => interval.earliest > interval.latest)).toEqual([]);
        const days = [...truth.placed, ...told.placed].flatMap(({ interval }) => [interval.earliest, interval.latest]);
        const asked = new Set(days.flatMap((each) => [each - 1, each]).filter(Number.isFinite));
        const contradicted = [...asked].filter((on) => {
          const [real] = stateAt(truth, on).map(timeless);
          return !stateAt(told, on)
            .map(timeless)
            .includes(real ?? '');
        });
        expect(contradicted.map(iso)).toEqual([]);
        reached.set(kind, Math.max(reached.get(kind) ?? 0, life.length));
      }),
      { numRuns: 1000 },
    );
    // The lives are worth the name: each kind went through several steps.
    expect([...reached.keys()].sort()).toEqual(Object.keys(lives).sort());
    expect([...reached.values()].every((length) => length >= 2)).toBe(true);
  });

  test('rule 6: each such step is accepted as a command when it is told', () => {
    fc.assert(
      fc.property(run, ({ kind, steps, lag }) => {
        const stream = lives[kind]?.stream ?? '';
        const life = trueLife(kind, steps);
        const told = blurred(life, steps);
        let history: ReturnType<typeof stored> = [];
        for (const [index, event] of told.entries()) {
          const today = day(life[index]?.occurred ?? '') + lag;
          const decision = decide(history, { stream, drafts: [event], today });
          expect(decision).toEqual({ accepted: [event] });
          history = [...history, ...stored(stream, [event], today, index + 1)];
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a fold never throws on content', () => {
  test('whatever stands in an event, it bears upon something or nothing', () => {
    const names = [...new Set([...catalogue.values()].flatMap(({ fields }) => Object.keys(fields)))];
    const facts = [...catalogue.values()].filter(({ nature }) => nature === 'fact');
    const event = fc
      .tuple(fc.constantFrom(...facts), fc.dictionary(fc.constantFrom(...names), fc.jsonValue(), { maxKeys: 8 }))
      .map(([{ type, streams }, data]) => ({ type, category: streams[0], data: data as JsonObject }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        const drafts = events.map(({ type, data }) => draft(type, null, data));
        for (const id of ['x', 'x/y'])
          for (const category of new Set(events.map((each) => each.category)))
            expect(() => judge([], { stream: `${category}-${id}`, drafts, today: first })).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
