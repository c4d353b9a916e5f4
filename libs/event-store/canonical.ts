import canonicalize from 'canonicalize';
import { EventStoreError } from './errors.js';
import { type Json } from './json.js';

// The package is CommonJS and its types say `default` once too often.
const serialize = canonicalize as unknown as (value: unknown) => string;

/** Deepest nesting that the ledger takes: far beyond any event, far below the stack of any reader. */
const deepest = 100;

const loneSurrogate = /\p{Surrogate}/u;

/** A refusal that names the place (a JSON pointer) and the reason, and never repeats the content. */
const refuse = (path: string, reason: string): never => {
  throw new EventStoreError({
    code: 'invalid-event',
    message: `The value at ${path === '' ? 'the top' : path} cannot be recorded: ${reason}.`,
    fields: { path, reason },
  });
};

const checkString = (text: string, path: string): void => {
  if (loneSurrogate.test(text)) refuse(path, 'a string holds half of a surrogate pair');
};

const checkNumber = (value: number, path: string): void => {
  if (!Number.isFinite(value)) refuse(path, 'a number is not finite');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) refuse(path, 'an integer lies beyond 2^53');
};

/** Plain objects of any realm: their prototype is none or a root. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const checkObject = (value: object, path: string, depth: number): void => {
  if (!isPlain(value)) refuse(path, 'an object is not plain data');
  for (const [key, member] of Object.entries(value)) {
    checkString(key, path);
    const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === '__proto__') refuse(place, 'the key __proto__ is reserved');
    check(member, place, depth);
  }
};

const check = (value: unknown, path: string, depth: number): void => {
  if (depth > deepest) refuse(path, `it is nested deeper than ${deepest}`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') checkString(value, path);
  else if (typeof value === 'number') checkNumber(value, path);
  // By index, so that a hole of a sparse array is seen.
  else if (Array.isArray(value)) for (let i = 0; i < value.length; i += 1) check(value[i], `${path}/${i}`, depth + 1);
  else if (typeof value === 'object') checkObject(value, path, depth + 1);
  else refuse(path, `${typeof value} is not JSON`);
};

/**
 * The canonical text of a value (RFC 8785): the same value gives the same bytes on any machine. Refuses what would not
 * come back as it went in, with `invalid-event` and the field `path` (a JSON pointer): undefined, non-finite numbers,
 * integers beyond 2^53, lone surrogates, the key `__proto__`, objects that are not plain, more than 100 levels.
 */
export const canonicalJson = (value: unknown): string => {
  check(value, '', 0);
  return serialize(value);
};

/** A value from its canonical text. Refuses a text that is not the canonical one of its value (`invalid-event`). */
export const parseCanonicalJson = (text: string): Json => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refuse('', 'the text is not JSON');
  }
  if (canonicalJson(value) !== text) refuse('', 'the text is not canonical JSON');
  return value;
};
