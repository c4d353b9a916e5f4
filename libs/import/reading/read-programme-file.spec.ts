import { describe, expect, test } from '@jest/globals';
import { edited, example, examples } from '../import.fixture.js';
import { type FileError, fileErrors, mostErrors, remedies } from './file-error.js';
import { readProgrammeFile } from './read-programme-file.js';

const errorsOf = (content: Uint8Array | string): readonly FileError[] => {
  const read = readProgrammeFile('a.yaml', content);
  return 'errors' in read ? read.errors : [];
};

const told = (content: Uint8Array | string): readonly string[] =>
  errorsOf(content).map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`);

const head = `format: vaihe-programme-file/1
scope: test
sources: [{ key: page, title: A page, knownFrom: '2022-03-22' }]
`;

const programme = `${head}programme: { key: test, name: A made-up programme }
`;

describe('examples', () => {
  test.each(examples.map((file) => [file.name, file] as const))('%s is right', (_, file) => {
    expect(told(file.content)).toEqual([]);
  });

  test('a file may be JSON too', () => {
    const file = {
      format: 'vaihe-programme-file/1',
      scope: 'test',
      sources: [{ key: 'page', title: '😀', knownFrom: '2022-03-22' }],
    };
    expect(told(JSON.stringify(file))).toEqual([]);
    expect(told(JSON.stringify(file, null, 2).replace('😀', '\\ud83d\\ude00'))).toEqual([]);
  });
});

describe('what is wrong is told by line and column, all at once', () => {
  test('golden: many errors in one file', () => {
    const file = `format: vaihe-programme-file/1
scope: test
sources:
  - { key: page, title: A page, knownFrom: 2022-02-30 }
programme: { key: test, name: A made-up programme, period: 2020/2019, fundr: ministry:stm }
subAreas:
  - { key: '1', name: { fi: Osa, de: Teil } }
  - { key: '1', name: Two }
measures:
  - key: A
    title: Measure
    subArea: '2'
    schedule: 2021
    startsOn: laws passed
  - { key: B, source: page-2 }
milestones:
  - { key: m, what: Done, due: '2021-13', measure: C }
targets:
  - { key: t, what: Fast, within: 7 days, category: wish }
budgets:
  - { key: x, subArea: '1', plan: '1.0', total: 12.5, rows: { a: -1 } }
facts:
  - { key: f, type: measure-finished, measure: A }
  - { key: g, type: milestone-reached, of: n }
  - { key: h, type: rollout-started, service: omaolo, municipalities: ['92'] }
`;
    expect(told(file)).toEqual([
      '4:44 bad-day /sources/0/knownFrom',
      '5:60 bad-date /programme/period',
      '5:71 unknown-field /programme/fundr',
      '7:34 unknown-field /subAreas/0/name/de',
      '8:12 duplicate-item /subAreas/1/key',
      '12:14 unknown-reference /measures/0/subArea',
      '13:15 wrong-type /measures/0/schedule',
      '14:15 bad-form /measures/0/startsOn',
      '15:5 missing-field /measures/1',
      '15:23 unknown-source /measures/1/source',
      '17:32 bad-date /milestones/0/due',
      '17:52 unknown-reference /milestones/0/measure',
      '19:35 bad-duration /targets/0/within',
      '19:53 not-allowed /targets/0/category',
      '21:35 unknown-reference /budgets/0/plan',
      '21:49 wrong-type /budgets/0/total',
      '21:66 out-of-range /budgets/0/rows/a',
      '23:5 not-allowed /facts/0',
      '24:44 unknown-reference /facts/1/of',
      '25:72 bad-form /facts/2/municipalities/0',
    ]);
    expect(errorsOf(file)[0]).toEqual({
      file: 'a.yaml',
      ...{ line: 4, column: 44, code: 'bad-day', path: '/sources/0/knownFrom' },
      message: 'knownFrom is neither a day that exists nor same-day.',
      remedy: remedies['bad-day'],
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['no YAML', 'a: [1', ['1:6 yaml-syntax ']],
    ['two documents', `${head}---\n${head}`, ['4:1 several-documents ']],
    ['nothing', '', ['1:1 wrong-type ']],
    ['a list', '- 1', ['1:1 wrong-type ']],
    ['another format', head.replace('file/1', 'file/2'), ['1:9 unknown-format /format']],
    ['a key that stands twice', `${head}scope: other\n`, ['4:1 duplicate-key /scope']],
    ['a key that is a number', `${head}1: x\n`, ['4:4 key-not-text /?']],
    ['a reserved key', `${head}__proto__: { a: 1 }\n`, ['4:12 reserved-key /__proto__']],
    ['a merge key', `${head}<<: { a: 1 }\n`, ['4:1 unknown-field /<<']],
    ['a code without quotes', `${head}areas: [{ key: 01, name: One }]\n`, ['4:16 wrong-type /areas/0/key']],
    ['an anchor', `${head}services: [&a { key: x, name: X }]\n`, ['4:15 anchor-not-allowed /services/0']],
    [
      'an alias',
      `${head}services: [&a { key: x, name: X }, *a]\n`,
      ['4:15 anchor-not-allowed /services/0', '4:36 anchor-not-allowed /services/1', '4:36 wrong-type /services/1'],
    ],
    ['a tag', `${head}services: !!set [{ key: x, name: X }]\n`, ['4:17 tag-not-allowed /services']],
    [
      'a tag of a script',
      `${head}services: [{ key: x, name: !!js/function 'x' }]\n`,
      ['4:42 tag-not-allowed /services/0/name'],
    ],
    ['half a character', `${head}services: [{ key: x, name: "\\ud800" }]\n`, ['4:28 lone-surrogate /services/0/name']],
    [
      'a control character',
      `${head}services: [{ key: x, name: "a\\0" }]\n`,
      ['4:28 bad-form /services/0/name', '4:28 control-character /services/0/name'],
    ],
    [
      'an integer beyond 2^53',
      `${programme}subAreas: [{ key: a, name: A }]\nforecasts: [{ key: x, subArea: a, period: '2021', total: 9007199254740993 }]\n`,
      ['6:58 number-too-large /forecasts/0/total', '6:58 out-of-range /forecasts/0/total'],
    ],
    [
      'no number',
      `${programme}subAreas: [{ key: a, name: .nan }]\n`,
      ['5:28 number-too-large /subAreas/0/name', '5:28 wrong-type /subAreas/0/name'],
    ],
    ['items of no programme', `${head}risks: [{ key: R1, title: A risk }]\n`, ['4:1 programme-missing /risks']],
    [
      'a case of no programme',
      `${head}workflow: { definition: continuous, from: '2020-01-01' }\n`,
      ['4:1 programme-missing /workflow'],
    ],
    [
      'a day of knowledge stated twice',
      `${programme}risks: [{ key: R1, title: A, knownFrom: '2022-01-01' }]\n`,
      ['5:41 known-day-twice /risks/0/knownFrom'],
    ],
    [
      'no day of knowledge',
      `${programme.replace("'2022-03-22'", 'same-day').replace('A made-up programme', "A, on: '2020-01'")}risks: [{ key: R1, title: A }, { key: R2, title: B, on: '2021/..' }]\n`,
      ['5:9 known-day-missing /risks/0', '5:32 known-day-missing /risks/1'],
    ],
    [
      'an e-mail address',
      `${programme}risks: [{ key: R1, title: ask etunimi@example.fi }]\n`,
      ['5:27 personal-data /risks/0/title'],
    ],
    [
      'an identity code',
      `${programme}risks: [{ key: R1, title: A, mitigation: 'tell 131052-308T' }]\n`,
      ['5:42 personal-data /risks/0/mitigation'],
    ],
  ])('%s', (_, content, errors) => {
    expect(told(content)).toEqual(errors);
  });

  test('a message never repeats personal data', () => {
    const [error] = errorsOf(`${programme}risks: [{ key: R1, title: ask etunimi@example.fi }]\n`);
    expect(JSON.stringify(error)).not.toContain('etunimi');
  });

  test('a file of another encoding', () => {
    expect(told(new Uint8Array([0x66, 0xe4, 0xe4]))).toEqual(['1:1 not-utf8 ']);
  });

  test('beyond a thousand errors the rest is counted', () => {
    const flaw = { line: 1, column: 1, path: '', code: 'bad-date', message: '' } as const;
    const errors = fileErrors(
      'a',
      Array.from({ length: mostErrors + 5 }, () => flaw),
    );
    expect([errors.length, errors.at(-1)]).toMatchObject([
      mostErrors + 1,
      { code: 'too-many-errors', message: '5 further errors are not listed.' },
    ]);
  });
});

describe('bounds', () => {
  const mebibyte = 1024 * 1024;
  test.each<[string, string, string]>([
    ['20 MB', ' '.repeat(20 * mebibyte), '1:1 file-too-large '],
    ['a loop of aliases', `${head}services: &a [*a]\n`, '4:14 anchor-not-allowed /services'],
    ['brackets without end', '['.repeat(4 * mebibyte), '1:27 too-deep '],
    ['lists without end', '- '.repeat(2 * mebibyte), '1:52 too-deep '],
    ['many values', `a: [${'1,'.repeat(250_000)}]`, '1:333335 too-many-values '],
    ['many documents', '---\n'.repeat(mebibyte), '250001:1 too-many-values '],
  ])('%s is refused', (_, content, first) => {
    expect(told(content)[0]).toBe(first);
  });

  test('an alias is never expanded', () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`).join('\n')}`;
    expect(errorsOf(bomb).filter(({ code }) => code === 'anchor-not-allowed').length).toBe(8 + 7 * 9);
  });
});

test('a file that is wrong in one place is read in no part', () => {
  const read = readProgrammeFile('x', edited(example('law.yaml'), "on: '2021-06-23'", "on: '2021-06-31'").content);
  expect(read).toMatchObject({ errors: [{ code: 'bad-date', line: 36 }] });
  expect(read).not.toHaveProperty('file');
});
