import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Json, type JsonObject } from '#event-store';
import { kinds } from '../kinds/kinds.js';
import { catalogue } from './catalogue.js';
import { cataloguePage } from './catalogue-page.js';
import { checkFields } from './check-value.js';
import { type Field, type Fields, type Shape } from './field.js';
import { schemaOfEvent } from './json-schema.js';
import { sampleData } from './sample.fixture.js';

const ajv = new Ajv2020({ strict: false });
const definitions = [...catalogue.values()];
const types = definitions.map((definition) => [definition.type, definition] as const);

const inner = (shape: Shape): readonly Fields[] => {
  if (shape.is === 'object') return [shape.fields];
  return shape.is === 'list' || shape.is === 'map' ? inner(shape.of) : [];
};
const allFields = (fields: Fields): readonly (readonly [string, Field])[] =>
  Object.entries(fields).flatMap(([name, field]) => [[name, field], ...inner(field.shape).flatMap(allFields)]);

/** Every place of a value where a text stands, each replaced in turn. */
const replacedTexts = (value: Json, by: string): readonly Json[] => {
  if (typeof value === 'string') return [by];
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item, i) =>
      replacedTexts(item, by).map((r) => value.with(i, r) as Json),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([key, item]) =>
    replacedTexts(item, by).map((replaced) => ({ ...(value as JsonObject), [key]: replaced })),
  );
};

describe('the event catalogue', () => {
  test.each(types)('domain rule 5: every field of %s is classified, labelled and explained', (_, { fields, names }) => {
    expect(Object.values(names).every((name) => name !== '')).toBe(true);
    for (const [name, { class: classOf, labels, meaning, shape }] of allFields(fields)) {
      expect([name, ['code', 'public', 'free'].includes(classOf)]).toEqual([name, true]);
      expect([name, Object.values(labels).every((label) => label.trim() !== ''), meaning.trim() !== '']).toEqual([
        name,
        true,
        true,
      ]);
      // Free text never stands in an event, and nothing else lies beside the ledger.
      expect([name, classOf === 'free']).toEqual([name, shape.is === 'text-reference']);
      if (shape.is === 'text' || shape.is === 'names') expect([name, classOf]).toEqual([name, 'public']);
    }
  });

  test.each(types)('the sample of %s is well formed by the checker and by its JSON Schema', (_, definition) => {
    const data = sampleData(definition.fields);
    const schema = ajv.compile(schemaOfEvent(definition));
    expect(checkFields(data, '', definition.fields)).toEqual([]);
    expect([schema(data), schema.errors]).toEqual([true, null]);
    // Left out or of a wrong form, a field is refused by both or by neither.
    const refused = Object.keys(definition.fields).flatMap((name) => {
      const { [name]: _left, ...rest } = data;
      const wrong = [{ wrong: true }, null, [[]], 1.5].map((value) => ({ ...data, [name]: value }));
      return [rest, ...wrong].map((each) => [name, checkFields(each, '', definition.fields).length > 0, !schema(each)]);
    });
    expect(refused.filter(([, byChecker, bySchema]) => byChecker !== bySchema)).toEqual([]);
    const leftOut = refused.filter((_each, index) => index % 5 === 0).map(([name, byChecker]) => [name, byChecker]);
    expect(leftOut).toEqual(Object.entries(definition.fields).map(([name, { required }]) => [name, required]));
    expect(checkFields({ ...data, unknown: 1 }, '', definition.fields)).toMatchObject([{ code: 'unknown-field' }]);
    expect(schema({ ...data, unknown: 1 })).toBe(false);
  });

  test.each(types)('domain rule 5: no field of %s takes personal data', (_, { fields }) => {
    const taken = ['maija@example.fi', '131052-308T', '0401234567']
      .flatMap((personal) => replacedTexts(sampleData(fields), personal))
      .filter((data) => checkFields(data as JsonObject, '', fields).length === 0);
    expect(taken).toEqual([]);
  });

  test('an object of the prototype is no field', () => {
    const [, planned] = types.find(([type]) => type === 'measure-started') ?? [];
    expect(checkFields({ constructor: 'x' }, '', planned?.fields ?? {})).toMatchObject([{ code: 'unknown-field' }]);
  });

  test('docs/catalogue.md is the catalogue', () => {
    const file = new URL('../../../docs/catalogue.md', import.meta.url);
    const page = cataloguePage(definitions, kinds);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, page);
    expect(readFileSync(file, 'utf8')).toBe(page);
  });
});
