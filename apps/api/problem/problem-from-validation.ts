import { type ValidationError } from '@nestjs/common';
import { Problem, type ProblemItem } from './problem.js';

const unknown = (parameter: string): string =>
  `there is no parameter ${parameter.slice(0, 80)} here; /openapi.json lists those that there are`;

const itemsOf = (error: ValidationError): readonly ProblemItem[] => [
  ...Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field: error.property,
    message: rule === 'whitelistValidation' ? unknown(error.property) : message,
  })),
  ...(error.children ?? []).flatMap(itemsOf),
];

/** What class-validator found, as one problem that names every field. */
export const problemFromValidation = (errors: readonly ValidationError[]): Problem => {
  const items = errors.flatMap(itemsOf);
  return new Problem('invalid-request', items.map(({ message }) => message).join('; '), { errors: items });
};
