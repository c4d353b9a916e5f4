import { type Shape } from '#reform';

/** A JSON Schema (2020-12), as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** An object of exactly these fields. */
export const objectSchema = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema => ({ type: 'object', properties, required, additionalProperties: false });

// One line that is not blank; a pattern counts for texts only, so it may stand where an object is allowed too.
const line = { minLength: 1, pattern: '^(?=.*\\S)\\P{Cc}*$' } as const;

const text = (max: number): JsonSchema => ({ type: 'string', maxLength: max, ...line });

/** What many fields are, by name; fields refer to them. */
export const definitions: Record<string, JsonSchema> = {};

/** Defines what many fields are, and gives the schema that refers to it. */
export const define = (name: string, schema: JsonSchema): JsonSchema => {
  definitions[name] = schema;
  return { $ref: `#/$defs/${name}` };
};

/** A text in the language of the file, or in several languages. */
export const namesSchema = (max: number): JsonSchema =>
  define(`text-or-names-${max}`, {
    description: 'A text in the language of the file, or in several languages.',
    type: ['string', 'object'],
    maxLength: max,
    ...line,
    minProperties: 1,
    properties: { fi: text(max), sv: text(max), en: text(max) },
    additionalProperties: false,
  });

/** A reason, note or summary, which may have several lines; it goes to the text store and not into an event. */
export const freeTextSchema = define('free-text', { type: 'string', minLength: 1, maxLength: 5000, pattern: '\\S' });

type ShapeOf<Is extends Shape['is']> = Extract<Shape, { is: Is }>;

const ofObject = ({ fields }: ShapeOf<'object'>): JsonSchema =>
  objectSchema(
    Object.fromEntries(
      Object.entries(fields).map(([name, { shape, meaning }]) => [
        name,
        { description: meaning, ...shapeSchema(shape) },
      ]),
    ),
    Object.keys(fields).filter((name) => fields[name]?.required),
  );

const byShape: { readonly [Is in Shape['is']]: (shape: ShapeOf<Is>) => JsonSchema } = {
  text: ({ max }) => text(max),
  names: ({ max }) => namesSchema(max),
  code: ({ pattern, max }) => ({ type: 'string', pattern, maxLength: max }),
  enum: ({ values }) => ({ enum: values }),
  integer: ({ min, max }) => ({ type: 'integer', minimum: min, maximum: max }),
  'text-reference': () => freeTextSchema,
  boolean: () => ({ type: 'boolean' }),
  day: () => ({ type: 'string', format: 'day' }),
  edtf: () => ({ type: 'string', format: 'edtf' }),
  duration: () => ({ type: 'string', format: 'duration' }),
  json: () => ({}),
  list: ({ of, max }) => ({ type: 'array', items: shapeSchema(of), maxItems: max }),
  map: ({ of, max }) => ({ type: 'object', additionalProperties: shapeSchema(of), maxProperties: max }),
  object: ofObject,
};

/** The schema of what stands in a file for a value of a shape. A text reference is written as the text itself. */
export function shapeSchema(shape: Shape): JsonSchema {
  return (byShape[shape.is] as (of: Shape) => JsonSchema)(shape);
}
