/** What an event holds of a free text: which text, its digest, its language. The text can be erased; this stays. */
export interface TextReference {
  /** Id of the text, a UUID. */
  readonly text: string;
  /** SHA-256 of the text's UTF-8, in hex. */
  readonly digest: string;
  readonly language: 'fi' | 'sv' | 'en';
}

/** A free text (a reason, a note, a comment) beside the ledger. */
export interface StoredText extends TextReference {
  readonly content: string;
}

/** What the store has of a text: the text, or that it was erased, or that it never had it. */
export type FoundText =
  | { readonly status: 'kept'; readonly text: StoredText }
  | { readonly status: 'erased'; readonly digest: string; readonly language: string }
  | { readonly status: 'unknown' };

/** What became of a text to be put. `other`: the id stands for another text, or for one that was erased. */
export type PutText = 'kept' | 'already-kept' | 'other';

/**
 * Free texts beside the ledger, so that they can be erased while nothing in the ledger is edited. Put before the event
 * that refers to it is recorded: an event never refers to nothing, while a text without an event harms nobody.
 */
export interface TextStore {
  /** Keeps a text. The same text again changes nothing; an id is never given to another text. */
  readonly put: (text: StoredText) => Promise<PutText>;
  readonly get: (id: string) => Promise<FoundText>;
  /** Erases the content for good and keeps that there was one; whether there was anything to erase. */
  readonly erase: (id: string) => Promise<boolean>;
}
