import { describe, expect, test } from '@jest/globals';
import { draft } from '../decide/stream.fixture.js';
import { lifeOf } from '../reform.fixture.js';
import { endedReform } from './transitions.js';

const life = (...types: readonly string[]) =>
  lifeOf(
    'reform-x',
    'reform:x',
    types.map((type, index) => draft(type, `2020-0${index + 1}-01`, {})),
  );

describe('a reform', () => {
  test('goes from its announcement to its laws in force', () => {
    expect(
      life(
        ...['grant-call-opened', 'reform-announced', 'government-proposal-submitted', 'laws-passed', 'laws-ratified'],
        ...['responsibility-transfer-date-set', 'laws-in-force', 'county-elections-held', 'county-councils-started'],
      ),
    ).toMatchObject({
      statuses: [
        ...['expected', 'announced', 'proposed', 'passed', 'ratified', 'ratified', 'in-force', 'in-force', 'in-force'],
      ],
      illegal: [],
    });
  });

  test.each([
    ['government-proposal-withdrawn', 'withdrawn'],
    ['laws-rejected', 'rejected'],
    ['reform-lapsed', 'lapsed'],
    ['reform-superseded', 'superseded'],
  ])('ends by %s, and nothing follows', (type, status) => {
    expect(endedReform).toContain(status);
    expect(life('government-proposal-submitted', type, 'laws-passed')).toMatchObject({
      statuses: ['proposed', status],
      illegal: ['laws-passed'],
    });
    expect(life(type).statuses).toEqual([status]);
  });

  test('laws are not passed without a proposal, nor in force before they are ratified', () => {
    expect(life('reform-announced', 'laws-passed').illegal).toEqual(['laws-passed']);
    expect(life('laws-passed', 'laws-in-force').illegal).toEqual(['laws-in-force']);
  });
});
