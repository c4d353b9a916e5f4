import { type JsonObject } from './json.js';

/** What cites a document: the source's key and, where known, the place within it. */
export interface SourceReference {
  /** Key of the source, e.g. `vake-restructuring/plan-2`. */
  readonly id: string;
  /** Place within the source (page, chapter, line of a file), or null. */
  readonly locator: string | null;
}

/** The command that an event came from. Folding a stream finds it and makes a repeat return the first result. */
export interface CommandReference {
  /** Id given by the caller; a repeat carries the same one. */
  readonly id: string;
  /** SHA-256 (hex) of the command's canonical JSON: the same id with another fingerprint is refused. */
  readonly fingerprint: string;
}

/**
 * An event as it is stored. Its exact bytes are canonical JSON (RFC 8785), so that text -> value -> text is the identity
 * on every store. The shape is frozen: a change of `data` is a new `schema` of the type, read through upcasting.
 */
export interface Envelope<Data extends JsonObject = JsonObject> {
  /** UUID of the event; every reference between events is this id, never a position. */
  readonly id: string;
  /** Event type of the catalogue: kebab-case, past tense. */
  readonly type: string;
  /** Version of the shape of `data` for this type, from 1. */
  readonly schema: number;
  /** Stream that holds the event, e.g. `measure-vake-restructuring/A`. */
  readonly stream: string;
  /** When it happened, at the precision known (EDTF), or null where no date is known. */
  readonly occurred: string | null;
  /**
   * When the ledger learned it: ISO 8601 to the millisecond with the offset of Europe/Helsinki, e.g.
   * `2026-11-22T14:17:00.123+02:00`. The first ten characters are the civil day, on any machine and for good.
   */
  readonly recordedAt: string;
  /** Pseudonymous id of who recorded it. */
  readonly actor: string;
  /** Body or role that the actor acted for, or null. */
  readonly actingFor: string | null;
  /** Source that says it, or null where the recorder is the source. */
  readonly source: SourceReference | null;
  /** Civil day (`YYYY-MM-DD`) on which the source said it (`known_from`), or null without a source. */
  readonly learned: string | null;
  readonly command: CommandReference;
  /** Id that ties together everything that one act brought about. */
  readonly correlation: string;
  /** Id of the event that brought this one about, or null. */
  readonly causation: string | null;
  /** Release of the software that recorded it. */
  readonly release: string;
  readonly data: Data;
}
