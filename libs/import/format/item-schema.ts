import { type EventDefinition, catalogue } from '#reform';
import { renamed, sections, statedElsewhere } from './sections.js';
import { type JsonSchema, define, freeTextSchema, namesSchema, objectSchema, shapeSchema } from './shape-schema.js';

/** A key: letters, digits, dots, underscores and hyphens. */
export const keySchema = define('key', { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 80 });

/** A place of a field in a file, with what it means. */
const key = (description: string): JsonSchema => ({ ...keySchema, description });

const withdrawn = objectSchema(
  {
    source: key('Key of the source that no longer says it.'),
    reason: freeTextSchema,
  },
  ['source', 'reason'],
);

/** Fields that every item may have. */
export const common: Readonly<Record<string, JsonSchema>> = {
  source: define('source', key('Key of the source that says it; without one, the first source of the file.')),
  knownFrom: define('known-from', {
    type: 'string',
    format: 'day',
    description: 'Day on which it was said, where the source is known on the same day and the item has another day.',
  }),
  locator: define('locator', {
    description: 'Place within the source, as a chapter.',
    ...{ type: 'string', minLength: 1, maxLength: 200 },
  }),
  withdrawn: define('withdrawn', {
    description: 'A later source no longer says it: the fact is recorded and taken back.',
    ...withdrawn,
  }),
};

/** Fields of an item that stands by itself: its identity, which never changes, and when it occurred. */
export const identified: Readonly<Record<string, JsonSchema>> = {
  key: define('identity', key('Identity of the item within its section; never the letter of a plan.')),
  on: define('on', {
    description: 'When it occurred, at the precision known; without it: some time up to when it was known.',
    ...{ type: 'string', format: 'edtf' },
  }),
  ...common,
};

const letter = define('letter', { type: 'string', pattern: '^[A-Z](\\.\\d{1,2})?$' });

const aliases = define('aliases', {
  description: 'Letters that other chapters of a plan give it.',
  ...{ type: 'array', maxItems: 50 },
  items: objectSchema({ plan: keySchema, chapter: keySchema, letter }, ['plan', 'chapter', 'letter']),
});

const part = objectSchema({ letter, title: namesSchema(500), aliases }, ['title']);

/** The event's fields under their names in the file; `municipality` of a roll-out is a list there. */
export const fieldsOf = (definition: EventDefinition): Readonly<Record<string, JsonSchema>> => {
  const names = renamed[definition.type] ?? {};
  const fields: Record<string, JsonSchema> = {};
  for (const [name, { shape, meaning }] of Object.entries(definition.fields)) {
    if (name === 'key') continue;
    fields[names[name] ?? name] = { description: meaning, ...shapeSchema(shape) };
  }
  if (definition.type.startsWith('rollout-')) {
    const { municipality = {}, ...rest } = fields;
    return {
      ...rest,
      municipalities: { type: 'array', items: municipality, minItems: 1, maxItems: 400, uniqueItems: true },
    };
  }
  return definition.type === 'measure-planned'
    ? { ...fields, parts: { type: 'array', items: part, maxItems: 50, description: 'Parts.' }, aliases }
    : fields;
};

const requiredOf = (definition: EventDefinition): readonly string[] =>
  Object.entries(definition.fields)
    .filter(([name, field]) => field.required && name !== 'key')
    .map(([name]) => renamed[definition.type]?.[name] ?? name);

const definitionOf = (type: string): EventDefinition => {
  const definition = catalogue.get(type);
  if (!definition) throw new Error(`the catalogue has no ${type}`);
  return definition;
};

const measure = key('Key of the measure that it belongs to.');

/** What a section's items are without, because the section or the key says it. */
const implied: Readonly<Record<string, readonly string[]>> = { plans: ['version', 'dated'] };

const omit = <T>(of: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name)));

/** The schema of each section's items. */
export const sectionSchemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  sections.map(({ name, types, meaning }) => {
    const definition = definitionOf(Object.values(types)[0] ?? '');
    const status = '' in types ? {} : { status: { enum: Object.keys(types), description: 'What became of it.' } };
    const without = implied[name] ?? [];
    const placed = definition.streams.includes('measure') && definition.streams.length > 1 ? { measure } : {};
    const item = objectSchema({ ...identified, ...placed, ...status, ...omit(fieldsOf(definition), without) }, [
      'key',
      ...Object.keys(status),
      ...requiredOf(definition).filter((field) => !without.includes(field)),
    ]);
    return [name, { type: 'array', maxItems: 10_000, items: item, description: meaning }];
  }),
);

/** Types that stand under `facts`. */
export const factTypes: readonly string[] = [...catalogue.values()]
  .filter(({ nature, type, streams }) => {
    const ofProgramme = streams.some((stream) => ['programme', 'measure', 'decision', 'risk'].includes(stream));
    return nature === 'fact' && ofProgramme && !statedElsewhere.has(type);
  })
  .map(({ type }) => type);

const factSchema = (type: string): JsonSchema => {
  const definition = definitionOf(type);
  const onlyMeasure = definition.streams.every((stream) => stream === 'measure');
  const about = { of: key('Key of what it is about, where that is not the key of this item.') };
  return objectSchema(
    {
      ...identified,
      type: { const: type },
      ...(definition.streams.includes('measure') ? { measure } : {}),
      ...(onlyMeasure ? {} : about),
      ...fieldsOf(definition),
    },
    ['key', 'type', ...(onlyMeasure ? ['measure'] : []), ...requiredOf(definition)],
  );
};

/** What happened otherwise: each item names its event type, which says what else it holds. */
export const factsSchema: JsonSchema = {
  type: 'array',
  maxItems: 10_000,
  description: 'Whatever else the sources say happened or was planned.',
  items: {
    type: 'object',
    discriminator: { propertyName: 'type' },
    required: ['type'],
    oneOf: factTypes.map(factSchema),
  },
};

/** The schema of the programme itself. */
export const programmeSchema: JsonSchema = {
  ...objectSchema({ ...identified, ...fieldsOf(definitionOf('programme-launched')) }, ['key', 'name']),
  description: 'The programme; `key` is its id, and `on` the day of its launch where a source states it.',
};

/** The schema of a reform's events. */
export const reformEventsSchema: JsonSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 200,
  items: {
    type: 'object',
    discriminator: { propertyName: 'type' },
    required: ['type'],
    oneOf: [...catalogue.values()]
      .filter(({ streams, nature }) => streams.includes('reform') && nature === 'fact')
      .map((definition) =>
        objectSchema({ ...identified, type: { const: definition.type }, ...omit(fieldsOf(definition), ['name']) }, [
          'key',
          'type',
          ...requiredOf(definition).filter((name) => name !== 'name'),
        ]),
      ),
  },
};
