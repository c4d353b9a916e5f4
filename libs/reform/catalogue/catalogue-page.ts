import { type KindDefinition, type Transition } from '../kinds/define-kind.js';
import { type EventDefinition } from './event-definition.js';
import { type Field, type Fields, type Shape } from './field.js';

const code = (text: string): string => `\`${text}\``;

const shapeText = (shape: Shape): string => {
  switch (shape.is) {
    case 'enum':
      return shape.values.map(code).join(' or ');
    case 'list':
      return `list of ${shapeText(shape.of)}`;
    case 'map':
      return `by key: ${shapeText(shape.of)}`;
    case 'integer':
      return 'whole number';
    case 'text-reference':
      return 'reference to a text';
    default:
      return shape.is;
  }
};

const inner = (shape: Shape): Fields => {
  if (shape.is === 'object') return shape.fields;
  return shape.is === 'list' || shape.is === 'map' ? inner(shape.of) : {};
};

const fieldLines = (fields: Fields, indent: string): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]: readonly [string, Field]) => [
    `${indent}- ${code(name)}${field.required ? '' : ' (optional)'}, ${field.class}, ${shapeText(field.shape)}: ${field.meaning}`,
    ...fieldLines(inner(field.shape), `${indent}  `),
  ]);

const eventText = (definition: EventDefinition): string => {
  const { type, streams, nature, foretold, schema, names } = definition;
  const marks = [nature, ...(foretold && nature === 'fact' ? ['may be foretold'] : []), `schema ${schema}`];
  const where = streams.length > 5 ? 'any stream' : `stream ${streams.join(', ')}`;
  return [
    `### ${type}`,
    '',
    `${names.fi} · ${names.sv} · ${names.en}. ${marks.join(', ')}; ${where}.`,
    '',
    ...fieldLines(definition.fields, ''),
  ].join('\n');
};

const rowText = ({ event, from, to }: Transition): string => {
  const before = from.map((status) => status ?? 'nothing').join(', ');
  return `- ${code(event)}: ${before} -> ${to ?? 'as before'}`;
};

const kindText = (kind: KindDefinition): string => {
  const steering = kind.steering.length === 0 ? '' : ` Conditions may read: ${kind.steering.map(code).join(', ')}.`;
  const statuses = `Statuses: ${kind.statuses.map(code).join(', ')}.${steering}`;
  return [`### ${kind.kind}`, '', statuses, '', ...kind.transitions.map(rowText)].join('\n');
};

/** The documentation of all event types and kinds of entities, as Markdown. */
export const cataloguePage = (definitions: Iterable<EventDefinition>, kinds: readonly KindDefinition[]): string =>
  [
    '# Event catalogue',
    'Generated from `libs/reform`; do not edit. A field is `code` (a key, date or number), `public` (a title, an amount, a public body) or `free` (a text that lies beside the ledger and can be erased).',
    '## Events',
    ...[...definitions].map(eventText),
    '## Entities',
    'Each row: the event, the statuses in which it fits (`nothing`: as the first known event), and the status after it.',
    ...kinds.map(kindText),
  ].join('\n\n') + '\n';
