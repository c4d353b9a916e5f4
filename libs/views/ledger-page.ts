import { type JsonObject, type Position } from '#event-store';
import { type LedgerEvent, isoOfDay } from '#history';
import { type Names } from './names.js';

/** An event as the ledger holds it. */
export interface LedgerRow {
  /** Id of the event (UUID). */
  readonly id: string;
  readonly position: string;
  readonly type: string;
  /** Name of the type; empty of an unknown one. */
  readonly typeName: Names;
  readonly stream: string;
  /** When it happened, as stated (EDTF), or null. */
  readonly occurred: string | null;
  /** Stamp of recording (ISO 8601), and the day learned (YYYY-MM-DD). */
  readonly recordedAt: string;
  readonly learned: string | null;
  /** Pseudonymous id of who recorded it. */
  readonly actor: string;
  /** Source that says it: key, and place in it; or null. */
  readonly source: { readonly id: string; readonly locator: string | null } | null;
  /** Id of the event that brought it about, or null. */
  readonly causation: string | null;
  readonly data: JsonObject;
}

/** A page of the ledger, in order of position. */
export interface LedgerPage {
  readonly view: 'ledger-page';
  /** Last position of the ledger, or null of an empty one. */
  readonly head: string | null;
  readonly rows: readonly LedgerRow[];
  /** Position after which the next page starts; null: this is the last. */
  readonly next: string | null;
  /** Position after which the previous page starts (`0`: from the beginning); null: this is the first. */
  readonly previous: string | null;
}

/** What a page is made of: the events after a position, and one more than fit where there are more. */
export interface LedgerSlice {
  readonly events: readonly LedgerEvent[];
  /** How many fit on a page. */
  readonly limit: number;
  readonly head: Position | null;
  readonly previous: string | null;
  /** Names of event types. */
  readonly eventTypes: Readonly<Record<string, Names>>;
}

/** A page of the ledger. */
export const ledgerPage = ({ events, limit, head, previous, eventTypes }: LedgerSlice): LedgerPage => {
  const rows = events.slice(0, limit).map(({ position, learned, envelope }) => ({
    id: envelope.id,
    position,
    type: envelope.type,
    typeName: eventTypes[envelope.type] ?? {},
    stream: envelope.stream,
    occurred: envelope.occurred,
    recordedAt: envelope.recordedAt,
    learned: isoOfDay(learned),
    actor: envelope.actor,
    source: envelope.source,
    causation: envelope.causation,
    data: envelope.data,
  }));
  return {
    view: 'ledger-page',
    head,
    rows,
    next: events.length > limit ? (rows.at(-1)?.position ?? null) : null,
    previous,
  };
};
