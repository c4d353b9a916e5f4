import { describe, expect, it } from '@jest/globals';
import { type Ask, always } from './ask.js';

const vake = 'vake-restructuring';
const third = 'phase:after-laws-passed';
const gateOf = (name: string, measure: string): string => `gate:${name}/measure:${vake}/${measure}`;

/** What the law-making opened and shut in the programme of Vantaa and Kerava. */
export const phaseCases = (ask: () => Ask): void => {
  describe('phases and gates follow the law-making', () => {
    const state = async (key: string, on: string, known: string, programme = vake): Promise<string | undefined> =>
      (await ask().item(programme, key, on, known))?.state;

    it('shuts the third phase on the day before the laws were passed, and names the missing law', async () => {
      expect(await state(third, '2021-06-22', '2021-06-22')).toBe('shut');
      expect(await ask().explained(vake, third, '2021-06-22', '2021-06-22')).toMatch(/laws-passed|[Ll]aws passed/);
    });

    it('opens it on the day the laws were passed, because of that event', async () => {
      const phase = await ask().item(vake, third, '2021-06-23', '2021-06-23');
      expect(phase).toMatchObject({ state: 'open', since: '2021-06-23' });
      expect(phase?.because.map(({ type }) => type)).toEqual(['laws-passed']);
    });

    it('has it shut on 2021-06-25 as it was known on 2021-06-22', async () => {
      expect(await state(third, '2021-06-25', '2021-06-22')).toBe('shut');
      expect(await state(third, '2021-06-25', '2021-06-25')).toBe('open');
    });

    it('knows nothing at all on basis ledger on the day before the import', async () => {
      const before = await ask().programme(vake, '2021-06-25', '2026-11-01', 'ledger');
      expect(before).toMatchObject({ programme: null, budget: [], risks: [], findings: [], entries: [] });
      expect(before.moment.position).toBeNull();
      const area = await ask().area('04', '2021-06-25', '2026-11-01', 'ledger');
      expect(area).toMatchObject({
        programmes: [],
        municipalities: [],
        responsibilities: [],
        reforms: [],
        entries: [],
      });
    });

    it('shuts neither the first phase nor the gate of measure A when the second phase opens', async () => {
      for (const on of ['2020-12-07', '2020-12-08', '2021-06-23']) {
        expect(await state('phase:before-government-proposal', on, always)).toBe('open');
        expect(await state(gateOf('start', 'A'), on, always)).toBe('open');
      }
      expect(await state('phase:after-government-proposal', '2020-12-07', always)).toBe('shut');
      expect(await state('phase:after-government-proposal', '2020-12-08', always)).toBe('open');
      const gate = await ask().item(vake, gateOf('start', 'A'), '2021-06-23', always);
      expect(gate?.since).toBe('2020-04-28');
    });

    it('knows measure A from 2021-06-21 on', async () => {
      const knows = async (known: string): Promise<boolean> =>
        (await ask().programme(vake, '2021-06-21', known)).programme?.measures.some(({ key }) => key === 'A') ?? false;
      expect(await knows('2021-06-20')).toBe(false);
      expect(await knows('2021-06-21')).toBe(true);
    });

    it('lets measure E start from the adoption, and has its refinement wait for the ratification', async () => {
      expect(await state(gateOf('start', 'E'), '2021-06-22', always)).toBe('shut');
      expect(await state(gateOf('start', 'E'), '2021-06-23', always)).toBe('open');
      expect(await state(gateOf('refinement', 'E'), '2021-06-28', always)).toBe('shut');
      expect(await state(gateOf('refinement', 'E'), '2021-06-29', always)).toBe('open');
    });

    it('has no law-driven gate in the health centre programme', async () => {
      const view = await ask().programme('vake-health-centre', '2021-06-25', always);
      expect(view.programme?.case?.gates).toEqual([]);
      expect(view.programme?.case?.phases.map(({ key, state: is, since }) => [key, is, since])).toEqual([
        ['phase:under-way', 'open', '2020-06-29'],
      ]);
    });

    it('has the catch-up of K1 overdue and unconfirmed on 2022-01-15, also as known in 2024', async () => {
      for (const known of ['2022-01-15', '2024-06-01']) {
        const view = await ask().programme('vake-health-centre', '2022-01-15', known);
        const catchUp = view.programme?.milestones.find(({ due }) => due?.stated === '2021-12-31');
        expect(catchUp).toMatchObject({ timing: 'overdue', unconfirmed: true });
        expect(view.unconfirmed.map(({ id }) => id)).toContain(catchUp?.id);
        const deadline = view.programme?.case?.deadlines.find(({ of }) => of === catchUp?.id);
        expect(deadline).toMatchObject({ state: 'reached', due: '2021-12-31' });
      }
      const before = await ask().programme('vake-health-centre', '2022-01-15', '2021-11-29');
      expect(before.programme?.milestones.filter(({ due }) => due?.stated === '2021-12-31')).toEqual([]);
    });
  });
};
