import { describe, expect, test } from '@jest/globals';
import { type EventDraft } from '#event-store';
import { draft, idOf, stated } from '../decide/stream.fixture.js';
import { knownOn, ledgerOf } from '../reform.fixture.js';
import { findingText, findingTexts } from './finding-texts.js';

const found = (streams: Readonly<Record<string, readonly EventDraft[]>>, on = '2021-01-01') =>
  knownOn(ledgerOf(streams), '2026-11-22', 'ledger').findings(on);

const money = (plan: string, total: number, more: object = {}) =>
  draft('budget-allocated', plan === '1.0' ? '2020' : '2021', { subArea: '1', plan, total, ...more });

describe('findings', () => {
  test('a difference of up to 1 EUR per row is rounding', () => {
    const rules = (total: number) =>
      found({ 'programme-x': [money('1.0', total, { rows: { a: 10, b: 20 } })] }).map(({ rule }) => rule);
    expect(rules(32)).toEqual([]);
    expect(rules(33)).toEqual(['budget-rows-differ']);
    expect(rules(27)).toEqual(['budget-rows-differ']);
  });

  test('what a later plan states is compared with what the moves make, and never added', () => {
    const moved = draft('budget-moved', '2020-06', { from: '1', to: '2', amount: 10 });
    const second = draft('budget-allocated', '2020', { subArea: '2', plan: '1.0', total: 5 });
    expect(found({ 'programme-x': [money('1.0', 100), second, moved, money('2.0', 90)] })).toEqual([]);
    const [one, ...others] = found({ 'programme-x': [money('1.0', 100), second, moved, money('2.0', 100)] });
    expect(others).toEqual([]);
    expect(one).toEqual({
      key: 'budget-computed-differs/budget:x/1/2.0/total',
      rule: 'budget-computed-differs',
      entity: 'budget:x/1',
      because: [idOf(1), idOf(3), idOf(4)],
      params: { plan: '2.0', stated: 100, computed: 90, difference: 10, what: 'total' },
    });
  });

  test('own funding and grant that do not make the total', () => {
    expect(found({ 'programme-x': [money('1.0', 100, { own: 20, grant: 70 })] }).map(({ rule }) => rule)).toEqual([
      'budget-shares-differ',
    ]);
  });

  test('a step that fits nowhere cites the event', () => {
    const drafts = [draft('risk-closed', '2020', {}), draft('risk-raised', '2021', { to: 'b' })];
    expect(found({ 'risk-x/R1': drafts })).toMatchObject([
      {
        rule: 'illegal-step',
        entity: 'risk:x/R1',
        because: [idOf(2)],
        params: { type: 'risk-raised', status: 'closed' },
      },
    ]);
  });

  test('a finding cites the original and the correction that states it now, and goes when it is put right', () => {
    const wrong = stated('rollout-started', '2022-11', '2022-03-22', { service: 's' });
    const correct = (occurred: string) =>
      stated('event-corrected', occurred, '2022-03-22', { target: idOf(1), schema: 1, data: { service: 's' } });
    expect(found({ 'programme-x': [wrong, correct('2022-12')] })).toMatchObject([{ because: [idOf(1), idOf(2)] }]);
    expect(found({ 'programme-x': [wrong, correct('2021-11')] })).toEqual([]);
  });

  test('what is foretold is not dated after its source', () => {
    expect(found({ 'reform-x': [stated('laws-in-force', '2021-07-01', '2021-06-29', {})] })).toEqual([]);
  });

  test('a reference to what is not known; nothing told of a kind is no unknown reference', () => {
    const planned = draft('measure-planned', null, { title: { fi: 'A' }, subArea: '7' });
    const defined = (key: string) => draft('sub-area-defined', null, { key, name: { fi: 'O' } });
    expect(found({ 'measure-x/A': [planned] })).toEqual([]);
    expect(found({ 'measure-x/A': [planned], 'programme-x': [defined('7')] })).toEqual([]);
    expect(found({ 'measure-x/A': [planned], 'programme-x': [defined('1')] })).toMatchObject([
      { rule: 'unknown-reference', entity: 'measure:x/A', params: { named: 'sub-area:x/7' } },
    ]);
  });

  test('every rule says what it found in three languages, with all its parameters in place', () => {
    for (const [rule, texts] of Object.entries(findingTexts))
      for (const [language, text] of Object.entries(texts)) {
        expect([rule, language, text.length > 20]).toEqual([rule, language, true]);
        const names = (of: string) => [...of.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
        expect([rule, names(text)]).toEqual([rule, names(texts.en)]);
      }
    const [first] = found({ 'programme-x': [money('1.0', 33, { rows: { a: 10, b: 20 } })] });
    expect(first && findingText(first)).toMatchObject({
      en: 'The total of 33 EUR in plan 1.0 differs from the sum of its rows, 30 EUR (3 EUR).',
      fi: 'Suunnitelman 1.0 loppusumma 33 € poikkeaa riviensä summasta 30 € (3 €).',
    });
  });
});
