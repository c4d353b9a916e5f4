import { type Json, type JsonObject } from '#event-store';
import { parseDay, parseEdtf } from '#history';
import { isObject } from '../kinds/read.js';
import { personalDataIn } from '../personal-data/personal-data.js';
import { type Field, type Fields, type Shape } from './field.js';
import { type Problem } from './problem.js';

const loneSurrogate = /\p{Surrogate}/u;
const control = /\p{Cc}/u;
const duration = /^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/;
const mapKey = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const deepest = 40;

const problem = (code: Problem['code'], path: string, expected: string): readonly Problem[] => [
  { code, path, expected },
];

const none: readonly Problem[] = [];

const escaped = (key: string): string => key.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');

/** A string of any kind: whole characters, no longer than allowed, nothing of a person. */
const checkString = (value: Json, path: string, max: number): readonly Problem[] => {
  if (typeof value !== 'string') return problem('invalid-value', path, 'text');
  if (loneSurrogate.test(value)) return problem('lone-surrogate', path, 'text of whole characters');
  if (value.length > max) return problem('too-long', path, `at most ${max} characters`);
  const found = personalDataIn(value);
  return found === null ? none : problem('personal-data', path, found);
};

const checkText = (value: Json, path: string, max: number): readonly Problem[] => {
  const found = checkString(value, path, max);
  if (found.length > 0) return found;
  const text = value as string;
  if (text.trim() === '' || control.test(text)) return problem('invalid-value', path, 'text in one line, not empty');
  return none;
};

const checkNames = (value: Json, path: string, max: number): readonly Problem[] => {
  if (!isObject(value) || Object.keys(value).length === 0)
    return problem('invalid-value', path, 'texts by language: fi, sv, en');
  return Object.entries(value).flatMap(([language, text]) =>
    ['fi', 'sv', 'en'].includes(language)
      ? checkText(text, `${path}/${language}`, max)
      : problem('unknown-field', `${path}/${escaped(language)}`, 'fi, sv, en'),
  );
};

// Ids and digests are random digits, which may look like anything.
const isRandom = (pattern: string): boolean => pattern.includes('0-9a-f');

const checkCode = (value: Json, path: string, shape: Extract<Shape, { is: 'code' }>): readonly Problem[] => {
  const { pattern, max } = shape;
  if (typeof value !== 'string' || value.length > max || !new RegExp(pattern, 'u').test(value))
    return problem('invalid-value', path, `at most ${max} characters of the form ${pattern}`);
  return isRandom(pattern) ? none : checkString(value, path, max);
};

const checkInteger = (value: Json, path: string, min: number, max: number): readonly Problem[] => {
  if (typeof value !== 'number' || !Number.isInteger(value)) return problem('invalid-value', path, 'a whole number');
  return value < min || value > max ? problem('integer-out-of-range', path, `${min} to ${max}`) : none;
};

const checkForm = (ok: boolean, path: string, code: Problem['code'], expected: string): readonly Problem[] =>
  ok ? none : problem(code, path, expected);

const textReference: readonly [string, RegExp][] = [
  ['text', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['digest', /^[0-9a-f]{64}$/],
  ['language', /^(fi|sv|en)$/],
];

const checkTextReference = (value: Json, path: string): readonly Problem[] => {
  const expected = 'a reference {text, digest, language} to a text in the text store';
  if (!isObject(value) || Object.keys(value).length !== textReference.length)
    return problem('invalid-value', path, expected);
  const fits = textReference.every(([key, form]) => typeof value[key] === 'string' && form.test(value[key]));
  return checkForm(fits, path, 'invalid-value', expected);
};

/** Data whose shape another schema checks: whole characters, safe integers, nothing of a person. */
const checkJson = (value: Json, path: string, depth: number): readonly Problem[] => {
  if (depth > deepest) return problem('invalid-value', path, `at most ${deepest} levels`);
  if (typeof value === 'string') {
    const random = /^[0-9a-f]{64}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    return random ? none : checkString(value, path, 10_000);
  }
  if (typeof value === 'number')
    return checkForm(
      Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)),
      path,
      'integer-out-of-range',
      'a number within 2^53',
    );
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item, i) => checkJson(item, `${path}/${i}`, depth + 1));
  if (!isObject(value)) return none;
  return Object.entries(value).flatMap(([key, item]) => [
    ...checkString(key, path, 200),
    ...checkJson(item, `${path}/${escaped(key)}`, depth + 1),
  ]);
};

const checkList = (value: Json, path: string, shape: Extract<Shape, { is: 'list' }>): readonly Problem[] => {
  if (!Array.isArray(value)) return problem('invalid-value', path, 'a list');
  if (value.length > shape.max) return problem('too-long', path, `at most ${shape.max} items`);
  return (value as readonly Json[]).flatMap((item, index) => checkShape(item, `${path}/${index}`, shape.of));
};

const checkMap = (value: Json, path: string, shape: Extract<Shape, { is: 'map' }>): readonly Problem[] => {
  if (!isObject(value)) return problem('invalid-value', path, 'values by key');
  const entries = Object.entries(value);
  if (entries.length > shape.max) return problem('too-long', path, `at most ${shape.max} entries`);
  return entries.flatMap(([key, item]) => {
    const place = `${path}/${escaped(key)}`;
    if (!mapKey.test(key)) return problem('invalid-value', place, 'a key of letters, digits, dots and hyphens');
    return [...checkString(key, place, 80), ...checkShape(item, place, shape.of)];
  });
};

function checkShape(value: Json, path: string, shape: Shape): readonly Problem[] {
  switch (shape.is) {
    case 'text':
      return checkText(value, path, shape.max);
    case 'names':
      return checkNames(value, path, shape.max);
    case 'code':
      return checkCode(value, path, shape);
    case 'integer':
      return checkInteger(value, path, shape.min, shape.max);
    case 'text-reference':
      return checkTextReference(value, path);
    case 'list':
      return checkList(value, path, shape);
    case 'map':
      return checkMap(value, path, shape);
    case 'object':
      return isObject(value) ? checkFields(value, path, shape.fields) : problem('invalid-value', path, 'an object');
    default:
      return checkPlain(value, path, shape);
  }
}

type PlainShape = Extract<Shape, { is: 'enum' | 'boolean' | 'day' | 'edtf' | 'duration' | 'json' }>;

function checkPlain(value: Json, path: string, shape: PlainShape): readonly Problem[] {
  const text = typeof value === 'string' ? value.slice(0, 100) : '';
  switch (shape.is) {
    case 'enum':
      return checkForm(shape.values.includes(text), path, 'invalid-value', shape.values.join(', '));
    case 'boolean':
      return checkForm(typeof value === 'boolean', path, 'invalid-value', 'true or false');
    case 'day':
      return checkForm(parseDay(text) !== null, path, 'invalid-date', 'a day, YYYY-MM-DD');
    case 'edtf':
      return checkForm(parseEdtf(text) !== null, path, 'invalid-date', 'a date of EDTF, as 2021-06 or 2021-21');
    case 'duration':
      return checkForm(duration.test(text), path, 'invalid-value', 'a duration of ISO 8601, as P7D');
    case 'json':
      return checkJson(value, path, 0);
  }
}

const checkField = (value: Json | undefined, path: string, field: Field): readonly Problem[] => {
  if (value === undefined) return field.required ? problem('missing-field', path, field.meaning) : none;
  if (value === null && field.nullable) return none;
  return checkShape(value, path, field.shape);
};

/** All that is wrong with an object, by its fields; unknown ones are refused. Paths are JSON pointers from `path`. */
export function checkFields(data: JsonObject, path: string, fields: Fields): readonly Problem[] {
  const known = Object.entries(fields).flatMap(([name, field]) =>
    checkField(Object.hasOwn(data, name) ? data[name] : undefined, `${path}/${name}`, field),
  );
  const unknown = Object.keys(data).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...known,
    ...unknown.flatMap((name) =>
      problem('unknown-field', `${path}/${escaped(name)}`, Object.keys(fields).join(', ') || 'no field'),
    ),
  ];
}
