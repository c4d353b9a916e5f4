import { follow, type Idle } from './catch-up.js';
import { decodeEnvelope, duplicateEventId, encodeRequest } from './encode.js';
import { type AppendOutcome, type AppendRequest, type EventStore, type StoredEvent } from './event-store.js';
import { position } from './position.js';

/** Lets subscribers wait for the next append. */
const createBell = () => {
  let waiting: (() => void)[] = [];
  const ring = (): void => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.push(wake);
      signal.addEventListener('abort', wake);
    });
  return { ring, wait };
};

/**
 * The ledger in memory, for tests and for rehearsals: the whole port with dense positions. It keeps the text and reads
 * events back from it, so that nothing passes here that a database would not give back.
 */
export const createMemoryEventStore = (): EventStore => {
  const all: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  const ids = new Set<string>();
  const bell = createBell();
  const closing = new AbortController();
  const capabilities = { densePositions: true };

  const append = async (request: AppendRequest): Promise<AppendOutcome> => {
    const encoded = encodeRequest(request);
    const stream = streams.get(request.stream) ?? [];
    if (stream.length !== request.expectedVersion) return { status: 'conflict', actualVersion: stream.length };
    if (request.events.some((event) => ids.has(event.id))) throw duplicateEventId(request.stream);
    for (const { text, envelope } of encoded) {
      const stored: StoredEvent = Object.freeze({
        position: position(all.length + 1),
        version: stream.length + 1,
        text,
        envelope: decodeEnvelope(text),
      });
      all.push(stored);
      stream.push(stored);
      ids.add(envelope.id);
    }
    streams.set(request.stream, stream);
    bell.ring();
    return { status: 'appended', version: stream.length, position: position(all.length) };
  };

  const readAll: EventStore['readAll'] = async ({ after, limit }) => {
    const from = Number(after ?? 0);
    return all.slice(from, from + limit);
  };

  // What came between the last read and now rings no more.
  const idle: Idle = async (signal, last) => {
    if (all.length === Number(last ?? 0)) await bell.wait(signal);
  };

  return {
    capabilities,
    append,
    readStream: async (stream, options) => (streams.get(stream) ?? []).slice((options?.fromVersion ?? 1) - 1),
    readAll,
    head: async () => all.at(-1)?.position ?? null,
    subscribe: (options, handle) => {
      const signal = AbortSignal.any([options.signal, closing.signal]);
      return follow({ capabilities, readAll }, { ...options, signal }, handle, idle);
    },
    close: async () => closing.abort(),
  };
};
