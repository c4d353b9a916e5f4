import { describe, expect, it } from '@jest/globals';
import { caseStream } from '#cases';
import { comparePositions, position } from '#event-store';
import { day, isoOfDay } from '#history';
import { reformDomain } from '#reform';
import { type ItemStanding, definitionHash, nationalFivePhases, whatIf } from '#workflow';
import { type Ask, always } from './ask.js';

const digest = (): string => 'five';
const hash = definitionHash(nationalFivePhases, digest);
const caseFrom: Readonly<Record<string, string>> = {
  'vake-restructuring': '2020-04-28',
  'itu-restructuring': '2020-09-17',
  'ks-restructuring': '2020-09-17',
};
const areas: Readonly<Record<string, string>> = {
  'vake-restructuring': '04',
  'itu-restructuring': '01',
  'ks-restructuring': '15',
};

/** A what-if migration to the ministry's five phases, effective from the first day of the case. */
export const whatIfCases = (ask: () => Ask): void => {
  /** The phases of a programme on a day, under the five phases. */
  const phasesOn = async (programme: string, on: string): Promise<Readonly<Record<string, ItemStanding>>> => {
    const { facts, store } = ask().runtime;
    const known = { basis: 'source', day: day(always) } as const;
    const all = [
      ...(await facts.facts({}, known)).map(({ fact }) => fact),
      ...(await facts.directives({}, known)),
    ].sort((a, b) => comparePositions(a.position, b.position));
    const stream = caseStream(programme);
    const area = areas[programme];
    const slices = whatIf(
      reformDomain,
      {
        caseId: programme,
        entity: ({ entity, kind, within }) =>
          entity === 'reform:sote-2021' ||
          within['programme'] === programme ||
          (kind === 'responsibility' && within['area'] === area),
        directive: ({ stream: own, type }) => own === stream || type.endsWith('-published'),
      },
      { facts: all, last: (await store.head()) ?? position('0'), today: day(always) },
      {
        assumptions: [
          {
            type: 'definition-published',
            stream: 'definition-national-five-phases',
            occurred: null,
            data: { key: 'national-five-phases', hash, definition: nationalFivePhases as never },
          },
          {
            type: 'workflow-migrated',
            stream,
            occurred: null,
            data: {
              definition: { key: 'national-five-phases', hash },
              effective: caseFrom[programme] as string,
              mapping: 'identity',
            },
          },
        ],
        from: day(on),
        horizon: day(on),
      },
    );
    const items = [...(slices[0]?.standing.items.values() ?? [])].filter(({ kind }) => kind === 'phase');
    return Object.fromEntries(items.map((item) => [item.key.slice('phase:'.length), item]));
  };

  const state = async (programme: string, phase: string, on: string): Promise<string | undefined> =>
    (await phasesOn(programme, on))[phase]?.state;

  describe('the same programme under the five phases of the roadmap (what-if)', () => {
    it('has the third phase of the plan open on 2021-06-25, and the third of the roadmap shut until 2021-07-01', async () => {
      const own = await ask().item('vake-restructuring', 'phase:after-laws-passed', '2021-06-25', always);
      expect(own?.state).toBe('open');
      expect(await state('vake-restructuring', 'temporary-preparatory-body', '2021-06-25')).toBe('shut');
      expect(await state('vake-restructuring', 'temporary-preparatory-body', '2021-06-30')).toBe('shut');
      const third = (await phasesOn('vake-restructuring', '2021-07-01'))['temporary-preparatory-body'];
      expect([third?.state, isoOfDay(third?.since ?? NaN)]).toEqual(['open', '2021-07-01']);
    });

    it('has the fifth phase shut until every registered responsibility is the county’s', async () => {
      for (const programme of ['vake-restructuring', 'itu-restructuring']) {
        expect(await state(programme, 'responsibility-transferred', '2022-12-31')).toBe('shut');
        expect(await state(programme, 'responsibility-transferred', '2023-01-01')).toBe('open');
      }
    });

    it('does not open it where no responsibility is registered', async () => {
      for (const on of ['2021-06-25', '2023-01-01', '2026-01-01'])
        expect(await state('ks-restructuring', 'responsibility-transferred', on)).toBe('shut');
    });

    it('writes nothing', async () => {
      const before = await ask().runtime.store.head();
      await phasesOn('vake-restructuring', '2021-06-25');
      expect(await ask().runtime.store.head()).toBe(before);
    });
  });
};
