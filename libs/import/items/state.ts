import { type Json, type JsonObject } from '#event-store';
import { isoOfDay, parseEdtf } from '#history';
import { catalogue } from '#reform';
import { type Language, type SourceItem } from '../format/programme-file.js';
import { textAt } from '../reading/listed.js';
import { type Digest, commandOf, eventOf } from './ids.js';
import { everyFile, type Statement } from './statement.js';
import { writeFields } from './write-fields.js';

/** What the statements of a file are made with. */
export interface Stating {
  readonly scope: string;
  readonly language: Language;
  readonly sources: readonly SourceItem[];
  readonly digest: Digest;
}

/** One event to be made of an item. */
export interface ToState {
  /** Identity within the scope. */
  readonly item: string;
  readonly path: string;
  readonly stream: string;
  readonly type: string;
  /** Where the source, the day of knowledge and the withdrawal stand. */
  readonly from: JsonObject;
  /** The fields of the event. */
  readonly fields: JsonObject;
  /** When it occurred; without it, what `on` of the item says. */
  readonly occurred?: string | null;
}

/** Id of a source in the ledger. */
export const sourceId = (scope: string, source: SourceItem): string => textAt(source, 'id') || `${scope}/${source.key}`;

const lastDay = (occurred: string | null): string | null => {
  const interval = occurred === null ? null : parseEdtf(occurred);
  return interval && isoOfDay(interval.latest);
};

interface Cited {
  readonly source: Statement['source'];
  readonly learned: string | null;
}

const cite = (stating: Stating, from: JsonObject, occurred: string | null): Cited => {
  const key = textAt(from, 'source');
  const source = stating.sources.find((listed) => key === '' || listed.key === key);
  if (!source) throw new Error(`the file has passed its checks, and has no source ${key}`);
  const learned = source.knownFrom === 'same-day' ? textAt(from, 'knownFrom') || lastDay(occurred) : source.knownFrom;
  const locator = textAt(from, 'locator');
  return { source: { id: sourceId(stating.scope, source), locator: locator === '' ? null : locator }, learned };
};

const definitionOf = (type: string) => {
  const definition = catalogue.get(type);
  if (!definition) throw new Error(`the schema lets pass an event type that the catalogue has not: ${type}`);
  return definition;
};

const withdrawal = (stating: Stating, to: ToState, withdrawn: Json | undefined): readonly Statement[] => {
  if (typeof withdrawn !== 'object' || withdrawn === null || Array.isArray(withdrawn)) return [];
  const target = eventOf(stating.digest, to.stream, commandOf(stating.scope, to.item));
  const from = withdrawn as JsonObject;
  const fields = { target, reason: textAt(from, 'reason') };
  return state(stating, {
    ...{ item: `${to.item}/withdrawn`, path: `${to.path}/withdrawn`, stream: to.stream, type: 'event-retracted' },
    ...{ from, fields, occurred: null },
  });
};

/** The statements of an item: one, and the withdrawal where a later source no longer says it. */
export const state = (stating: Stating, to: ToState): readonly Statement[] => {
  const definition = definitionOf(to.type);
  const { item, path, stream, type } = to;
  const occurred = to.occurred === undefined ? textAt(to.from, 'on') || null : to.occurred;
  const { language, digest, scope } = stating;
  const { data, texts } = writeFields(to.fields, definition, { language, digest, identity: commandOf(scope, item) });
  const cited = cite(stating, to.from, occurred);
  const own: Statement = {
    ...{ item, scope, path, stream, type, schema: definition.schema, occurred, data, texts },
    ...cited,
  };
  return [own, ...withdrawal(stating, to, to.from['withdrawn'])];
};

/** A statement that rests on no source and that several files may make alike. */
export const stateForAll = (to: Omit<Statement, 'scope' | 'schema' | 'source' | 'learned' | 'texts'>): Statement => ({
  ...to,
  ...{ scope: everyFile, schema: definitionOf(to.type).schema, source: null, learned: null, texts: [] },
});
