/** A text in the languages of the country; at least one of them. */
export interface Names {
  readonly fi?: string;
  readonly sv?: string;
  readonly en?: string;
}

/**
 * What a field may hold of people: `code` a key, date or number; `public` a title, an amount, a public body's name;
 * `free` a reason, note or comment, whose text lives in the text store and never in the event.
 */
export type FieldClass = 'code' | 'public' | 'free';

/** The values that a field takes. Lengths count UTF-16 units; integers are safe ones. */
export type Shape =
  | { readonly is: 'text'; readonly max: number }
  | { readonly is: 'names'; readonly max: number }
  | { readonly is: 'code'; readonly pattern: string; readonly max: number }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'boolean' }
  | { readonly is: 'day' }
  | { readonly is: 'edtf' }
  | { readonly is: 'duration' }
  | { readonly is: 'text-reference' }
  | { readonly is: 'json' }
  | { readonly is: 'list'; readonly of: Shape; readonly max: number }
  | { readonly is: 'map'; readonly of: Shape; readonly max: number }
  | { readonly is: 'object'; readonly fields: Fields };

/** A field of an event, or of an object within one. */
export interface Field {
  readonly shape: Shape;
  readonly class: FieldClass;
  readonly labels: Required<Names>;
  /** What the value means, with its unit. */
  readonly meaning: string;
  readonly required: boolean;
  readonly nullable: boolean;
}

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The largest integer that JSON readers agree on. */
export const largestInteger = Number.MAX_SAFE_INTEGER;

/** Shapes that several fields use. */
export const shapes = {
  key: { is: 'code', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', max: 80 },
  entity: { is: 'code', pattern: '^[a-z][a-z-]*:[A-Za-z0-9-][A-Za-z0-9._/:-]*$', max: 200 },
  /** `gate:start/measure:x/A`, `task:rule/entity`, or a free key. */
  item: { is: 'code', pattern: '^[A-Za-z0-9][A-Za-z0-9._/:-]*$', max: 300 },
  organisation: { is: 'code', pattern: '^[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9._-]*$', max: 100 },
  eventType: { is: 'code', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', max: 100 },
  eventId: { is: 'code', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', max: 36 },
  digest: { is: 'code', pattern: '^[0-9a-f]{64}$', max: 64 },
  position: { is: 'code', pattern: '^\\d{1,20}(/\\d{1,20})?$', max: 41 },
  municipality: { is: 'code', pattern: '^\\d{3}$', max: 3 },
  area: { is: 'code', pattern: '^\\d{2}$', max: 2 },
  letter: { is: 'code', pattern: '^[A-Z](\\.\\d{1,2})?$', max: 4 },
  language: { is: 'enum', values: ['fi', 'sv', 'en'] },
  title: { is: 'names', max: 500 },
  line: { is: 'text', max: 300 },
  amount: { is: 'integer', min: 0, max: largestInteger },
  count: { is: 'integer', min: 0, max: 1_000_000 },
} as const satisfies Record<string, Shape>;

/** A list of a shape. */
export const listOf = (of: Shape, max = 200): Shape => ({ is: 'list', of, max });

/** An object with fields of its own, each classified. */
export const objectOf = (fields: Fields): Shape => ({ is: 'object', fields });

/** One of some codes. */
export const oneOf = (...values: readonly string[]): Shape => ({ is: 'enum', values });

/** A field that may be left out; `req` makes it required. Labels are Finnish, Swedish, English. */
export const field = (
  shape: Shape,
  classOf: FieldClass,
  labels: readonly [fi: string, sv: string, en: string],
  meaning: string,
): Field => ({
  shape,
  class: classOf,
  labels: { fi: labels[0], sv: labels[1], en: labels[2] },
  meaning,
  required: false,
  nullable: false,
});

/** The field, required. */
export const req = (of: Field): Field => ({ ...of, required: true });

/** The field, which must stand but may be null. */
export const reqNull = (of: Field): Field => ({ ...of, required: true, nullable: true });

/** The field under another meaning. */
export const means = (of: Field, meaning: string): Field => ({ ...of, meaning });
