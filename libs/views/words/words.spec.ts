import { describe, expect, it } from '@jest/globals';
import { kinds, measureOutcomes } from '#reform';
import { languages } from '../names.js';
import { codeWord } from './code-words.js';
import { byWords, dateWords, euroWords, whenWords } from './date-words.js';

const inAll = (stated: string): readonly string[] => languages.map((lang) => dateWords(stated, lang));

describe('dates in words', () => {
  it.each([
    ['2021-06-23', '23.6.2021', '23.6.2021', '23 June 2021'],
    ['2021-09', 'syyskuu 2021', 'september 2021', 'September 2021'],
    ['2021', '2021', '2021', '2021'],
    ['2021-21', 'kevät 2021', 'våren 2021', 'spring 2021'],
    ['2022-33', '1. neljännes 2022', 'första kvartalet 2022', 'first quarter of 2022'],
    ['2022-40', 'alkupuoli 2022', 'första halvåret 2022', 'first half of 2022'],
    ['2020/2021', '2020 – 2021', '2020 – 2021', '2020 – 2021'],
    ['2023-01-01/..', 'alkaen 1.1.2023', 'från och med 1.1.2023', 'from 1 January 2023 on'],
    ['../2019-08-29', 'viimeistään 29.8.2019', 'senast 29.8.2019', 'by 29 August 2019'],
    ['no date', 'no date', 'no date', 'no date'],
  ])('says %s', (stated, fi, sv, en) => {
    expect(inAll(stated)).toEqual([fi, sv, en]);
  });

  it('rule 15: says "by" for what has no date', () => {
    const when = { stated: null, earliest: null, latest: '2022-03-22', by: '2022-03-22' };
    expect(languages.map((lang) => whenWords(when, lang))).toEqual(
      languages.map((lang) => byWords('2022-03-22', lang)),
    );
    expect(whenWords(when, 'en')).toBe('by 22 March 2022');
  });
});

describe('amounts in words', () => {
  it('group by thousands and keep the sign', () => {
    expect([euroWords(1336000, 'fi'), euroWords(-15171, 'en'), euroWords(0, 'sv')]).toEqual([
      '1\u00a0336\u00a0000\u00a0€',
      '\u2212€15,171',
      '0\u00a0€',
    ]);
  });
});

describe('codes in words', () => {
  // English may well say a code with the same word, so only the others can show that one is missing.
  it.each(['fi', 'sv'] as const)('name every status of every kind of entity and every outcome in %s', (lang) => {
    const codes = [...kinds.flatMap((kind) => kind.statuses), ...measureOutcomes];
    const unnamed = codes.filter((code) => codeWord(code, lang) === code);
    expect(unnamed).toEqual([]);
  });

  it('shows a code that has no word as it is, also one that looks like a member of every object', () => {
    expect([codeWord('constructor', 'fi'), codeWord('x-y', 'sv'), codeWord(null, 'fi')]).toEqual([
      'constructor',
      'x-y',
      'ei vielä',
    ]);
  });
});
