import { describe, expect, test } from '@jest/globals';
import { day } from '#history';
import { type Condition, type OpeningStanding, planThreePhases, resolveCase, standingAt } from './index.js';
import { type Told, fact, published, started, toyCase } from './testing/toy-domain.fixture.js';

const names = { fi: 'x', sv: 'x', en: 'x' };

/** What a condition is on 2021-06-15 in a case with some facts. */
const truth = (opens: Condition, facts: readonly Told[]): string => {
  const definition = { ...planThreePhases, phases: [], gates: [{ key: 'g', names, opens }], deadlines: [] };
  const told = [published(definition), started(definition.key, '2020-01-01'), ...facts];
  const item = standingAt(resolveCase(toyCase(told)), day('2021-06-15')).items.get('gate:g') as OpeningStanding;
  return item.state === 'open' ? 'true' : item.possiblyOpen ? 'unknown' : 'false';
};

const T = fact('laws-passed', 'reform:x', '2021-06-15');
const U = fact('laws-ratified', 'reform:x', '2021-06');
const isT: Condition = { fact: { type: 'laws-passed', of: 'reform:x' } };
const isU: Condition = { fact: { type: 'laws-ratified', of: 'reform:x' } };
const isF: Condition = { fact: { type: 'laws-in-force', of: 'reform:x' } };

describe('rule 7: three-valued conditions', () => {
  test.each<[string, Condition, string]>([
    ['a fact that has certainly happened', isT, 'true'],
    ['a fact that may have happened', isU, 'unknown'],
    ['a fact that nobody told', isF, 'false'],
    ['all is the minimum', { all: [isT, isU] }, 'unknown'],
    ['all with a false one', { all: [isT, isU, isF] }, 'false'],
    ['all of nothing', { all: [] }, 'true'],
    ['any is the maximum', { any: [isF, isU, isT] }, 'true'],
    ['any without a true one', { any: [isF, isU] }, 'unknown'],
    ['any of nothing', { any: [] }, 'false'],
    ['not swaps', { not: isF }, 'true'],
    ['not of unknown', { not: isU }, 'unknown'],
    ['at least two of T U F', { 'at-least': { number: 2, of: [isT, isU, isF] } }, 'unknown'],
    ['at least one of T U F', { 'at-least': { number: 1, of: [isT, isU, isF] } }, 'true'],
    ['at least three of T U F', { 'at-least': { number: 3, of: [isT, isU, isF] } }, 'false'],
    ['a date that has come', { date: { on: '2021-06-15' } }, 'true'],
    ['a date in the month', { date: { on: '2021-06' } }, 'unknown'],
    ['a date to come', { date: { on: '2021-07' } }, 'false'],
    ['a state that may be', { state: { of: 'reform:x', is: ['ratified'] } }, 'unknown'],
    ['a state that is one of the possible', { state: { of: 'reform:x', is: ['ratified', 'passed'] } }, 'true'],
    ['an entity that nobody told of', { state: { of: 'reform:y', is: ['passed'] } }, 'false'],
  ])('%s', (_, condition, expected) => {
    expect(truth(condition, [T, U])).toBe(expected);
  });

  const holds: Condition = { state: { of: '$member', is: ['held-by-county'] } };
  const every = (number?: number): Condition => ({
    every: { members: { kind: 'responsibility' }, holds, ...(number === undefined ? {} : { number }) },
  });
  const held = (key: string, on: string | null = '2020'): Told =>
    fact('responsibility-held', `responsibility:${key}`, on);
  const moved = (key: string, on = '2021-01-01'): Told =>
    fact('responsibility-held-by-county', `responsibility:${key}`, on);

  test.each<[string, Condition, readonly Told[], string]>([
    ['over no members it is unknown', every(), [], 'unknown'],
    ['over members that all hold', every(), [moved('a'), moved('b')], 'true'],
    ['one certainly fails', every(), [moved('a'), held('b')], 'false'],
    ['one may fail', every(), [moved('a'), held('b'), moved('b', '2021-06')], 'unknown'],
    ['fewer than the stated number', every(3), [moved('a'), moved('b')], 'unknown'],
    ['fewer, and one certainly fails', every(3), [held('a')], 'false'],
    ['one that may be no member cannot fail certainly', every(), [moved('a'), held('b', '2021-06')], 'unknown'],
  ])('every: %s', (_, condition, facts, expected) => {
    expect(truth(condition, facts)).toBe(expected);
  });

  test('where compares fields of the data', () => {
    const told = [fact('laws-passed', 'reform:x', '2021', { reading: { number: 2, of: ['a'] } })];
    const where = (number: number): Condition => ({
      fact: { type: 'laws-passed', where: { reading: { of: ['a'], number } } },
    });
    expect([truth(where(2), told), truth(where(3), told)]).toEqual(['unknown', 'false']);
  });

  test('decided: a decision on the gate, by the body, with an outcome asked for', () => {
    const decided: Condition = { decided: { kind: 'decision', body: 'body:steering', is: ['approved'] } };
    const decision = (status: string, body = 'body:steering', subject = 'gate:g'): Told =>
      fact(`decision-${status}`, 'decision:p/1', '2021-06-01', { set: { subject, body } });
    expect(truth(decided, [])).toBe('false');
    expect(truth(decided, [decision('requested')])).toBe('false');
    expect(truth(decided, [decision('approved')])).toBe('true');
    expect(truth(decided, [decision('rejected')])).toBe('false');
    expect(truth(decided, [decision('approved', 'body:other')])).toBe('false');
    expect(truth(decided, [decision('approved', 'body:steering', 'gate:other')])).toBe('false');
  });

  test('rule 8: an ended case and a closed programme shut everything; a new start opens it again', () => {
    const ended: Told = { type: 'workflow-ended', data: { effective: '2021-06-01' } };
    expect(truth(isT, [T, ended])).toBe('false');
    expect(truth(isT, [T, fact('programme-closed', 'programme:p', '2021-06-01')])).toBe('false');
    const again: Told = { ...started(planThreePhases.key, '2021-06-10'), id: 'again' };
    expect(truth(isT, [T, ended, again])).toBe('true');
  });
});

describe('directives that say nothing the engine can act on', () => {
  test('do nothing, and are told', () => {
    const told: readonly Told[] = [
      { ...started('nowhere', '2020-01-01'), id: 'a' },
      { ...started('plan-three-phases', 'soon'), id: 'b' },
      published({ ...planThreePhases, phases: 7 } as never),
      { ...started('plan-three-phases', '2020-01-01'), id: 'c' },
      { type: 'workflow-migrated', id: 'd', data: { definition: 1, effective: '2020-01-02' } },
    ];
    const resolved = resolveCase(toyCase(told));
    expect(resolved.problems).toEqual([
      { directive: 'b', code: 'no-effective-day' },
      { directive: 'a', code: 'definition-not-published' },
      { directive: 'c', code: 'definition-invalid' },
      { directive: 'd', code: 'definition-not-published' },
    ]);
    expect(standingAt(resolved, day('2021-01-01')).items.size).toBe(0);
  });
});
