import { afterAll, beforeAll, describe } from '@jest/globals';
import { type OpenRuntime } from '../../../apps/runtime/open-runtime.js';
import { postgresExample } from '../../support/postgres-runtime.js';
import { areaCases } from './areas.cases.js';
import { type Ask, askOf } from './ask.js';
import { moneyCases } from './money.cases.js';
import { phaseCases } from './phases.cases.js';
import { planCases } from './plans.cases.js';
import { whatIfCases } from './what-if.cases.js';

describe('the four programmes, over the ledger on PostgreSQL', () => {
  let runtime: OpenRuntime;
  let ask: Ask;
  beforeAll(async () => {
    runtime = await postgresExample();
    ask = askOf(runtime);
  });
  afterAll(() => runtime.close());
  phaseCases(() => ask);
  moneyCases(() => ask);
  planCases(() => ask);
  areaCases(() => ask);
  whatIfCases(() => ask);
});
