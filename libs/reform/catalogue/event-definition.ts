import { type Nature } from '#history';
import { type Fields, type Names } from './field.js';

/** Categories of streams; a stream's name is `<category>-<id>`. */
export const streamCategories = [
  'reform',
  'area',
  'programme',
  'measure',
  'decision',
  'risk',
  'case',
  'definition',
  'calendar',
  'source',
] as const;

/** A category of streams. */
export type StreamCategory = (typeof streamCategories)[number];

/** The one source of an event type: validation, schemas, documentation and forms all come from it. */
export interface EventDefinition {
  /** Kebab-case, past tense; never renamed once released. */
  readonly type: string;
  /** Streams that may hold it. */
  readonly streams: readonly StreamCategory[];
  readonly nature: Nature;
  /** Whether it may be dated after the day it was learned (semantics, rule 1). */
  readonly foretold: boolean;
  /** Version of the shape of its data, from 1. */
  readonly schema: number;
  /** What readers call it. */
  readonly names: Required<Names>;
  readonly fields: Fields;
}

/** Name in Finnish, Swedish and English. */
export type NameTriple = readonly [fi: string, sv: string, en: string];

interface EventInput {
  readonly type: string;
  readonly streams: readonly StreamCategory[];
  readonly nature?: Nature;
  readonly foretold?: boolean;
  readonly schema?: number;
  readonly names: NameTriple;
  readonly fields: Fields;
}

/** Defines an event type: a fact that is not foretold, of schema 1, unless it says otherwise. */
export const defineEvent = (input: EventInput): EventDefinition => ({
  type: input.type,
  streams: input.streams,
  nature: input.nature ?? 'fact',
  foretold: input.foretold ?? false,
  schema: input.schema ?? 1,
  names: { fi: input.names[0], sv: input.names[1], en: input.names[2] },
  fields: input.fields,
});
