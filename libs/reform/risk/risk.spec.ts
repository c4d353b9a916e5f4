import { expect, test } from '@jest/globals';
import { draft } from '../decide/stream.fixture.js';
import { lifeOf } from '../reform.fixture.js';

test('a risk is identified, assessed anew, raised, materialises and is closed', () => {
  const drafts = [
    draft('risk-identified', '2020', { title: { en: 'R' }, likelihood: 'average', impact: 'significant' }),
    draft('risk-reassessed', '2021-01', { likelihood: 'likely' }),
    draft('risk-raised', '2021-02', { to: 'steering', level: 'programme' }),
    draft('risk-materialised', '2021-03', {}),
    draft('risk-closed', '2021-04', {}),
    draft('risk-reassessed', '2021-05', { likelihood: 'unlikely' }),
  ];
  expect(lifeOf('risk-x/R1', 'risk:x/R1', drafts)).toEqual({
    statuses: ['identified', 'identified', 'identified', 'materialised', 'closed'],
    illegal: ['risk-reassessed'],
    last: {
      ...{ status: 'closed', title: { en: 'R' }, likelihood: 'likely', impact: 'significant' },
      ...{ level: 'programme', raisedTo: 'steering' },
    },
  });
});
