import { position } from '#event-store';
import { day } from '#history';
import { type Asked } from '../runtime/queries/asked.js';
import { type Runtime } from '../runtime/runtime.js';
import { type MomentDto } from './moment.dto.js';
import { Problem } from './problem/problem.js';

/** Longest wait for a position, in milliseconds. */
const patience = 5000;

/** The moment that a request asks for: today, as known today on basis ledger, unless it says otherwise. */
export const askedFrom = async (runtime: Runtime, dto: MomentDto): Promise<Asked> => {
  if (dto.position !== undefined && !(await runtime.facts.waitFor(position(dto.position), patience)))
    throw new Problem('not-yet-known', `Position ${dto.position} is not in the views yet. Ask again in a moment.`);
  const today = runtime.clock.now().day;
  return { on: day(dto.on ?? today), known: { basis: dto.basis ?? 'ledger', day: day(dto.known ?? today) } };
};
