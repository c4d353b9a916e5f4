import { type Basis, day } from '#history';
import { type AreaTimeline, type ItemView, type ProgrammeOverview } from '#views';
import { type Asked } from '../../../apps/runtime/queries/asked.js';
import { explainItem } from '../../../apps/runtime/queries/explain.js';
import { readArea, readProgramme } from '../../../apps/runtime/queries/views.js';
import { type Runtime } from '../../../apps/runtime/runtime.js';

/** A runtime that holds the example, asked in the words of the tests: days as texts, basis source unless said. */
export interface Ask {
  readonly runtime: Runtime;
  readonly moment: (on: string, known: string, basis?: Basis) => Asked;
  readonly programme: (id: string, on: string, known: string, basis?: Basis) => Promise<ProgrammeOverview>;
  readonly area: (code: string, on: string, known: string, basis?: Basis) => Promise<AreaTimeline>;
  /** An item of a programme's case; undefined where there is none. */
  readonly item: (programme: string, key: string, on: string, known: string) => Promise<ItemView | undefined>;
  /** The English words of an explanation: its condition with all parts, and its ways. */
  readonly explained: (programme: string, key: string, on: string, known: string) => Promise<string>;
}

/** Late enough that everything in the example is known from its source. */
export const always = '2026-11-02';

/** Asks a runtime. */
export const askOf = (runtime: Runtime): Ask => {
  const moment = (on: string, known: string, basis: Basis = 'source'): Asked => ({
    on: day(on),
    known: { basis, day: day(known) },
  });
  const programme: Ask['programme'] = (id, ...at) => readProgramme(runtime, id, moment(...at));
  return {
    runtime,
    moment,
    programme,
    area: (code, ...at) => readArea(runtime, code, moment(...at)),
    item: async (id, key, on, known) => {
      const view = (await programme(id, on, known)).programme?.case;
      const items = view ? [...view.phases, ...view.gates, ...view.deadlines, ...view.tasks] : [];
      return items.find((item) => item.key === key);
    },
    explained: async (id, item, on, known) =>
      JSON.stringify(await explainItem(runtime, { caseId: id, item, asked: moment(on, known) })),
  };
};
