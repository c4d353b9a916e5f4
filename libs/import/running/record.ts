import {
  type EventStore,
  EventStoreError,
  type Position,
  type StoredEvent,
  canonicalJson,
  comparePositions,
  utf8Length,
} from '#event-store';
import { type StreamCategory, type TextStore, streamCategories, streamRef } from '#reform';
import { type Ready, type Recording } from './envelopes.js';

/** Where events and texts go, and whom to tell. */
export interface Recorder {
  readonly store: Pick<EventStore, 'append' | 'readStream'>;
  readonly texts: Pick<TextStore, 'put'>;
  readonly recording: Recording;
  /** Versions of the streams as the plan saw them. */
  readonly versions: ReadonlyMap<string, number>;
  readonly onRecorded: (events: number) => void;
}

/** Events and bytes of one append: far below what any store refuses, and small enough to go on where it stopped. */
const batch = { events: 100, bytes: 256 * 1024 };

/** Streams that are appended to at a time; the store commits their appends together. */
const atATime = 32;

/** Loads a stream again so often before it gives up. */
const attempts = 20;

const batchesOf = (events: readonly Ready[]): readonly (readonly Ready[])[] => {
  const batches: Ready[][] = [];
  let bytes = Infinity;
  for (const event of events) {
    // 200 bytes for the moment of recording and what else the text gains.
    const size = utf8Length(canonicalJson(event.envelope)) + 200;
    const last = batches.at(-1);
    if (!last || last.length >= batch.events || bytes + size > batch.bytes) {
      batches.push([event]);
      bytes = size;
    } else {
      last.push(event);
      bytes += size;
    }
  }
  return batches;
};

const isLostAnswer = (error: unknown): boolean =>
  error instanceof EventStoreError && error.code === 'unavailable' && error.persistence === 'unknown';

/** What became of a batch. */
interface Appended {
  readonly version: number;
  readonly position: Position | null;
  readonly recorded: number;
}

/** Appends at a version; null where another writer was first or the answer was lost, which the stream will show. */
const tryAppend = async (
  { store, recording }: Recorder,
  stream: string,
  events: readonly Ready[],
  expectedVersion: number,
): Promise<Appended | null> => {
  const recordedAt = recording.stamp();
  const envelopes = events.map(({ envelope }) => ({ ...envelope, recordedAt }));
  try {
    const outcome = await store.append({ stream, expectedVersion, events: envelopes });
    if (outcome.status === 'conflict') return null;
    return { version: outcome.version, position: outcome.position, recorded: events.length };
  } catch (error) {
    if (isLostAnswer(error)) return null;
    throw error;
  }
};

/**
 * Appends one batch, whole or not at all. Where that fails, the stream is read from where we stood, and what of the batch
 * is in it already is not appended again: the ids of an import's events are always the same.
 */
const appendBatch = async (
  recorder: Recorder,
  stream: string,
  events: readonly Ready[],
  from: number,
): Promise<Appended> => {
  let found: readonly StoredEvent[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ids = new Set(found.map(({ envelope }) => envelope.id));
    const left = events.filter(({ envelope }) => !ids.has(envelope.id));
    const last = found.at(-1);
    if (left.length === 0) return { version: last?.version ?? from, position: last?.position ?? null, recorded: 0 };
    const appended = await tryAppend(recorder, stream, left, last?.version ?? from);
    if (appended) return appended;
    found = await recorder.store.readStream(stream, { fromVersion: from + 1 });
  }
  throw new EventStoreError({
    code: 'conflict-persists',
    message: `The append to ${stream} did not come through. What was recorded stays; import again to go on.`,
    fields: { stream, attempts },
  });
};

const later = (a: Position | null, b: Position | null): Position | null =>
  a === null || (b !== null && comparePositions(a, b) < 0) ? b : a;

const recordStream = async (recorder: Recorder, stream: string, events: readonly Ready[]): Promise<Position | null> => {
  let version = recorder.versions.get(stream) ?? 0;
  let last: Position | null = null;
  for (const part of batchesOf(events)) {
    // An event never refers to a text that is not there.
    for (const { texts } of part) for (const text of texts) await recorder.texts.put(text);
    const outcome = await appendBatch(recorder, stream, part, version);
    version = outcome.version;
    last = later(last, outcome.position);
    recorder.onRecorded(outcome.recorded);
  }
  return last;
};

/** Order of recording by category of stream: sources first, the case last. */
const order: readonly StreamCategory[] = [
  ...(['source', 'reform', 'area', 'programme', 'measure', 'risk', 'decision'] as const),
  ...(['definition', 'calendar', 'case'] as const),
];

const stageOf = (stream: string): number => order.indexOf(streamRef(stream)?.category ?? 'case');

if (order.length !== streamCategories.length) throw new Error('the order of recording lacks a category of streams');

/** Runs some tasks, so many at a time; the first error stops those that have not begun. */
const concurrently = async <T>(tasks: readonly (() => Promise<T>)[]): Promise<readonly T[]> => {
  const results: T[] = [];
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let task = tasks[next]; task && !failed; task = tasks[next]) {
      const index = next;
      next += 1;
      try {
        results[index] = await task();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atATime }, worker));
  const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
  if (rejected) throw rejected.reason;
  return results;
};

/**
 * Records events stream by stream, in stages: what is cited or belonged to comes before what cites it or belongs to it.
 * Within a stage streams are appended to at the same time, so that the store can commit them together.
 */
export const recordAll = async (recorder: Recorder, events: readonly Ready[]): Promise<Position | null> => {
  const streams = new Map<string, Ready[]>();
  for (const event of events) {
    const { stream } = event.envelope;
    streams.set(stream, [...(streams.get(stream) ?? []), event]);
  }
  let last: Position | null = null;
  for (const stage of order.keys()) {
    const tasks = [...streams]
      .filter(([stream]) => stageOf(stream) === stage)
      .map(
        ([stream, own]) =>
          () =>
            recordStream(recorder, stream, own),
      );
    for (const position of await concurrently(tasks)) last = later(last, position);
  }
  return last;
};
