import { comparePositions } from '#event-store';
import { day } from '#history';
import { type Asked } from '../runtime/queries/asked.js';
import { canBePosition } from '../runtime/queries/given-out.js';
import { type Runtime } from '../runtime/runtime.js';
import { type MomentDto } from './moment.dto.js';
import { Problem, invalidParameter } from './problem/problem.js';

/** Longest wait for a position, in milliseconds. */
const patience = 5000;

/** Waits until the views include a position; one that the ledger has not reached is not waited for. */
const waitFor = async ({ store, facts, patience: own = patience }: Runtime, text: string): Promise<void> => {
  if (!canBePosition(store, text)) throw invalidParameter('position', 'position must be one that the ledger gave out');
  const head = await store.head();
  if (text !== '0' && (head === null || comparePositions(head, text) < 0))
    throw new Problem('not-yet-known', `The ledger ends at ${head ?? 'its start'}; it has not given out ${text}.`);
  if (text !== '0' && !(await facts.waitFor(text, own)))
    throw new Problem('not-yet-known', `Position ${text} is not in the views yet. Ask again in a moment.`);
};

/** The moment that a request asks for: today, as known today on basis ledger, unless it says otherwise. */
export const askedFrom = async (runtime: Runtime, dto: MomentDto): Promise<Asked> => {
  if (dto.position !== undefined) await waitFor(runtime, dto.position);
  const today = runtime.clock.now().day;
  return { on: day(dto.on ?? today), known: { basis: dto.basis ?? 'ledger', day: day(dto.known ?? today) } };
};
