import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, parseCanonicalJson } from './canonical.js';
import { EventStoreError } from './errors.js';

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof EventStoreError) return { code: error.code, ...error.fields };
    throw error;
  }
  return 'no refusal';
};

describe('canonicalJson', () => {
  // Golden: these bytes are in ledgers and never change.
  test.each<[string, unknown, string]>([
    [
      'keys by UTF-16 code unit',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [
      'numbers',
      [333333333.3333333, 4.5, 0.002, 1e-27, -0, 9007199254740991, 1e-7, 0.000001],
      '[333333333.3333333,4.5,0.002,1e-27,0,9007199254740991,1e-7,0.000001]',
    ],
    ['literals', [null, true, false], '[null,true,false]'],
    [
      'control characters',
      '\u0000\b\t\n\u000b\f\r\u001f\u007f"\\/',
      '"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\\"\\\\/"',
    ],
    ['separators that JavaScript knows stay as they are', '\u2028\u2029', '"\u2028\u2029"'],
    ['composed and decomposed letters stay apart', ['ä', 'a\u0308'], '["ä","a\u0308"]'],
    ['nested', { b: [{ d: 1, c: [] }], a: {} }, '{"a":{},"b":[{"c":[],"d":1}]}'],
  ])('golden: %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(canonicalJson(parseCanonicalJson(text))).toBe(text);
  });

  test.each<[string, unknown, string, string]>([
    ['undefined', { a: [undefined] }, '/a/0', 'undefined is not JSON'],
    ['a hole', { a: [1, , 2] }, '/a/1', 'undefined is not JSON'],
    ['a bigint', { a: 1n }, '/a', 'bigint is not JSON'],
    ['NaN', [NaN], '/0', 'a number is not finite'],
    ['infinity', -Infinity, '', 'a number is not finite'],
    ['an integer beyond 2^53', { a: 2 ** 53 }, '/a', 'an integer lies beyond 2^53'],
    ['a lone surrogate', { 'a/b~': '\ud800x' }, '/a~1b~0', 'a string holds half of a surrogate pair'],
    ['a lone surrogate in a key', { a: { '\udc00': 1 } }, '/a', 'a string holds half of a surrogate pair'],
    ['__proto__', JSON.parse('{"a":{"__proto__":1}}'), '/a/__proto__', 'the key __proto__ is reserved'],
    ['a date', { a: new Date(0) }, '/a', 'an object is not plain data'],
    ['a map', new Map(), '', 'an object is not plain data'],
  ])('refuses %s and names the place', (_, value, path, reason) => {
    expect(refusal(() => canonicalJson(value))).toEqual({ code: 'invalid-event', path, reason });
  });

  test('refuses what is nested too deep, a circle included', () => {
    const circle: { a?: unknown } = {};
    circle.a = circle;
    expect(refusal(() => canonicalJson(circle))).toMatchObject({ reason: 'it is nested deeper than 100' });
  });

  test('text -> value -> text is the identity, and the order of keys does not count', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__') && !hasHugeInteger(value));
        const text = canonicalJson(value);
        expect(canonicalJson(parseCanonicalJson(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

describe('parseCanonicalJson', () => {
  test.each(['{"b":1,"a":2}', '{ "a":1}', '1.0', '"\\u00e4"', '{"a":1,"a":1}', '{', ''])('refuses %s', (text) => {
    expect(refusal(() => parseCanonicalJson(text))).toMatchObject({ code: 'invalid-event', path: '' });
  });
});

const hasHugeInteger = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasHugeInteger);
};

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};
