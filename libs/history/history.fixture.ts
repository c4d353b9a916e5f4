import { type Envelope, position } from '#event-store';
import { type Domain, type EntityKind, type EntityState, type Nature } from './domain.js';
import { type LedgerEvent, ledgerEvents } from './ledger.js';

/** What a fixture event says; all else is filled in. Its type moves a lamp unless it is a correction or retraction. */
export interface Said {
  readonly id: string;
  readonly type: string;
  readonly occurred?: string | null;
  readonly recorded: string;
  readonly learned?: string | null;
  readonly stream?: string;
  readonly data?: Envelope['data'];
}

/** A ledger of the sayings, in order, at positions 1, 2, 3 ... */
export const ledgerOf = (sayings: readonly Said[]): readonly LedgerEvent[] =>
  ledgerEvents(
    sayings.map(({ id, type, occurred = null, recorded, learned = null, stream = 'lamp-1', data = {} }, index) => ({
      position: position(index + 1),
      envelope: {
        id,
        type,
        schema: 1,
        stream,
        occurred,
        recordedAt: `${recorded}T12:00:00.000+02:00`,
        actor: 'actor-1',
        actingFor: null,
        source: learned === null ? null : { id: 'source-1', locator: null },
        learned,
        command: { id: `command-${id}`, fingerprint: '0' },
        correlation: `command-${id}`,
        causation: null,
        release: 'test',
        data,
      },
    })),
  );

const transitions: readonly (readonly [from: string, type: string, to: string])[] = [
  ['off', 'lamp-lit', 'on'],
  ['on', 'lamp-put-out', 'off'],
  ['on', 'lamp-broken', 'broken'],
  ['off', 'lamp-broken', 'broken'],
];

const lamp: EntityKind = {
  kind: 'lamp',
  steering: [],
  step: (state, { type, data }): EntityState | null => {
    const row = transitions.find(([from, by]) => by === type && (state === null || state.status === from));
    return row ? { status: row[2], ...(data['by'] === undefined ? {} : { by: data['by'] }) } : null;
  },
};

const natures: Readonly<Record<string, Nature>> = {
  'event-corrected': 'correction',
  'event-retracted': 'retraction',
  'lamp-noted': 'record',
  'lamp-ordered': 'directive',
};

/** A lamp that is lit, put out and broken. A domain of three rows shows the rules better than the real one. */
export const lampDomain: Domain = {
  nature: (type) => natures[type] ?? (type.startsWith('lamp-') ? 'fact' : null),
  foretold: (type) => type === 'lamp-broken',
  touches: ({ stream }) => [{ entity: stream.replace('-', ':'), kind: 'lamp', within: {} }],
  kinds: { lamp },
};
