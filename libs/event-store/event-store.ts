import { type Envelope } from './envelope.js';
import { type Position } from './position.js';

/** Version of a stream: its first event is 1; 0 means that there is no stream. */
export type StreamVersion = number;

/** An event as read back: the text that was written, byte for byte, and what it says. */
export interface StoredEvent {
  readonly position: Position;
  readonly version: StreamVersion;
  readonly text: string;
  readonly envelope: Envelope;
}

/** Events to append to one stream, all or none. */
export interface AppendRequest {
  readonly stream: string;
  /** The version that the stream must have now; 0: it must not exist. There is no "any". */
  readonly expectedVersion: StreamVersion;
  /** At least one; each names this stream. */
  readonly events: readonly Envelope[];
}

/**
 * What became of a request; version and position are those of its last event. A conflict is an expected result, not
 * an error; nothing of it was written.
 */
export type AppendOutcome =
  | { readonly status: 'appended'; readonly version: StreamVersion; readonly position: Position }
  | { readonly status: 'conflict'; readonly actualVersion: StreamVersion };

/** What a store can do beyond the port, declared and never sniffed. */
export interface Capabilities {
  /** Positions are 1, 2, 3 ... without a gap, so that a reader can assert `next = last + 1`. */
  readonly densePositions: boolean;
}

export interface ReadStreamOptions {
  /** First version to read; default 1. */
  readonly fromVersion?: StreamVersion;
}

export interface ReadAllOptions {
  /** Read what follows this position; null: from the start. */
  readonly after: Position | null;
  /** Largest number of events in the answer, at least 1. */
  readonly limit: number;
}

export interface SubscribeOptions {
  /** The last position that the reader committed; null: from the start. */
  readonly after: Position | null;
  /** Largest number of events handed over at once. */
  readonly batchSize?: number;
  /** Ends the subscription; the promise of `subscribe` then resolves. */
  readonly signal: AbortSignal;
}

/** Takes the next events in order; the next batch comes only after its promise has resolved (back-pressure). */
export type BatchHandler = (events: readonly StoredEvent[]) => Promise<void>;

/**
 * The ordered ledger. There is no update, no delete and no force. Errors are `EventStoreError`s: `unavailable`
 * (its `persistence` says `not-persisted` or `unknown`), `too-large`, `invalid-event`, `gap`.
 */
export interface EventStore {
  readonly capabilities: Capabilities;
  append(request: AppendRequest): Promise<AppendOutcome>;
  /** The events of a stream in order; none where there is no stream. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>;
  /** One page of the whole ledger in order of position. */
  readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]>;
  /** The last position, or null of an empty ledger. */
  head(): Promise<Position | null>;
  /** Hands over every event after `after`, live ones too, until the signal aborts; rejects on a gap or a handler's error. */
  subscribe(options: SubscribeOptions, handle: BatchHandler): Promise<void>;
  /** Ends the subscriptions, lets the appends under way end, and refuses more. */
  close(): Promise<void>;
}
