import { type Envelope, type JsonObject, position } from '#event-store';
import {
  type Basis,
  type LedgerEvent,
  courseOf,
  day,
  effectiveFacts,
  foldEntities,
  ledgerEvents,
  stateAt,
  textOfState,
} from '#history';
import { reformDomain } from '#reform';
import { type Reading } from './reading.js';

/** What a fixture event says; its source said it on `learned`, the ledger learned it on 2024-01-01. */
export interface Said {
  readonly stream: string;
  readonly type: string;
  readonly occurred?: string | null;
  readonly learned?: string;
  readonly data?: JsonObject;
}

const envelopeOf = ({ stream, type, occurred = null, learned, data = {} }: Said, index: number): Envelope => ({
  id: `e${index + 1}`,
  type,
  schema: 1,
  stream,
  occurred,
  recordedAt: '2024-01-01T12:00:00.000+02:00',
  actor: 'actor-1',
  actingFor: null,
  source: learned === undefined ? null : { id: 'source-1', locator: null },
  learned: learned ?? null,
  command: { id: `c${index + 1}`, fingerprint: '0' },
  correlation: 'c',
  causation: null,
  release: 'test',
  data,
});

/** The sayings as a ledger, with ids e1, e2 ... at positions 1, 2 ... */
export const ledgerOf = (sayings: readonly Said[]): readonly LedgerEvent[] =>
  ledgerEvents(sayings.map((said, index) => ({ position: position(index + 1), envelope: envelopeOf(said, index) })));

/** A moment: `on`, and as known on `known` (the same day where not given) on basis source unless it says otherwise. */
export interface At {
  readonly on: string;
  readonly known?: string;
  readonly basis?: Basis;
}

/** The reading of a whole small ledger at a moment, by the real domain. */
export const readingOf = (sayings: readonly Said[], { on, known = on, basis = 'source' }: At): Reading => {
  const events = ledgerOf(sayings);
  const moment = { basis, day: day(known) };
  const facts = effectiveFacts(events, reformDomain, moment).filter(({ nature }) => nature === 'fact');
  const histories = [...foldEntities(reformDomain, facts).values()];
  return {
    on: day(on),
    known: moment,
    position: events.at(-1)?.position ?? null,
    slices: histories
      .map((history) => ({ ...history, run: stateAt(history, day(on)) }))
      .map(({ entity, kind, within, run }) => ({ entity, kind, within, run }))
      .filter(({ run }) => textOfState(run) !== '[null]'),
    facts: facts.map((fact) => ({ fact, touches: reformDomain.touches(fact) })),
    cases: [],
    findings: [],
    organisations: {},
    eventTypes: { 'measure-planned': { en: 'Measure planned' } },
    texts: { 't-1': { en: 'because the supplier was slow' } },
    courses: histories.flatMap((history) => {
      const kind = reformDomain.kinds[history.kind];
      return kind ? [courseOf(kind, history)] : [];
    }),
  };
};

/** A programme of area 04. */
export const launched: Said = {
  stream: 'programme-p',
  type: 'programme-launched',
  occurred: '2020-01-01',
  learned: '2020-01-01',
  data: { name: { en: 'The programme' }, area: '04', reform: 'r', period: '2020/2021' },
};

/** A measure of that programme, planned. */
export const planned = (key: string, more: Partial<Said> = {}, data: JsonObject = {}): Said => ({
  stream: `measure-p/${key}`,
  type: 'measure-planned',
  occurred: '2020-02-01',
  learned: '2020-02-01',
  ...more,
  data: { title: { en: `Measure ${key}` }, letter: key, ...data },
});
