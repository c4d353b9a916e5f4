import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { createLogger } from '#platform';
import { type RunningServer, startServer } from '../../apps/api/server.js';
import { type OpenRuntime } from '../../apps/runtime/open-runtime.js';
import { viewSchemas } from '../support/view-schemas.js';
import { postgresExample } from '../support/postgres-runtime.js';
import { ask, problemIn } from './http-client.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: string;
  readonly schema: { readonly enum?: readonly string[]; readonly example?: string; readonly minimum?: number };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: { $ref: string } }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: unknown }>> };
}

let runtime: OpenRuntime;
let server: RunningServer;
let document: Document;
let codes: readonly string[];
const ajv = new Ajv2020({ strict: false, validateFormats: false });

beforeAll(async () => {
  runtime = await postgresExample();
  server = await startServer({ ...runtime, patience: 1 }, createLogger('silent'), { host: '127.0.0.1', port: 0 });
  document = JSON.parse((await ask(server.url, '/openapi.json')).body) as Document;
  const problem = document.components.schemas['Problem'] as { properties: { code: { enum: readonly string[] } } };
  codes = problem.properties.code.enum;
  ajv.addSchema(document, 'document');
});
afterAll(async () => {
  await server.close();
  await runtime.close();
});

const operations = (): readonly (readonly [string, Operation])[] =>
  Object.entries(document.paths).map(([path, { get }]) => {
    if (!get) throw new Error(`${path} is not read`);
    return [path, get];
  });

const schemaOf = ({ responses }: Operation): string =>
  responses['200']?.content?.['application/json']?.schema.$ref ?? 'none';

/** Whether an answer is what the document says; the errors where it is not. */
const flaws = (operation: Operation, body: string): unknown => {
  const validate = ajv.getSchema(`document${schemaOf(operation)}`);
  if (!validate) throw new Error(`no schema ${schemaOf(operation)}`);
  return validate(JSON.parse(body)) ? null : validate.errors?.slice(0, 3);
};

const exampleOf = ({ name, example, schema }: Parameter): string => {
  const value = example ?? schema.example ?? schema.enum?.[0] ?? schema.minimum;
  if (value === undefined) throw new Error(`the parameter ${name} has no example`);
  return String(value);
};

test('the schemas of the answers are those of the types: node tests/support/view-schemas.js writes them', async () => {
  const kept = await readFile(new URL('../../apps/api/view-schemas.json', import.meta.url), 'utf8');
  expect(kept).toBe(await viewSchemas());
});

test('every operation is described, answers its own examples, and answers as its schema says', async () => {
  expect(document.openapi).toBe('3.1.0');
  expect(operations().length).toBe(8);
  for (const [path, operation] of operations()) {
    const parameters = operation.parameters ?? [];
    for (const { name, description } of parameters) expect([path, name, description]).not.toContain(undefined);
    const query = parameters
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => `${parameter.name}=${encodeURIComponent(exampleOf(parameter))}`)
      .join('&');
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      exampleOf(parameters.find((parameter) => parameter.name === name) as Parameter),
    );
    for (const asked of [`${address}?${query}`, ...(query.includes('item=') ? [] : [address])]) {
      const answer = await ask(server.url, asked);
      expect([asked, answer.status]).toEqual([asked, 200]);
      expect([asked, flaws(operation, answer.body)]).toEqual([asked, null]);
    }
  }
});

const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map(encodeURIComponent),
  fc.constantFrom(
    '%00',
    '%zz',
    '%ED%A0%80',
    '..',
    '%2e%2e%2f',
    '-1',
    '1e9',
    '0x1',
    'null',
    '2021-13-01',
    '99999999999999999999',
    '1/2',
    '%27--',
  ),
  fc.string({ unit: fc.constantFrom('a', '0', '-', '.', ':', '/'), maxLength: 500 }),
);

/** A value for a parameter: its example, one of its values, or anything. */
const valueOf = (parameter: Parameter): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom(exampleOf(parameter), ...(parameter.schema.enum ?? [])).map(encodeURIComponent),
    },
    { weight: 1, arbitrary: anything },
  );

const requestOf = ([path, { parameters = [] }]: readonly [string, Operation]): fc.Arbitrary<string> => {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  return fc
    .record({
      places: fc.tuple(...inPath.map(valueOf)),
      values: fc.tuple(...inQuery.map((parameter) => fc.option(valueOf(parameter), { freq: 1 }))),
      more: fc.option(
        fc.constantFrom('colour=red', '=', '&&', 'on', 'on=2021-01-01&on=2021-01-02', '%', '__proto__=1'),
      ),
    })
    .map(({ places, values, more }) => {
      const address = inPath.reduce(
        (text, { name }, index) => text.replace(`{${name}}`, () => places[index] ?? ''),
        path,
      );
      const query = inQuery.flatMap(({ name }, index) => (values[index] == null ? [] : [`${name}=${values[index]}`]));
      return `${address}?${[...query, ...(more === null ? [] : [more])].join('&')}`.replaceAll(' ', '%20');
    });
};

test('whatever is asked: an answer of the schema, or a problem with a known code, and never a 5xx', async () => {
  const requests = fc.oneof(
    ...operations().map((entry) => fc.record({ operation: fc.constant(entry[1]), path: requestOf(entry) })),
  );
  const method = fc.oneof({ weight: 9, arbitrary: fc.constant('GET') }, fc.constantFrom('POST', 'DELETE', 'OPTIONS'));
  await fc.assert(
    fc.asyncProperty(requests, method, async ({ operation, path }, verb) => {
      const answer = await ask(server.url, path, { method: verb });
      if (answer.status === 200 && verb === 'GET') {
        // A path may lead elsewhere where a value in it is empty or holds a slash.
        if (/^\/(api\/(areas|programmes)\/[^/?]+(\/\w+)?|api\/\w+|health)\?/.test(path))
          expect(flaws(operation, answer.body)).toBe(null);
        return;
      }
      const problem = problemIn(answer);
      expect(problem.status).toBeGreaterThanOrEqual(400);
      expect(problem.status).toBeLessThan(500);
      expect(codes).toContain(problem.code);
      expect(problem.detail).not.toBe('');
    }),
    { numRuns: 300 },
  );
}, 120_000);
