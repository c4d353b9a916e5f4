import { type Json, type JsonObject } from '#event-store';

/** Languages of texts. */
export type Language = 'fi' | 'sv' | 'en';

/** An item of a file as the schema lets it be; its further fields are those of its event type. */
export interface Item extends JsonObject {
  readonly key: string;
}

/** A source as a file states it. */
export interface SourceItem extends Item {
  /** A day, or `same-day`. */
  readonly knownFrom: string;
}

/** A reform and its law-making. */
export interface ReformItem extends Item {
  readonly name: Json;
  readonly events: readonly Item[];
}

/** An area with its municipalities and responsibilities. */
export interface AreaItem extends Item {
  readonly name: Json;
  readonly established?: JsonObject;
  readonly municipalities?: readonly Item[];
  readonly responsibilities?: readonly Item[];
  readonly transfers?: readonly Item[];
}

/** The case that is driven for a programme. */
export interface WorkflowItem extends JsonObject {
  readonly definition: string;
  readonly from: string;
}

/** A file whose shape the schema has passed. Sections are further fields, see `sections`. */
export interface ProgrammeFile extends JsonObject {
  readonly scope: string;
  readonly language?: Language;
  readonly sources: readonly SourceItem[];
  readonly reforms?: readonly ReformItem[];
  readonly services?: readonly Item[];
  readonly areas?: readonly AreaItem[];
  readonly programme?: Item;
  readonly workflow?: WorkflowItem;
  readonly facts?: readonly Item[];
}

/** The items of a section; none where the file has no such section. */
export const itemsOf = (file: ProgrammeFile, section: string): readonly Item[] =>
  (file[section] as readonly Item[] | undefined) ?? [];
