import canonicalize from 'canonicalize';
import { EventStoreError } from './errors.js';
import { type Json } from './json.js';

// The package is CommonJS and its types say `default` once too often.
const serialize = canonicalize as unknown as (value: unknown) => string;

/** Deepest nesting that the ledger takes: far beyond any event, far below the stack of any reader. */
const deepest = 100;

const loneSurrogate = /\p{Surrogate}/u;

/** Why a value cannot be recorded, and where: a JSON pointer that grows on the way back up. */
interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** A refusal that names the place and the reason, and never repeats the content. */
const refuse = ({ path, reason }: Fault): never => {
  throw new EventStoreError({
    code: 'invalid-event',
    message: `The value at ${path === '' ? 'the top' : path} cannot be recorded: ${reason}.`,
    fields: { path, reason },
  });
};

const here = (reason: string): Fault => ({ path: '', reason });

const below = (key: string | number, fault: Fault): Fault => ({
  path: `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}${fault.path}`,
  reason: fault.reason,
});

const checkString = (text: string): Fault | null =>
  loneSurrogate.test(text) ? here('a string holds half of a surrogate pair') : null;

const checkNumber = (value: number): Fault | null => {
  if (!Number.isFinite(value)) return here('a number is not finite');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return here('an integer lies beyond 2^53');
  return null;
};

/** By index, so that a hole of a sparse array is seen. */
const checkArray = (values: readonly unknown[], depth: number): Fault | null => {
  for (let i = 0; i < values.length; i += 1) {
    const fault = check(values[i], depth);
    if (fault !== null) return below(i, fault);
  }
  return null;
};

/** Plain objects of any realm: their prototype is none or a root. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
};

const checkObject = (value: object, depth: number): Fault | null => {
  if (!isPlain(value)) return here('an object is not plain data');
  for (const key of Object.keys(value)) {
    const fault = checkString(key);
    if (fault !== null) return fault;
    if (key === '__proto__') return below(key, here('the key __proto__ is reserved'));
    const within = check((value as Record<string, unknown>)[key], depth);
    if (within !== null) return below(key, within);
  }
  return null;
};

const check = (value: unknown, depth: number): Fault | null => {
  if (depth > deepest) return here(`it is nested deeper than ${deepest}`);
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return checkString(value);
  if (typeof value === 'number') return checkNumber(value);
  if (Array.isArray(value)) return checkArray(value, depth + 1);
  return typeof value === 'object' ? checkObject(value, depth + 1) : here(`${typeof value} is not JSON`);
};

/**
 * The canonical text of a value (RFC 8785): the same value gives the same bytes on any machine. Refuses what would not
 * come back as it went in, with `invalid-event` and the field `path` (a JSON pointer): undefined, non-finite numbers,
 * integers beyond 2^53, lone surrogates, the key `__proto__`, objects that are not plain, more than 100 levels.
 */
export const canonicalJson = (value: unknown): string => {
  const fault = check(value, 0);
  if (fault !== null) refuse(fault);
  return serialize(value);
};

/** A value from its canonical text. Refuses a text that is not the canonical one of its value (`invalid-event`). */
export const parseCanonicalJson = (text: string): Json => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refuse(here('the text is not JSON'));
  }
  if (canonicalJson(value) !== text) refuse(here('the text is not canonical JSON'));
  return value;
};
