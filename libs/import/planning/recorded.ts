import { type Envelope, type JsonObject, type StoredEvent } from '#event-store';
import { everyFile } from '../items/statement.js';

/** What the ledger holds of an item that was imported, as it now stands. */
export interface Recorded {
  readonly scope: string;
  readonly item: string;
  /** Id of the original event. */
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  /** The event that states it as it now stands: the original or its last correction. */
  readonly statedBy: string;
  readonly occurred: string | null;
  readonly source: Envelope['source'];
  readonly learned: string | null;
  readonly data: JsonObject;
  /** Id of the event that retracted it, or null. */
  readonly retractedBy: string | null;
}

/** What an import needs to know of the ledger. */
export interface Ledger {
  /** By `<scope>/<item>`. */
  readonly items: ReadonlyMap<string, Recorded>;
  readonly versions: ReadonlyMap<string, number>;
}

/** A ledger that is read event by event. */
export interface LedgerReading extends Ledger {
  readonly absorb: (events: readonly StoredEvent[]) => void;
}

/** Scope and item of an import's command; null of any other command, and of one that corrects. */
const partsOf = (command: string): { scope: string; item: string } | null => {
  const match = /^import\/([^/]+)\/([^#]+)$/.exec(command);
  return match ? { scope: match[1] ?? '', item: match[2] ?? '' } : null;
};

const stated = (envelope: Envelope): Pick<Recorded, 'occurred' | 'source' | 'learned' | 'statedBy'> => ({
  statedBy: envelope.id,
  occurred: envelope.occurred,
  source: envelope.source,
  learned: envelope.learned,
});

/**
 * Reads of a ledger what concerns some scopes: their items as they now stand (corrections and retractions by anybody
 * count), and the version of every stream. Events are absorbed in ledger order; one absorbed twice changes nothing.
 */
export const readLedger = (scopes: ReadonlySet<string>): LedgerReading => {
  const items = new Map<string, Recorded>();
  const versions = new Map<string, number>();
  const byId = new Map<string, string>();

  const change = (envelope: Envelope): void => {
    const { target: id } = envelope.data;
    const name = typeof id === 'string' ? byId.get(id) : undefined;
    const target = name === undefined ? undefined : items.get(name);
    if (name === undefined || target?.stream !== envelope.stream) return;
    if (envelope.type === 'event-retracted') items.set(name, { ...target, retractedBy: envelope.id });
    else items.set(name, { ...target, ...stated(envelope), data: (envelope.data['data'] ?? {}) as JsonObject });
  };

  const absorbOne = ({ envelope, version }: StoredEvent): void => {
    if (version <= (versions.get(envelope.stream) ?? 0)) return;
    versions.set(envelope.stream, version);
    if (envelope.type === 'event-corrected' || envelope.type === 'event-retracted') change(envelope);
    const parts = partsOf(envelope.command.id);
    if (!parts || !(scopes.has(parts.scope) || parts.scope === everyFile)) return;
    const name = `${parts.scope}/${parts.item}`;
    const { id, stream, type, data } = envelope;
    byId.set(id, name);
    items.set(name, { ...parts, id, stream, type, ...stated(envelope), data, retractedBy: null });
  };

  return { items, versions, absorb: (events) => events.forEach(absorbOne) };
};
