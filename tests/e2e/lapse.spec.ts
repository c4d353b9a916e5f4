import { beforeAll, describe, expect, it } from '@jest/globals';
import { type MemoryRuntime, createMemoryRuntime, exampleFiles } from '../support/memory-runtime.js';
import { type Ask, askOf } from './finland-2020/ask.js';

/** Made up for this test and plainly so: no source of ours describes a programme of the reform that lapsed. */
const madeUp = `
format: vaihe-programme-file/1
scope: made-up-2017
language: en
sources:
  - { key: test, id: made-up-2017/test, title: Made up for a test, knownFrom: '2017-01-10' }
programme:
  key: made-up-2017
  reform: sote-2017
  area: '04'
  name: { fi: Keksitty hanke, sv: Påhittat projekt, en: Made-up programme }
  period: 2017/2019
workflow: { definition: plan-three-phases, from: '2017-01-10' }
measures:
  - { key: A, title: { en: Made-up measure A }, phases: [before-government-proposal] }
  - { key: C, title: { en: Made-up measure C }, phases: [after-government-proposal] }
`;

const programme = 'made-up-2017';
const dayBefore = '2019-03-07';
const lapsed = '2019-03-08';

describe('a made-up programme that follows the reform that lapsed', () => {
  let runtime: MemoryRuntime;
  let ask: Ask;
  beforeAll(async () => {
    runtime = createMemoryRuntime('2026-11-02');
    await runtime.importFiles([
      ...exampleFiles().filter(({ name }) => ['law.yaml', 'areas.yaml'].includes(name)),
      { name: 'made-up.yaml', content: madeUp },
    ]);
    ask = askOf(runtime);
  });

  const opened = [
    'phase:before-government-proposal',
    'phase:after-government-proposal',
    `gate:start/measure:${programme}/A`,
  ];

  it('has its phases and gates open on the day before the lapse, and shut with it, because of the lapse', async () => {
    for (const key of opened) {
      expect((await ask.item(programme, key, dayBefore, lapsed))?.state).toBe('open');
      const item = await ask.item(programme, key, lapsed, lapsed);
      expect(item).toMatchObject({ state: 'shut', since: lapsed });
      expect(item?.because.map(({ type }) => type)).toContain('reform-lapsed');
    }
  });

  it('deletes nothing: measures and facts stand as they did', async () => {
    const before = await ask.programme(programme, dayBefore, lapsed);
    const after = await ask.programme(programme, lapsed, lapsed);
    expect(after.programme?.measures.map(({ id, status }) => [id, status])).toEqual(
      before.programme?.measures.map(({ id, status }) => [id, status]),
    );
    expect(after.entries.map(({ id }) => id)).toEqual(before.entries.map(({ id }) => id));
    expect(after.programme?.measures).toHaveLength(2);
  });

  it('says that nothing opens them but following a revived reform', async () => {
    for (const key of opened) {
      const text = await ask.explained(programme, key, lapsed, lapsed);
      const { ways } = (JSON.parse(text) as { explanation: { ways: { words: { en: string } }[][] } }).explanation;
      expect(ways.length).toBeGreaterThan(0);
      for (const way of ways) expect(way.map(({ words }) => words.en).join(' ')).toMatch(/revive/i);
    }
  });

  it('rule 13: records that they shut, once, though it is driven for the first time long after the lapse', async () => {
    const records = await runtime.store.readStream(`case-${programme}`);
    const told = records
      .filter(({ envelope }) => /^(phase|gate)-/.test(envelope.type))
      .map(({ envelope: { type, data } }) => [type, data['item'], data['since']]);
    expect(told).toEqual([
      ['gate-shut', `gate:start/measure:${programme}/A`, lapsed],
      ['gate-shut', `gate:start/measure:${programme}/C`, lapsed],
      ['phase-shut', 'phase:after-government-proposal', lapsed],
      ['phase-shut', 'phase:before-government-proposal', lapsed],
    ]);
  });
});
