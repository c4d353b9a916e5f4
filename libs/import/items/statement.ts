import { type JsonObject, type SourceReference } from '#event-store';
import { type StoredText } from '#reform';

/** What an item of a file states, as the event that records it. */
export interface Statement {
  /**
   * Identity of the statement within its scope, `<section>/<key>` and more where an item states several things. It never
   * changes, and it is kept in the event: the id of its command is `import/<scope>/<item>`.
   */
  readonly item: string;
  /** Scope whose item it is; sources and definitions are of all files (see `everyFile`). */
  readonly scope: string;
  /** Path of the item in the file. */
  readonly path: string;
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  readonly occurred: string | null;
  readonly source: SourceReference | null;
  readonly learned: string | null;
  readonly data: JsonObject;
  /** Free texts that the data refers to; they go to the text store and never into an event. */
  readonly texts: readonly StoredText[];
}

/** Scope of what several files may state alike: sources, definitions, calendars. No file can have it as its own. */
export const everyFile = '-';
