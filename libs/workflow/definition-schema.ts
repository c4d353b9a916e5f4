import { type JsonObject } from '#event-store';

const text: JsonObject = { type: 'string', minLength: 1, maxLength: 200 };
const key: JsonObject = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 80 };
const ref = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` });
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });

const closed = (required: readonly string[], properties: Readonly<Record<string, JsonObject>>): JsonObject => ({
  type: 'object',
  required: [...required],
  properties,
  additionalProperties: false,
});

/** An object of exactly one of the properties: that is what tells the forms of a condition apart. */
const oneOf = (properties: Readonly<Record<string, JsonObject>>): JsonObject => ({
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  properties,
  additionalProperties: false,
});

/** The same, or a gate, which may say of which entity. */
const gateOr = (properties: Readonly<Record<string, JsonObject>>): JsonObject => ({
  if: { type: 'object', required: ['gate'] },
  then: closed(['gate'], { gate: key, of: text }),
  else: oneOf(properties),
});

const textOrAttribute: JsonObject = {
  if: { type: 'string' },
  then: text,
  else: ref('attribute'),
};

const named = { key, names: ref('names') };
const part = closed(['key', 'names'], {
  ...named,
  phases: list(key),
  required: { type: 'boolean' },
  repeatable: { type: 'boolean' },
});

/** JSON Schema (draft 7) of a workflow definition, as it is published. */
export const definitionSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Workflow definition',
  ...closed(['key', 'names', 'phases', 'gates', 'deadlines', 'lapse', 'ends'], {
    ...named,
    phases: list(ref('phase')),
    gates: list(ref('gate')),
    deadlines: list(ref('deadline')),
    measures: list(part),
    milestones: list(part),
    lapse: ref('lapse'),
    ends: ref('condition'),
  }),
  definitions: {
    names: closed([], { fi: text, sv: text, en: text }),
    attribute: closed(['of', 'attribute'], { of: text, attribute: text }),
    members: closed(['kind'], {
      kind: text,
      within: { type: 'object', additionalProperties: text },
      is: list(text),
      having: list(text),
    }),
    condition: oneOf({
      all: list(ref('condition')),
      any: list(ref('condition')),
      not: ref('condition'),
      'at-least': closed(['number', 'of'], { number: { type: 'integer', minimum: 1 }, of: list(ref('condition')) }),
      every: closed(['members', 'holds'], {
        members: ref('members'),
        number: { type: 'integer', minimum: 1 },
        holds: ref('condition'),
      }),
      state: closed(['of'], { of: text, is: { ...list(text), minItems: 1 }, has: text }),
      fact: ref('fact'),
      date: closed(['on'], { on: textOrAttribute }),
      open: gateOr({ phase: textOrAttribute }),
      decided: closed(['kind', 'is'], { kind: text, subject: text, body: text, is: { ...list(text), minItems: 1 } }),
    }),
    fact: closed(['type'], { type: textOrAttribute, of: text, where: { type: 'object' } }),
    span: {
      if: { type: 'string' },
      then: { type: 'string', pattern: '^P(?=\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$' },
      else: closed(['workingDays'], { workingDays: { type: 'integer', minimum: 1, maximum: 10000 } }),
    },
    anchor: gateOr({ attribute: ref('attribute'), fact: ref('fact'), date: text, phase: key }),
    phase: closed(['key', 'names', 'opens'], { ...named, opens: ref('condition'), closes: ref('condition') }),
    gate: closed(['key', 'names', 'opens'], {
      ...named,
      on: ref('members'),
      opens: ref('condition'),
      guards: text,
      decision: closed(['body', 'outcomes'], {
        body: text,
        quorum: { type: 'integer', minimum: 1 },
        abstentions: { enum: ['count-as-present', 'count-as-absent'] },
        outcomes: list(text),
      }),
    }),
    deadline: closed(['key', 'names', 'anchors', 'met'], {
      ...named,
      on: ref('members'),
      anchors: list(ref('anchor')),
      after: ref('span'),
      move: { enum: ['next-working-day'] },
      met: ref('condition'),
      drop: ref('condition'),
      remind: list(ref('span')),
      escalate: list(closed(['after', 'to'], { after: ref('span'), to: text })),
    }),
    lapse: closed(['of', 'ways', 'members'], {
      of: text,
      ways: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { enum: ['stop', 'continue', 'park', 'hand-back'] },
      },
      members: ref('members'),
    }),
  },
};
