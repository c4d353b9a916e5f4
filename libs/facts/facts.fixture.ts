import fc from 'fast-check';
import { type Envelope, type JsonObject, type StoredEvent, canonicalJson, position } from '#event-store';
import {
  type Domain,
  type EntityKind,
  type EntityState,
  type LedgerEvent,
  type Nature,
  day,
  iso,
  ledgerEvents,
} from '#history';

/** What a fixture event says; all else is filled in. */
export interface Said {
  readonly type: string;
  readonly occurred?: string | null;
  readonly recorded: string;
  readonly learned?: string | null;
  readonly stream?: string;
  readonly data?: JsonObject;
}

/** The id of the n-th event (from 0) of a fixture ledger. */
export const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const envelopeOf = (said: Said, index: number): Envelope => ({
  id: idOf(index),
  type: said.type,
  schema: 1,
  stream: said.stream ?? 'shelf-1',
  occurred: said.occurred ?? null,
  recordedAt: `${said.recorded}T12:00:00.000+02:00`,
  actor: 'actor-1',
  actingFor: null,
  source: said.learned ? { id: 'source-1', locator: null } : null,
  learned: said.learned ?? null,
  command: { id: `command-${index}`, fingerprint: '0' },
  correlation: `command-${index}`,
  causation: null,
  release: 'test',
  data: said.data ?? {},
});

/** The sayings as they stand in a ledger, at positions 1, 2, 3 ... */
export const storedOf = (sayings: readonly Said[]): readonly StoredEvent[] => {
  const versions = new Map<string, number>();
  return sayings.map((said, index) => {
    const envelope = envelopeOf(said, index);
    const version = (versions.get(envelope.stream) ?? 0) + 1;
    versions.set(envelope.stream, version);
    return { position: position(index + 1), version, text: canonicalJson(envelope), envelope };
  });
};

/** The same with their recorded and learned days. */
export const ledgerOf = (sayings: readonly Said[]): readonly LedgerEvent[] => ledgerEvents(storedOf(sayings));

const natures: Readonly<Record<string, Nature>> = {
  'event-corrected': 'correction',
  'event-retracted': 'retraction',
  'thing-told': 'record',
  'thing-ordered': 'directive',
};

const transitions: readonly (readonly [from: readonly (string | null)[], type: string, to: string])[] = [
  [[null], 'thing-planned', 'planned'],
  [[null, 'planned', 'ended'], 'thing-started', 'started'],
  [[null, 'planned', 'started'], 'thing-ended', 'ended'],
];

const thing: EntityKind = {
  kind: 'thing',
  steering: ['owner'],
  step: (state, { type, data, interval }): EntityState | null => {
    if (type === 'thing-noted') return { ...(state ?? { status: 'planned' }), note: data['note'] ?? null };
    const row = transitions.find(([from, by]) => by === type && from.includes(state?.status ?? null));
    if (!row) return null;
    const owner = data['owner'] ?? state?.['owner'];
    return {
      ...state,
      status: row[2],
      since: Number.isFinite(interval.latest) ? iso(interval.latest) : null,
      ...(owner === undefined ? {} : { owner }),
    };
  },
};

const shelf: EntityKind = {
  kind: 'shelf',
  steering: [],
  step: (state) => ({ status: 'used', times: Number(state?.['times'] ?? 0) + 1 }),
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/**
 * Things on shelves: planned, started, ended, noted (a detail that steers nothing). A fact names its things, so that a
 * correction can move it to another thing; it names its shelf, so that a thing's `within` can differ with what is known.
 */
export const shelfDomain: Domain = {
  nature: (type) => natures[type] ?? (type.startsWith('thing-') ? 'fact' : null),
  foretold: (type) => type === 'thing-planned',
  touches: ({ data }) => {
    const on = typeof data['shelf'] === 'string' ? data['shelf'] : '1';
    const things = texts(data['things']).map((key) => ({
      entity: `thing:${key}`,
      kind: 'thing',
      within: { shelf: on, room: 'a' },
    }));
    return [...things, { entity: `shelf:${on}`, kind: 'shelf', within: { room: 'a' } }];
  },
  kinds: { thing, shelf },
};

const first = day('2021-01-01');

const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => iso(first + days));

const anyDate = fc.oneof(
  { weight: 5, arbitrary: anyDay },
  { weight: 2, arbitrary: fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)) },
  { weight: 1, arbitrary: anyDay.map((date) => `../${date}`) },
  { weight: 1, arbitrary: anyDay.map((date) => `${date}/..`) },
  { weight: 2, arbitrary: fc.constantFrom('2021-01', '2021', '2021-21', 'some time') },
  { weight: 2, arbitrary: fc.constant(null) },
);

const anyContent = fc.record({
  things: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(['a'], ['b']) },
    { weight: 1, arbitrary: fc.constantFrom(['a', 'b'], ['c'], [], ['a', 'a'], ['\u0000'], ['x'.repeat(3000)]) },
  ),
  shelf: fc.oneof({ weight: 6, arbitrary: fc.constant('1') }, { weight: 1, arbitrary: fc.constant('2') }),
  note: fc.constantFrom('x', 'y', '\u0000 and "quotes"'),
  owner: fc.constantFrom('p', 'q'),
});

const anyEvent = fc.record({
  type: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom('thing-planned', 'thing-started', 'thing-ended', 'thing-noted') },
    { weight: 4, arbitrary: fc.constantFrom('event-corrected', 'event-corrected', 'event-retracted') },
    { weight: 2, arbitrary: fc.constantFrom('thing-told', 'thing-ordered', 'mystery-met') },
  ),
  occurred: anyDate,
  gap: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) }),
  learned: fc.option(fc.nat(90), { freq: 2 }),
  stream: fc.oneof({ weight: 6, arbitrary: fc.constant('shelf-1') }, { weight: 1, arbitrary: fc.constant('shelf-2') }),
  target: fc.integer({ min: -1, max: 12 }),
  content: anyContent,
});

/** Any ledger: facts and what corrects them, late sources, imprecise dates, targets that are not there (yet). */
export const anySayings = (maxLength = 14): fc.Arbitrary<readonly Said[]> =>
  fc.array(anyEvent, { minLength: 1, maxLength }).map((rows) => {
    let recorded = first;
    return rows.map(({ type, occurred, gap, learned, stream, target, content }): Said => {
      recorded += gap;
      return {
        type,
        occurred,
        recorded: iso(recorded),
        learned: learned === null ? null : iso(first + learned - 30),
        stream,
        data: type.startsWith('event-') ? { target: idOf(target), schema: 1, data: content } : content,
      };
    });
  });

/** Any day in or about a fixture ledger, as a number. */
export const anyMoment = fc.integer({ min: first - 40, max: first + 420 });
