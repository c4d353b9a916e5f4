import { type Json } from '#event-store';
import { parseDay, parseEdtf } from '#history';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { programmeFileSchema } from '../format/file-schema.js';
import { type FileErrorCode, type Flaw } from './file-error.js';
import { type Places, flawOf, pointer } from './places.js';

const duration = /^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/;

let compiled: ValidateFunction | undefined;

/**
 * The compiled schema: made when the first file is read, for it takes longer than all else that a command does at its
 * start. Its code is not optimised by ajv: that costs more than it saves over the few files of an import.
 */
const validator = (): ValidateFunction => {
  compiled ??= new Ajv2020({
    ...{ allErrors: true, discriminator: true, allowUnionTypes: true, strictTypes: false },
    code: { optimize: false },
  })
    .addFormat('day', (text) => parseDay(text) !== null)
    .addFormat('day-or-same', (text) => text === 'same-day' || parseDay(text) !== null)
    .addFormat('edtf', (text) => parseEdtf(text) !== null)
    .addFormat('duration', duration)
    .compile(programmeFileSchema);
  return compiled;
};

type Told = readonly [FileErrorCode, string];

const formats: Readonly<Record<string, Told>> = {
  day: ['bad-day', 'is no day that exists'],
  'day-or-same': ['bad-day', 'is neither a day that exists nor same-day'],
  edtf: ['bad-date', 'is no date'],
  duration: ['bad-duration', 'is no duration'],
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1) || 'file';

const told: Readonly<Record<string, (error: ErrorObject) => Told>> = {
  type: ({ params }) => ['wrong-type', `is not of type ${[params['type']].flat().join(' or ')}`],
  enum: ({ params }) => ['not-allowed', `is none of: ${(params['allowedValues'] as unknown[]).join(', ')}`],
  const: ({ params }) => ['not-allowed', `is not ${String(params['allowedValue'])}`],
  discriminator: () => ['not-allowed', 'has a `type` that may not stand here'],
  format: ({ params }) => formats[String(params['format'])] ?? ['bad-form', 'does not have the form asked for'],
  pattern: ({ params }) => ['bad-form', `does not have the form ${String(params['pattern'])}`],
};

/** A pattern, length, number of items or bound that does not hold. */
const otherwise = ({ message, keyword }: ErrorObject): Told => [
  /^(minimum|maximum|m(in|ax)(Items|Length|Properties))$/.test(keyword) ? 'out-of-range' : 'bad-form',
  message ?? 'does not hold',
];

const flawOfError = (error: ErrorObject, places: Places): Flaw => {
  const { instancePath: path, keyword, params } = error;
  if (keyword === 'required') {
    const missing = String(params['missingProperty']);
    return flawOf(places, path, 'missing-field', `${nameOf(path)} has no field ${missing}.`);
  }
  if (keyword === 'additionalProperties') {
    const field = pointer(path, String(params['additionalProperty']));
    return {
      ...places.ofKey(field),
      path: field,
      code: 'unknown-field',
      message: `${nameOf(field)} is no field here.`,
    };
  }
  const [code, message] =
    path === '/format' ? (['unknown-format', 'is not known'] as const) : (told[keyword] ?? otherwise)(error);
  return flawOf(places, path, code, `${nameOf(path)} ${message}.`);
};

/** What of a file's content is not as the schema says. */
export const checkShape = (value: Json, places: Places): readonly Flaw[] => {
  const validate = validator();
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => flawOfError(error, places));
};
