import { expect, test } from '@jest/globals';
import { type Envelope } from './envelope.js';
import { type JsonObject } from './json.js';
import { createUpcast } from './upcasting.js';

const event = (type: string, schema: number, data: JsonObject): Envelope => ({ type, schema, data }) as Envelope;
const rename = {
  type: 'measure-planned',
  schema: 1,
  up: (data: JsonObject): JsonObject => ({ name: data['title'] ?? '' }),
};
const translate = {
  type: 'measure-planned',
  schema: 2,
  up: (data: JsonObject): JsonObject => ({ name: { fi: data['name'] ?? '' } }),
};

test('an event of any known schema is read as one of the newest, and the original stays', () => {
  const upcast = createUpcast([translate, rename]);
  const old = event('measure-planned', 1, { title: 'A' });
  expect(upcast(old)).toEqual(event('measure-planned', 3, { name: { fi: 'A' } }));
  expect(upcast(event('measure-planned', 2, { name: 'B' }))).toEqual(
    event('measure-planned', 3, { name: { fi: 'B' } }),
  );
  expect(old).toEqual(event('measure-planned', 1, { title: 'A' }));
  const other = event('measure-started', 1, {});
  expect(upcast(other)).toBe(other);
});

test('a step that stands twice and a chain with a hole are refused at once', () => {
  expect(() => createUpcast([rename, rename])).toThrow('two upcasters for measure-planned@1');
  expect(() => createUpcast([translate])).toThrow('no upcaster for measure-planned@1');
});
