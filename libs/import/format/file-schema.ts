import {
  common,
  factsSchema,
  identified,
  keySchema,
  programmeSchema,
  reformEventsSchema,
  sectionSchemas,
} from './item-schema.js';
import { type JsonSchema, definitions, freeTextSchema, namesSchema, objectSchema } from './shape-schema.js';

/** What a file begins with; a change that older readers cannot read gets another number. */
export const formatName = 'vaihe-programme-file/1';

const day: JsonSchema = { type: 'string', format: 'day' };
const edtf: JsonSchema = { type: 'string', format: 'edtf' };
const municipality: JsonSchema = { type: 'string', pattern: '^\\d{3}$' };
const area: JsonSchema = { type: 'string', pattern: '^\\d{2}$' };
const organisation: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9._-]*$',
  maxLength: 100,
};

const list = (items: JsonSchema, maxItems: number, description: string): JsonSchema => ({
  type: 'array',
  items,
  maxItems,
  description,
});

const source = objectSchema(
  {
    key: { ...keySchema, description: 'Key by which the items of this file cite it.' },
    id: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?$',
      maxLength: 161,
      description: 'Id in the ledger, the same in every file that cites the source; without one: <scope>/<key>.',
    },
    title: namesSchema(500),
    knownFrom: {
      type: 'string',
      format: 'day-or-same',
      description: 'Day on which the source said what it says; `same-day`: each item is known on its own day.',
    },
    dated: edtf,
    created: { ...day, description: 'Day on which a page was created.' },
    revisions: list(day, 200, 'Days on which a page was edited.'),
    link: { type: 'string', pattern: '^https?://[^\\s<>"]+$', maxLength: 500 },
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    words: { type: 'string', minLength: 1, maxLength: 300, description: 'How the source dates itself.' },
  },
  ['key', 'title', 'knownFrom'],
);

const { on: _on, ...withoutDate } = identified;

const responsibility = objectSchema(
  {
    ...withoutDate,
    service: keySchema,
    municipalities: { type: 'array', items: municipality, minItems: 1, maxItems: 400, uniqueItems: true },
    holder: {
      type: 'string',
      pattern: '^(itself|[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9._-]*)$',
      maxLength: 100,
      description: '`itself`: each municipality is responsible itself.',
    },
    holderName: namesSchema(500),
    since: { ...edtf, description: 'From when on; without it: some time up to when it was known.' },
    note: freeTextSchema,
  },
  ['key', 'service', 'municipalities', 'holder'],
);

const transfer = objectSchema(
  {
    ...identified,
    service: keySchema,
    municipalities: { type: 'array', items: municipality, minItems: 1, maxItems: 400, uniqueItems: true },
    to: organisation,
    note: freeTextSchema,
  },
  ['key', 'service', 'municipalities', 'to', 'on'],
);

const member = objectSchema(
  {
    ...identified,
    key: { ...municipality, description: 'Official code of the municipality.' },
    name: namesSchema(500),
    languages: { type: 'array', items: { enum: ['fi', 'sv', 'en'] }, maxItems: 3, uniqueItems: true },
    until: { ...day, description: 'Last day of its membership.' },
    movedTo: area,
    note: freeTextSchema,
  },
  ['key', 'name'],
);

const areaSchema = objectSchema(
  {
    ...identified,
    key: { ...area, description: 'Official code of the area.' },
    name: namesSchema(500),
    established: objectSchema({ on: edtf, ...common }, ['on']),
    municipalities: list(member, 400, 'Municipalities of the area.'),
    responsibilities: list(responsibility, 1000, 'Who must organise a service, before any transfer.'),
    transfers: list(transfer, 1000, 'Transfers of responsibilities.'),
    note: freeTextSchema,
  },
  ['key', 'name'],
);

const workflow: JsonSchema = {
  description: 'The case that is driven for the programme: its definition and first day.',
  ...objectSchema({ definition: keySchema, from: day }, ['definition', 'from']),
};

/** The JSON Schema of a programme file, made of the event catalogue. */
export const programmeFileSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Programme file of vaihe',
  description: 'Facts of a reform, of areas or of a programme, with their sources. See docs/programme-file.md.',
  ...objectSchema(
    {
      $schema: { type: 'string', maxLength: 500 },
      format: { const: formatName },
      scope: { ...keySchema, description: 'Identity of the file: what it holds is known by scope, section and key.' },
      language: { enum: ['fi', 'sv', 'en'], description: 'Language of texts that name none; without it, English.' },
      sources: { type: 'array', items: source, minItems: 1, maxItems: 1000, description: 'The first is the default.' },
      reforms: list(
        objectSchema({ key: keySchema, name: namesSchema(500), events: reformEventsSchema }, ['key', 'name', 'events']),
        100,
        'Law-making of reforms.',
      ),
      services: list(
        objectSchema({ key: keySchema, name: namesSchema(500) }, ['key', 'name']),
        1000,
        'Services by key.',
      ),
      areas: list(areaSchema, 1000, 'Preparation areas and counties.'),
      programme: programmeSchema,
      workflow,
      ...sectionSchemas,
      facts: factsSchema,
    },
    ['format', 'scope', 'sources'],
  ),
  $defs: definitions,
};
