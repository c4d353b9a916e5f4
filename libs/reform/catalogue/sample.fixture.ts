import { type Json, type JsonObject } from '#event-store';
import { type Fields, type Shape } from './field.js';

const codes: Readonly<Record<string, string>> = {
  '^\\d{3}$': '092',
  '^\\d{2}$': '04',
  '^[A-Z](\\.\\d{1,2})?$': 'F.1',
  '^[0-9a-f]{64}$': 'a'.repeat(64),
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$': '00000000-0000-8000-8000-000000000001',
  '^\\d{1,20}(/\\d{1,20})?$': '17',
  '^https?://[^\\s<>"]+$': 'https://example.org/plan',
};

const codeOf = (pattern: string): string => {
  const known = codes[pattern];
  if (known !== undefined) return known;
  return ['key', 'municipality:092', 'laws-passed'].find((text) => new RegExp(pattern, 'u').test(text)) ?? '';
};

const plain: Readonly<Record<string, Json>> = {
  text: 'HE 241/2020 vp',
  names: { fi: 'Nimi', sv: 'Namn' },
  boolean: true,
  day: '2021-06-21',
  edtf: '2021-21',
  duration: 'P7D',
  'text-reference': { text: '00000000-0000-8000-8000-000000000001', digest: 'a'.repeat(64), language: 'fi' },
  json: { any: ['thing', 1, null] },
};

/** A value of a shape, to test with. */
export const sampleOf = (shape: Shape): Json => {
  switch (shape.is) {
    case 'code':
      return codeOf(shape.pattern);
    case 'enum':
      return shape.values[0] ?? '';
    case 'integer':
      return Math.max(shape.min, 1);
    case 'list':
      return [sampleOf(shape.of)];
    case 'map':
      return { key: sampleOf(shape.of) };
    case 'object':
      return sampleData(shape.fields);
    default:
      return plain[shape.is] ?? null;
  }
};

/** Data with every field. */
export function sampleData(fields: Fields): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sampleOf(field.shape)]));
}
