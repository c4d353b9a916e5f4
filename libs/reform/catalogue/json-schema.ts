import { type JsonObject } from '#event-store';
import { type EventDefinition } from './event-definition.js';
import { type Field, type Fields, type Shape } from './field.js';

const names = (max: number): JsonObject => {
  const text = { type: 'string', minLength: 1, maxLength: max };
  return {
    type: 'object',
    properties: { fi: text, sv: text, en: text },
    minProperties: 1,
    additionalProperties: false,
  };
};

const textReference: JsonObject = {
  type: 'object',
  properties: {
    text: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    language: { enum: ['fi', 'sv', 'en'] },
  },
  required: ['text', 'digest', 'language'],
  additionalProperties: false,
};

/** The JSON Schema (draft 2020-12) of a shape. What a schema cannot say (that a date exists) the checker adds. */
export const schemaOfShape = (shape: Shape): JsonObject => {
  switch (shape.is) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: shape.max };
    case 'names':
      return names(shape.max);
    case 'code':
      return { type: 'string', pattern: shape.pattern, maxLength: shape.max };
    case 'enum':
      return { type: 'string', enum: shape.values };
    case 'integer':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'list':
      return { type: 'array', items: schemaOfShape(shape.of), maxItems: shape.max };
    case 'map':
      return { type: 'object', additionalProperties: schemaOfShape(shape.of), maxProperties: shape.max };
    case 'object':
      return schemaOfFields(shape.fields);
    default:
      return schemaOfPlain(shape);
  }
};

type PlainShape = Extract<Shape, { is: 'boolean' | 'day' | 'edtf' | 'duration' | 'text-reference' | 'json' }>;

function schemaOfPlain(shape: PlainShape): JsonObject {
  switch (shape.is) {
    case 'boolean':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'edtf':
      return { type: 'string', pattern: '^[\\d./-]+$', maxLength: 50 };
    case 'duration':
      return { type: 'string', pattern: '^P(\\d+[YMWD])+$', maxLength: 30 };
    case 'text-reference':
      return textReference;
    case 'json':
      return {};
  }
}

const schemaOfField = (field: Field): JsonObject => {
  const schema = schemaOfShape(field.shape);
  const described = { title: field.labels.en, description: field.meaning, 'x-class': field.class };
  return field.nullable ? { ...described, anyOf: [schema, { type: 'null' }] } : { ...described, ...schema };
};

/** The JSON Schema of an object with these fields and no others. */
export function schemaOfFields(fields: Fields): JsonObject {
  const required = Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)])),
    required,
    additionalProperties: false,
  };
}

/** The JSON Schema of an event type's data. */
export const schemaOfEvent = (definition: EventDefinition): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: definition.type,
  description: definition.names.en,
  ...schemaOfFields(definition.fields),
});
