import { type Json, type JsonObject } from '#event-store';
import { type EventDefinition, type Fields, type Shape, type StoredText } from '#reform';
import { type Language } from '../format/programme-file.js';
import { renamed } from '../format/sections.js';
import { isObject } from '../reading/listed.js';
import { type Digest, idOf } from './ids.js';

/** What an event's content is written with. */
export interface Writer {
  readonly language: Language;
  readonly digest: Digest;
  /** Identity of the statement, of which the ids of its texts are made. */
  readonly identity: string;
}

/** An event's content and the texts that it refers to. */
export interface Written {
  readonly data: JsonObject;
  readonly texts: readonly StoredText[];
}

/** A text in the language of the file, or as it stands by language. */
export const namesOf = (value: Json, language: Language): Json =>
  typeof value === 'string' ? { [language]: value } : value;

/** The content of an event: a free text is left out and referred to. */
export const writeFields = (item: JsonObject, definition: EventDefinition, writer: Writer): Written => {
  const texts: StoredText[] = [];
  const { language, digest, identity } = writer;

  const reference = (text: string, name: string): Json => {
    const of = digest(text);
    const id = idOf(digest, JSON.stringify([identity, name, of]));
    texts.push({ text: id, digest: of, language, content: text });
    return { text: id, digest: of, language };
  };

  const write = (value: Json, shape: Shape, name: string): Json => {
    if (shape.is === 'names') return namesOf(value, language);
    if (shape.is === 'text-reference') return typeof value === 'string' ? reference(value, name) : value;
    if (shape.is === 'list' && Array.isArray(value))
      return (value as readonly Json[]).map((entry, index) => write(entry, shape.of, `${name}/${index}`));
    return shape.is === 'object' && isObject(value) ? fields(value, shape.fields, `${name}/`) : value;
  };

  const fields = (from: JsonObject, of: Fields, prefix: string): JsonObject => {
    const names = prefix === '' ? (renamed[definition.type] ?? {}) : {};
    const data: Record<string, Json> = {};
    for (const [name, { shape }] of Object.entries(of)) {
      const value = from[names[name] ?? name];
      if (value !== undefined) data[name] = write(value, shape, `${prefix}${name}`);
    }
    return data;
  };

  return { data: fields(item, definition.fields, ''), texts };
};
