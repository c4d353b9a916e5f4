import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { example, examples } from '../import.fixture.js';
import { remedies } from './file-error.js';
import { readProgrammeFile } from './read-programme-file.js';

/** Whatever the text: a file, or a list of errors that is not empty, each with a place in the text and a remedy. */
const judge = (text: string): 'file' | 'refused' => {
  const read = readProgrammeFile('x', text);
  if ('file' in read) return 'file';
  const lines = text.split('\n').length;
  expect(read.errors.length).toBeGreaterThan(0);
  let before = 0;
  for (const { line, column, code, remedy } of read.errors) {
    expect(line).toBeGreaterThanOrEqual(Math.max(before, 1));
    expect(line).toBeLessThanOrEqual(lines + 1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(remedy).toBe(remedies[code]);
    before = line;
  }
  return 'refused';
};

const small = String(example('law.yaml').content);

const marks = [
  '{',
  '}',
  '[',
  ']',
  ':',
  '-',
  '"',
  "'",
  '\n',
  '\t',
  '&a ',
  '*a',
  '!!map ',
  '|',
  '>',
  '#',
  '---\n',
  '<<: ',
  '__proto__: ',
  '\0',
  '\ud800',
  '9007199254740993',
  '1e999',
  '? ',
  '%YAML 1.1\n',
];

describe('no text breaks the reader, and none is read in part', () => {
  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        judge(text);
      }),
      { numRuns: 300 },
    );
  });

  test('any text of marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks, 'a', ' ', '1'), { maxLength: 200 }), (parts) => {
        expect(judge(parts.join(''))).toBe('refused');
      }),
      { numRuns: 300 },
    );
  });

  test('a right file that was cut, doubled or marked somewhere', () => {
    fc.assert(
      fc.property(fc.nat(small.length), fc.nat(60), fc.constantFrom(...marks, ''), (at, length, mark) => {
        judge(small.slice(0, at) + mark + small.slice(at + length));
        judge(small.slice(0, at + length) + mark + small.slice(at));
      }),
      { numRuns: 80 },
    );
  });

  test('a right file whose one value is another', () => {
    const value = fc.oneof(
      fc.constantFrom('', '~', '{}', '[]', 'true', '-1', '1.5', '.inf', '2021-02-30', '"a@b.fi"'),
      fc.string({ maxLength: 20 }),
    );
    const at = [...small.matchAll(/: ([^\n{},]+)/g)].map(({ index, 1: was = '' }) => [index + 2, was.length] as const);
    fc.assert(
      fc.property(fc.constantFrom(...at), value, ([start, length], is) => {
        judge(small.slice(0, start) + is + small.slice(start + length));
      }),
      { numRuns: 80 },
    );
  });

  test('the examples are files', () => {
    expect(examples.map(({ content }) => judge(String(content)))).toEqual(examples.map(() => 'file'));
  });
});
