import { describe, expect, it } from '@jest/globals';
import { type MemoryRuntime, exampleRuntime } from '../../support/memory-runtime.js';
import { record } from '../../support/small-case.js';
import { askOf } from './ask.js';

const itu = 'itu-restructuring';

/** Records that VideoVisit started in 2021-11 and not in 2022-11, a slip of the year. */
const correctStart = async (runtime: MemoryRuntime): Promise<void> => {
  const events = await runtime.store.readAll({ after: null, limit: 10_000 });
  const start = events.find(
    ({ envelope }) =>
      envelope.type === 'rollout-started' && envelope.stream.includes(itu) && envelope.occurred === '2022-11',
  );
  if (!start) throw new Error('the example states no such start');
  await record(runtime, {
    stream: start.envelope.stream,
    type: 'event-corrected',
    occurred: '2021-11',
    data: {
      target: start.envelope.id,
      schema: 1,
      data: start.envelope.data,
      reason: { text: '7d0a4b0e-0000-4000-8000-000000000001', digest: 'a'.repeat(64), language: 'en' },
    },
  });
  await runtime.settle();
};

describe('the slip of the year in the start of VideoVisit', () => {
  it('reads 2021-11 once it is corrected, and 2022-11 with its finding as the ledger knew it before', async () => {
    const runtime = await exampleRuntime();
    const ask = askOf(runtime);
    const read = async (known: string) => {
      const view = await ask.programme(itu, '2022-11-30', known, 'ledger');
      const start = view.entries.find(({ type }) => type === 'rollout-started');
      return [start?.when.stated, view.findings.filter(({ rule }) => rule === 'date-after-source').length];
    };
    expect(await read('2026-11-02')).toEqual(['2022-11', 1]);
    const before = await ask.programme(itu, '2022-11-30', '2026-11-02', 'ledger');
    runtime.setDay('2026-11-05');
    await correctStart(runtime);
    expect(await read('2026-11-05')).toEqual(['2021-11', 0]);
    expect(await read('2026-11-04')).toEqual(['2022-11', 1]);
    // Rule 16: nothing that was known before the correction has changed.
    expect(await ask.programme(itu, '2022-11-30', '2026-11-02', 'ledger')).toEqual(before);
  });
});
