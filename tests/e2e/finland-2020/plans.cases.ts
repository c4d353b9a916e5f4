import { describe, expect, it } from '@jest/globals';
import { type PlanView } from '#views';
import { type Ask, always } from './ask.js';

const vake = 'vake-restructuring';
const itu = 'itu-restructuring';

/** Letters, outcomes, roll-outs: what the sources say of the work, and what does not fit in it. */
export const planCases = (ask: () => Ask): void => {
  const rollouts = async (service: RegExp, on: string, known: string): Promise<readonly PlanView[]> =>
    (await ask().programme(itu, on, known)).programme?.rollouts.filter(({ id }) => service.test(id)) ?? [];

  describe('the letters of the plan', () => {
    it('takes plan letter G and the F of chapter 1.3 as one measure, and says so', async () => {
      const view = await ask().programme(vake, '2021-06-21', always);
      const g = view.findings.find(({ rule, entity }) => rule === 'alias-differs' && entity === `measure:${vake}/G`);
      expect(g?.text.en).toMatch(/1\.3.*G F/);
      expect(view.programme?.measures.filter(({ letter }) => letter === 'G')).toHaveLength(1);
    });

    it('has no measure N, and finds it missing', async () => {
      const view = await ask().programme(vake, '2021-06-21', always);
      expect(view.programme?.measures.map(({ letter }) => letter).sort()).toEqual([...'ABCDEFGHIJKLMO']);
      expect(view.findings.filter(({ rule }) => rule === 'letter-missing').map(({ text }) => text.en)).toEqual([
        expect.stringContaining('N'),
      ]);
    });

    it('finds two headings that announce five and list four, and F.1 twice', async () => {
      const { findings } = await ask().programme(vake, '2021-06-21', always);
      const of = (rule: string): readonly (string | undefined)[] =>
        findings.filter((one) => one.rule === rule).map(({ text }) => text.en);
      expect(of('heading-count-differs')).toEqual([
        expect.stringMatching(/announces 5 .*lists 4/),
        expect.stringMatching(/announces 5 .*lists 4/),
      ]);
      expect(of('part-letter-twice')).toEqual([expect.stringContaining('F.1 stands twice')]);
    });
  });

  describe('outcomes of Itä-Uusimaa', () => {
    it('shows aims and no outcome as known on 2020-10-23, and outcomes as known on 2022-03-22', async () => {
      const early = await ask().programme(itu, '2022-04-15', '2020-10-23');
      expect(early.targets.length).toBeGreaterThan(0);
      expect(early.programme?.measures.filter(({ outcome }) => outcome.values.some((value) => value !== null))).toEqual(
        [],
      );
      expect(early).toMatchObject({ deliverables: [], programme: { rollouts: [], milestones: [], pilots: [] } });
      expect(early.assessments).toEqual([]);
      const late = await ask().programme(itu, '2022-04-15', '2022-03-22');
      const outcomes = late.programme?.measures.flatMap(({ outcome }) => outcome.values).filter(Boolean);
      expect(outcomes?.sort()).toEqual(['goal-not-reached', 'partly-completed']);
      expect(late.assessments.map(({ outcome }) => outcome)).toEqual(['mostly-completed']);
    });

    it('has Omaolo on 2021-11-15 certainly in Porvoo, possibly in Askola and Sipoo, known 2022-03-22', async () => {
      const found = await rollouts(/omaolo/, '2021-11-15', '2022-03-22');
      expect(Object.fromEntries(found.map((one) => [one.municipality, one.status]))).toEqual({
        '638': { certain: true, values: ['completed'] },
        '018': { certain: false, values: [null, 'completed'] },
        '753': { certain: false, values: [null, 'completed'] },
      });
      expect(await rollouts(/omaolo/, '2021-11-15', '2021-12-31')).toEqual([]);
    });

    it('reads the start of VideoVisit as 2022-11, as stated, and finds a date after its source', async () => {
      const view = await ask().programme(itu, '2022-11-30', always);
      const start = view.entries.find(({ type }) => type === 'rollout-started');
      expect(start).toMatchObject({ when: { stated: '2022-11' }, afterSource: true });
      expect(view.findings.filter(({ rule }) => rule === 'date-after-source')).toHaveLength(1);
    });

    it('has no municipality use VideoVisit on 2022-04-15: five planned and unconfirmed, two after the transfer', async () => {
      const found = (await rollouts(/videovisit/, '2022-04-15', '2022-03-22')).filter(
        ({ municipality }) => municipality,
      );
      expect(found.map(({ municipality, status }) => [municipality, status.values])).toEqual(
        ['018', '407', '434', '504', '616', '638', '753'].map((code) => [code, ['planned']]),
      );
      const five = found.filter(({ unconfirmed }) => unconfirmed).map(({ municipality }) => municipality);
      expect(five).toEqual(['018', '407', '434', '638', '753']);
      const two = found.filter(({ unconfirmed }) => !unconfirmed);
      expect(two.map(({ municipality, timing, due }) => [municipality, timing, due?.stated])).toEqual([
        ['504', 'ahead', '2023-01-01/..'],
        ['616', 'ahead', '2023-01-01/..'],
      ]);
    });
  });

  describe('periods', () => {
    it('finds every programme whose period has ended with no closing recorded', async () => {
      const ended = async (id: string, on: string): Promise<number> =>
        (await ask().programme(id, on, always)).findings.filter(({ rule }) => rule === 'programme-period-ended').length;
      for (const id of [vake, itu, 'ks-restructuring']) {
        expect([await ended(id, '2021-12-31'), await ended(id, '2022-01-01')]).toEqual([0, 1]);
      }
      expect([
        await ended('vake-health-centre', '2023-12-31'),
        await ended('vake-health-centre', '2024-01-01'),
      ]).toEqual([0, 1]);
    });
  });
};
