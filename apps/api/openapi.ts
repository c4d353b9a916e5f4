import { readFileSync } from 'node:fs';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problems } from './problem/problem.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What the operations answer, made from the types of the views by tests/support/view-schemas.js. */
const viewSchemas = JSON.parse(readFileSync(new URL('./view-schemas.json', import.meta.url), 'utf8')) as Schemas;

const problemSchema: Schemas[string] = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', example: 'urn:vaihe:problem:invalid-request' },
    title: { type: 'string', description: 'What the code means, in the language of the request.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems), description: 'Stable code; match this one.' },
    detail: { type: 'string', description: 'What happened this time and what to do.' },
    instance: { type: 'string', description: 'The address that was asked.' },
    errors: {
      type: 'array',
      description: 'What is wrong with which parameter.',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** The answer of an operation, by the name of its type. */
export const answer = (type: string, description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${type}` } } },
});

/** The OpenAPI document of the application, with the problems that every operation can answer. */
export const openApiOf = (app: INestApplication, release: string): OpenAPIObject => {
  const about = new DocumentBuilder()
    .setTitle('vaihe')
    .setDescription(
      'What is true on a day, as known at a moment. Every answer names its basis of knowledge and the last position of the ledger that it used.',
    )
    .setVersion(release)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .setOpenAPIVersion('3.1.0')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...viewSchemas, Problem: problemSchema },
  };
  const problem = {
    description: 'A problem with a stable code.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const item of Object.values(document.paths))
    if (item.get) item.get.responses = { ...item.get.responses, default: problem };
  return document;
};
