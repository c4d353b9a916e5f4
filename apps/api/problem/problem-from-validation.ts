import { type ValidationError } from '@nestjs/common';
import { Problem, type ProblemItem } from './problem.js';

const itemsOf = (error: ValidationError): readonly ProblemItem[] => [
  ...Object.values(error.constraints ?? {}).map((message) => ({ field: error.property, message })),
  ...(error.children ?? []).flatMap(itemsOf),
];

/** What class-validator found, as one problem that names every field. */
export const problemFromValidation = (errors: readonly ValidationError[]): Problem => {
  const items = errors.flatMap(itemsOf);
  return new Problem('invalid-request', items.map(({ message }) => message).join('; '), { errors: items });
};
