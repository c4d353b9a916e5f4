import { canonicalJson } from './canonical.js';
import { type Envelope } from './envelope.js';
import { EventStoreError } from './errors.js';
import { type AppendRequest } from './event-store.js';

/** What a store takes at most; more is refused as `too-large` before anything is sent. */
export const limits = {
  /** Bytes (UTF-8) of one event's text. */
  eventBytes: 256 * 1024,
  /** Bytes of all texts of one append. */
  appendBytes: 1024 * 1024,
  /** Events of one append. */
  appendEvents: 1000,
} as const;

/** An event ready to be stored: its exact text and the columns that every adapter extracts. */
export interface EncodedEvent {
  readonly envelope: Envelope;
  readonly text: string;
  /** Length of the text in bytes of UTF-8. */
  readonly bytes: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// Printable and without white space, so that every store can hold it as a name and every log line can show it.
const streamName = /^[^\s\p{C}]{1,200}$/u;
const moment =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}[+-](0\d|1[0-4]):[0-5]\d$/;
/** The largest version that a 32-bit column holds. */
const largestVersion = 2 ** 31 - 1;

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
};

/** A moment that every store can keep in a column of its own: one bad cast would fail all that are written with it. */
const isMoment = (text: string): boolean => {
  const [, year, month, day] = (moment.exec(text) ?? []).map(Number);
  return year !== undefined && year > 0 && (day ?? 99) <= daysIn(year, month ?? 0);
};

/** Length of a text in bytes of UTF-8. */
export const utf8Length = (text: string): number => {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of the four bytes.
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
};

const invalid = (path: string, reason: string, index: number): never => {
  throw new EventStoreError({
    code: 'invalid-event',
    message: `Event ${index} of the append is refused: ${path} ${reason}.`,
    fields: { path, reason, index },
  });
};

const tooLarge = (what: string, size: number, limit: number): never => {
  throw new EventStoreError({
    code: 'too-large',
    message: `The append is refused: ${what} is ${size}, the limit is ${limit}. Split it.`,
    fields: { what, size, limit },
  });
};

const checkEnvelope = (event: Envelope, stream: string, index: number): void => {
  if (!uuid.test(event.id)) invalid('/id', 'is not a UUID in lower case', index);
  if (!kebab.test(event.type) || event.type.length > 100) invalid('/type', 'is not a kebab-case name', index);
  if (!Number.isSafeInteger(event.schema) || event.schema < 1) invalid('/schema', 'is not a version from 1', index);
  if (event.stream !== stream) invalid('/stream', 'is not the stream of the append', index);
  if (!isMoment(event.recordedAt)) invalid('/recordedAt', 'is not a moment with milliseconds and offset', index);
};

const encode = (event: Envelope, stream: string, index: number): EncodedEvent => {
  checkEnvelope(event, stream, index);
  const text = canonicalJson(event);
  const bytes = utf8Length(text);
  if (bytes > limits.eventBytes) tooLarge('bytes of one event', bytes, limits.eventBytes);
  return { envelope: event, text, bytes };
};

const checkShape = (request: AppendRequest): void => {
  if (!streamName.test(request.stream)) invalid('/stream', 'is not a name of 1 to 200 printable characters', 0);
  if (
    !Number.isSafeInteger(request.expectedVersion) ||
    request.expectedVersion < 0 ||
    request.expectedVersion > largestVersion
  )
    invalid('/expectedVersion', 'is not a version from 0', 0);
  if (request.events.length === 0) invalid('/events', 'is empty', 0);
};

/**
 * Checks a request and gives the texts to store: the same for every adapter, and before anything is sent. Throws
 * `invalid-event` (fields `path`, `reason`, and `index` of the event) or `too-large` (`what`, `size`, `limit`).
 */
export const encodeRequest = (request: AppendRequest): readonly EncodedEvent[] => {
  checkShape(request);
  const { stream, events } = request;
  if (events.length > limits.appendEvents) tooLarge('number of events', events.length, limits.appendEvents);
  const encoded = events.map((event, index) => encode(event, stream, index));
  const bytes = encoded.reduce((sum, event) => sum + event.bytes, 0);
  if (bytes > limits.appendBytes) tooLarge('bytes of the append', bytes, limits.appendBytes);
  const ids = new Set<string>();
  for (const [index, { id }] of events.entries()) {
    if (ids.has(id)) invalid('/id', 'stands twice in the append', index);
    ids.add(id);
  }
  return encoded;
};

/** The error of an event whose id stands in the ledger already; every adapter throws this one. */
export const duplicateEventId = (stream: string): EventStoreError =>
  new EventStoreError({
    code: 'invalid-event',
    message: `The append to ${stream} is refused: an event with one of its ids is in the ledger already.`,
    fields: { path: '/id', reason: 'is in the ledger already' },
  });

/** An event from its stored text, which the store has checked when it took it. */
export const decodeEnvelope = (text: string): Envelope => JSON.parse(text) as Envelope;
