import { describe, expect, test } from '@jest/globals';
import {
  type Condition,
  type Definition,
  checkDefinition,
  definitionHash,
  planThreePhases,
  shippedDefinitions,
} from './index.js';

const problems = (definition: unknown): readonly [string, string][] =>
  checkDefinition(definition).map(({ code, place }) => [code, place]);

const names = { fi: 'x', sv: 'x', en: 'x' };
const phase = (key: string, opens: Condition) => ({ key, names, opens });
const withPhases = (...phases: Definition['phases']): Definition => ({ ...planThreePhases, phases, gates: [] });
const fact: Condition = { fact: { type: 'laws-passed', of: '$reform' } };

describe('checks of a definition', () => {
  test.each(Object.keys(shippedDefinitions))('the shipped definition %s has no problem', (key) => {
    expect(checkDefinition(shippedDefinitions[key])).toEqual([]);
  });

  test('unknown keys are found at any depth, with place and remedy', () => {
    expect(checkDefinition({ ...planThreePhases, phasez: [] })).toEqual([
      {
        code: 'malformed',
        place: '/phasez',
        message: 'This key is not known here.',
        remedy: 'Remove the key, or correct its spelling.',
      },
    ]);
    const deep = withPhases(phase('a', { all: [{ fact: { typ: 'x' } }] } as unknown as Condition));
    expect(problems(deep)).toContainEqual(['malformed', '/phases/0/opens/all/0/fact/typ']);
  });

  test.each([null, 1, 'x', [], {}])('%p is malformed', (value) => {
    expect(problems(value).every(([code]) => code === 'malformed')).toBe(true);
    expect(problems(value)).not.toEqual([]);
  });

  test('a condition of two forms, or of none, is malformed', () => {
    for (const opens of [{ all: [], any: [] }, {}] as unknown as Condition[]) {
      expect(problems(withPhases(phase('a', opens)))).toEqual([['malformed', '/phases/0/opens']]);
    }
  });

  test('openings that wait for themselves are found', () => {
    const circle = withPhases(
      phase('a', { any: [fact, { open: { phase: 'b' } }] }),
      phase('b', { not: { open: { phase: 'a' } } }),
      phase('c', { open: { phase: 'a' } }),
    );
    expect(problems(circle)).toEqual([
      ['cycle', '/phases/0/opens'],
      ['cycle', '/phases/1/opens'],
    ]);
  });

  test('a circle through what an attribute names, or through the end of the case, is found', () => {
    const attribute = withPhases(phase('a', { open: { phase: { of: '$programme', attribute: 'phases' } } }));
    expect(problems(attribute)).toContainEqual(['cycle', '/phases/0/opens']);
    const end = { ...withPhases(phase('a', fact)), ends: { open: { phase: 'a' } } };
    expect(problems(end)).toContainEqual(['cycle', '/phases/0/opens']);
  });

  test.each<[string, Condition]>([
    ['any of nothing', { any: [] }],
    ['not all of nothing', { not: { all: [] } }],
    ['more than there are', { 'at-least': { number: 2, of: [fact] } }],
    ['a date that is none', { date: { on: '2021-13-01' } }],
    ['a start that is not', { not: { date: { on: '$start' } } }],
  ])('what nothing can open is found: %s', (_, opens) => {
    expect(problems(withPhases(phase('a', opens)))).toEqual([['gate-never-opens', '/phases/0/opens']]);
  });

  test('a gate that waits for a phase that never opens never opens', () => {
    const gates = [{ key: 'g', names, opens: { open: { phase: 'a' } } as Condition }];
    expect(problems({ ...withPhases(phase('a', { any: [] })), gates })).toEqual([
      ['gate-never-opens', '/phases/0/opens'],
      ['gate-never-opens', '/gates/0/opens'],
    ]);
  });

  test('a phase that is not there is named with those that are', () => {
    const [unknown] = checkDefinition(withPhases(phase('a', { any: [fact, { open: { phase: 'z' } }] })));
    expect(unknown).toEqual({
      code: 'unknown-phase',
      place: '/phases/0/opens/any/1/open/phase',
      message: 'The definition has no phase z.',
      remedy: 'Name one of: a.',
    });
  });

  test('deadlines without an anchor are found', () => {
    const deadline = { key: 'd', names, met: fact };
    const deadlines = [
      { ...deadline, key: 'd1', anchors: [] },
      { ...deadline, key: 'd2', anchors: [{ phase: 'nowhere' }] },
      { ...deadline, key: 'd3', anchors: [{ date: '2021-01-01/..' }] },
      { ...deadline, key: 'd4', anchors: [{ date: '2021' }] },
    ];
    expect(problems({ ...planThreePhases, deadlines })).toEqual([
      ['deadline-without-anchor', '/deadlines/0/anchors'],
      ['deadline-without-anchor', '/deadlines/1/anchors'],
      ['deadline-without-anchor', '/deadlines/2/anchors'],
    ]);
  });

  test('a case that cannot end, a key that stands twice, a missing translation', () => {
    expect(problems({ ...planThreePhases, ends: { any: [] } })).toEqual([['case-never-ends', '/ends']]);
    expect(problems(withPhases(phase('a', fact), phase('a', fact)))).toEqual([['duplicate-key', '/phases/1/key']]);
    expect(problems({ ...planThreePhases, names: { fi: 'x', en: ' ' } })).toEqual([
      ['missing-translation', '/names/sv'],
      ['missing-translation', '/names/en'],
    ]);
  });

  test('with a vocabulary, words that no fact ever says are found', () => {
    const vocabulary = { factTypes: new Set(['laws-passed']), statuses: new Map([['programme', new Set(['closed'])]]) };
    const definition: Definition = {
      ...withPhases(
        phase('a', { any: [fact, { fact: { type: 'laws-pased' } }, { state: { of: '$reform', is: ['gone'] } }] }),
      ),
      deadlines: [],
    };
    expect(checkDefinition(definition, vocabulary).map(({ code, place }) => [code, place])).toEqual([
      ['unknown-word', '/phases/0/opens/any/1/fact/type'],
      ['unknown-word', '/phases/0/opens/any/2/state/is/0'],
    ]);
  });

  test('the hash is of the canonical text: the order of keys does not matter', () => {
    const { key, ...rest } = planThreePhases;
    const digest = (text: string): string => text;
    expect(definitionHash({ ...rest, key }, digest)).toBe(definitionHash(planThreePhases, digest));
  });
});
