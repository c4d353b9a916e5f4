import { caseIds } from '#cases';
import { isoOfDay } from '#history';
import { type Names } from '#views';
import { type ItemKey, derive } from '#workflow';
import { type Runtime } from '../runtime.js';
import { type Asked, fix } from './asked.js';
import { readCase } from './case-slice.js';

/** A stretch of days on which a phase or gate is open. */
export interface Opening {
  readonly programme: string;
  /** Key within the case, e.g. `gate:start/measure:vake-restructuring/E`. */
  readonly key: ItemKey;
  readonly names: Names;
  /** First day open (YYYY-MM-DD); null where it was never otherwise. */
  readonly opened: string | null;
  /** First day shut again, or null. */
  readonly shut: string | null;
}

/** Every stretch on which a phase or gate is open, up to the day asked about, in order of day. */
export const openingsOf = async (runtime: Runtime, asked: Asked): Promise<readonly Opening[]> => {
  const { facts } = runtime;
  const fixed = await fix(facts, asked);
  const openings: Opening[] = [];
  for (const caseId of await caseIds(facts, fixed.known)) {
    const read = await readCase(facts, caseId, fixed, false);
    if (read === null) continue;
    for (const [key, steps] of derive(read.resolved))
      steps.forEach(({ from, value }, index) => {
        if (value === null || !('possiblyOpen' in value) || value.state !== 'open' || from > asked.on) return;
        const before = steps[index - 1]?.value;
        if (before?.state === 'open') return;
        const end = steps.slice(index + 1).find((step) => step.value?.state !== 'open');
        const shut = end === undefined || end.from > asked.on ? null : isoOfDay(end.from);
        openings.push({ programme: caseId, key, names: value.names, opened: isoOfDay(from), shut });
      });
  }
  return openings.sort((a, b) => ((a.opened ?? '') < (b.opened ?? '') ? -1 : 1));
};
