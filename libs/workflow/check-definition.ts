import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { checkConditions } from './check-conditions.js';
import { checkCycles } from './check-cycles.js';
import { checkDeadlines, checkEnd, checkKeys, checkNames } from './check-parts.js';
import { type Definition } from './definition.js';
import { type DefinitionProblem, type Vocabulary } from './definition-problem.js';
import { definitionSchema } from './definition-schema.js';

let compiled: ValidateFunction | undefined;

/** The compiled schema, made when the first definition is checked; optimising its code would cost more than it saves. */
const validator = (): ValidateFunction => {
  compiled ??= new Ajv({ allErrors: true, strict: false, code: { optimize: false } }).compile(definitionSchema);
  return compiled;
};

const placeOf = ({ instancePath, params }: ErrorObject): string => {
  const extra: unknown = (params as Record<string, unknown>)['additionalProperty'];
  return typeof extra === 'string'
    ? `${instancePath}/${extra.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath;
};

const remedyOf = ({ keyword, params }: ErrorObject): string => {
  if (keyword === 'additionalProperties') return 'Remove the key, or correct its spelling.';
  if (keyword === 'required') return `Add the key ${String((params as Record<string, unknown>)['missingProperty'])}.`;
  if (keyword === 'maxProperties' || keyword === 'minProperties') return 'Give exactly one of the keys allowed here.';
  return 'Correct the value.';
};

const malformed = (error: ErrorObject): DefinitionProblem => ({
  code: 'malformed',
  place: placeOf(error),
  message:
    error.keyword === 'additionalProperties'
      ? 'This key is not known here.'
      : `The value ${error.message ?? 'is wrong'}.`,
  remedy: remedyOf(error),
});

/**
 * Everything that is wrong with a definition, in order of what was looked for; empty: it may be published. A definition
 * that is malformed is not looked at further. Never throws.
 */
export const checkDefinition = (definition: unknown, vocabulary?: Vocabulary): readonly DefinitionProblem[] => {
  const validate = validator();
  if (!validate(definition)) return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(malformed);
  const checked = definition as Definition;
  const cycles = checkCycles(checked);
  return [
    ...checkKeys(checked),
    ...cycles,
    ...(cycles.length > 0 ? [] : checkConditions(checked, vocabulary)),
    ...checkDeadlines(checked),
    ...checkEnd(checked),
    ...checkNames(checked),
  ];
};
