import { beforeAll, describe } from '@jest/globals';
import { exampleRuntime } from '../../support/memory-runtime.js';
import { areaCases } from './areas.cases.js';
import { type Ask, askOf } from './ask.js';
import { moneyCases } from './money.cases.js';
import { phaseCases } from './phases.cases.js';
import { planCases } from './plans.cases.js';
import { whatIfCases } from './what-if.cases.js';

describe('the four programmes, over the ledger in memory', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = askOf(await exampleRuntime());
  });
  phaseCases(() => ask);
  moneyCases(() => ask);
  planCases(() => ask);
  areaCases(() => ask);
  whatIfCases(() => ask);
});
