import { describe, expect, test } from '@jest/globals';
import { draft } from '../decide/stream.fixture.js';
import { lifeOf } from '../reform.fixture.js';

const stream = 'programme-x';
const launched = draft('programme-launched', null, { name: { fi: 'X' }, period: '2020/2021' });
const adopted = draft('plan-adopted', '2020-04-28', { version: '1.0' });
const revised = draft('plan-revised', '2021-06-21', { version: '2.0' });
const closed = draft('programme-closed', '2021-12-31', {});

describe('a programme', () => {
  test('is launched, revised and closed', () => {
    expect(lifeOf(stream, 'programme:x', [launched, adopted, revised, closed])).toEqual({
      statuses: ['launched', 'launched', 'launched', 'closed'],
      illegal: [],
      last: { status: 'closed', name: { fi: 'X' }, period: '2020/2021', plan: '2.0' },
    });
  });

  test('may be known by its plan alone, and launched once', () => {
    expect(lifeOf(stream, 'programme:x', [adopted, launched]).statuses).toEqual(['launched', 'launched']);
    expect(lifeOf(stream, 'programme:x', [launched, launched]).illegal).toEqual(['programme-launched']);
  });

  test('each version of its plan is an entity; a revision may be adopted later', () => {
    expect(lifeOf(stream, 'plan:x/1.0', [adopted, revised]).statuses).toEqual(['adopted']);
    const later = draft('plan-adopted', '2021-08', { version: '2.0' });
    expect(lifeOf(stream, 'plan:x/2.0', [adopted, revised, later]).statuses).toEqual(['revised', 'adopted']);
  });

  test('what a plan states stands beside what moves make of the first allocation', () => {
    const money = (total: number) => ({ subArea: '1', total, own: total / 5, grant: (total / 5) * 4 });
    const spent = { period: '2020', total: 40 };
    const drafts = [
      draft('budget-allocated', '2020', { ...money(100), plan: '1.0' }),
      draft('budget-allocated', '2020', { ...money(50), subArea: '2', plan: '1.0' }),
      draft('budget-moved', '2021', { from: '1', to: '2', amount: 10 }),
      draft('budget-allocated', '2021-06', { ...money(95), plan: '2.0' }),
      draft('expenditure-recorded', null, { subArea: '1', ...spent }),
    ];
    expect(lifeOf(stream, 'budget:x/1', drafts).last).toEqual({
      status: 'allocated',
      computed: { total: 90, own: 18, grant: 72 },
      stated: { total: 95, own: 19, grant: 76, plan: '2.0' },
      actuals: [spent],
    });
  });

  test('seats are filled and vacated, bodies end', () => {
    const seat = { body: 'steering', seat: 'chair' };
    const filled = draft('seat-filled', '2020', { ...seat, holder: 'person:p1', votes: true });
    expect(lifeOf(stream, 'seat:x/steering/chair', [filled, draft('seat-vacated', '2021', seat)])).toMatchObject({
      statuses: ['filled', 'vacant'],
      last: { holder: null },
    });
    expect(lifeOf(stream, 'seat:x/steering/chair', [filled, filled]).illegal).toEqual(['seat-filled']);
    expect(lifeOf(stream, 'body:x/b', [draft('body-ended', '2021', { key: 'b' })]).statuses).toEqual(['ended']);
  });

  test('a theme that a page no longer names is dropped', () => {
    const drafts = [
      draft('target-set', null, { key: 't', what: { en: 'T' }, category: 'theme' }),
      draft('target-dropped', '2022', { key: 't' }),
    ];
    expect(lifeOf(stream, 'target:x/t', drafts).statuses).toEqual(['set', 'dropped']);
  });
});
