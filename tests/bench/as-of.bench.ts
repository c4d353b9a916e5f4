import { loadCase } from '#cases';
import { type FactBase, createPostgresFactBase, createProjection } from '#facts';
import { type EventStore } from '#event-store';
import { createPostgresEventStore } from '#event-store-postgres';
import { type Known } from '#history';
import { reformDomain } from '#reform';
import { resolveCase, standingAt } from '#workflow';
import { anEvent, freshStream } from '../support/events.js';
import { asOfLedger, days, firstDay, measuresPerProgramme, programmeId, programmes } from './as-of-ledger.js';
import { type Bench, type BenchContext, type Figure } from './bench.js';

/** Events of the two ledgers that are compared. */
const sizes = (process.env['AS_OF_SIZES'] ?? '100000,1000000').split(',').map(Number);
const questions = 300;
const appends = 300;

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

const describe = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((part) => `p${part * 100} ${percentile(values, part).toFixed(1)} ms`).join(', ');

const atMost = (what: string, value: number, bound: number, { unit, detail }: Pick<Figure, 'unit' | 'detail'>) => ({
  what,
  value,
  unit,
  target: { text: `<= ${bound} ${unit}`, kept: value <= bound },
  detail,
});

const measure = async (count: number, question: (n: number) => Promise<void>): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let n = -20; n < count; n += 1) {
    const start = performance.now();
    await question(Math.abs(n));
    if (n >= 0) taken.push(performance.now() - start);
  }
  return taken;
};

/** A programme, a day and a moment of knowledge, spread evenly and repeatably. */
const momentOf = (n: number) => {
  const known: Known = { basis: n % 4 === 3 ? 'source' : 'ledger', day: firstDay + ((n * 379) % days) };
  return { programme: programmeId(n % programmes), on: firstDay + ((n * 211) % days), known };
};

interface Answers {
  readonly slices: readonly number[];
  readonly standings: readonly number[];
  readonly load: string;
}

const askOf = (facts: FactBase) => ({
  slice: async (n: number): Promise<void> => {
    const { programme, on, known } = momentOf(n);
    await facts.slices({ kinds: ['measure'], within: { programme } }, on, known);
  },
  standing: async (n: number): Promise<void> => {
    const { programme, on, known } = momentOf(n);
    const [input] = await Promise.all([
      loadCase(facts, programme, known),
      facts.slices({ kinds: ['measure'], within: { programme } }, on, known),
    ]);
    if (input === null) throw new Error('the bench lost its case');
    standingAt(resolveCase(input), on);
  },
});

const answersAt = async (size: number, { createDatabase, say }: BenchContext): Promise<Answers> => {
  const { pool, ownerPool } = await createDatabase();
  const store = asOfLedger(size) as EventStore;
  const start = performance.now();
  const onProgress = (events: number): void => {
    if (events % 50_000 < 2000)
      say(`as-of: ${events} events read, ${Math.round((performance.now() - start) / 1000)} s`);
  };
  await createProjection({ pool, store, domain: reformDomain, owner: 'bench', onProgress }).catchUp();
  const seconds = (performance.now() - start) / 1000;
  await ownerPool.query('vacuum analyze');
  const { rows } = await ownerPool.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  const load = `${size} events taken in at ${Math.round(size / seconds)} events/s, ${rows[0]?.size ?? ''}`;
  say(`as-of: ${load}`);
  const facts = createPostgresFactBase({ pool, domain: reformDomain });
  const held = await facts.slices({ kinds: ['measure'], within: { programme: programmeId(0) } }, firstDay + days, {
    basis: 'ledger',
    day: Infinity,
  });
  if (held.length !== measuresPerProgramme) throw new Error(`${held.length} measures in the bench's slice`);
  const ask = askOf(facts);
  return { slices: await measure(questions, ask.slice), standings: await measure(questions / 3, ask.standing), load };
};

const visibility = async ({ createDatabase }: BenchContext): Promise<readonly number[]> => {
  const { pool } = await createDatabase();
  const store = createPostgresEventStore({ pool });
  const facts = createPostgresFactBase({ pool, domain: reformDomain });
  const stop = new AbortController();
  const running = createProjection({ pool, store, domain: reformDomain, owner: 'bench' }).run(stop.signal);
  const taken = await measure(appends, async () => {
    const stream = freshStream().replace('case', 'measure');
    const outcome = await store.append({ stream, expectedVersion: 0, events: [anEvent(stream)] });
    if (outcome.status !== 'appended') throw new Error('an append of the bench met a conflict');
    await facts.waitFor(outcome.position, 10_000);
  });
  stop.abort();
  await running;
  await store.close();
  return taken;
};

/** One area of 400 measures on a day, as known at a moment: its slice, and its case's standing with derive. */
export const asOfBench: Bench = {
  name: 'as-of',
  run: async (context) => {
    const all: Answers[] = [];
    for (const size of sizes) all.push(await answersAt(size, context));
    const visible = await visibility(context);
    const detail = all
      .map(({ slices, standings, load }) => `${load}: slice ${describe(slices)}; standing ${describe(standings)}`)
      .join('\n      ');
    const of = (read: (answers: Answers) => readonly number[]) => all.map((answers) => percentile(read(answers), 0.95));
    const [slices, standings] = [of(({ slices: taken }) => taken), of(({ standings: taken }) => taken)];
    const last = all.length - 1;
    const growth = (standings[last] ?? NaN) / (standings[0] ?? NaN);
    return {
      figures: [
        atMost('as-of of an area with derive, p95', standings[last] ?? NaN, 50, { unit: 'ms', detail }),
        atMost('the same, larger ledger by smaller', growth, 2.5, { unit: 'x', detail: `${standings.join(' / ')} ms` }),
        { what: 'slice alone, p95', value: slices[last] ?? NaN, unit: 'ms', target: null, detail: slices.join(' / ') },
        atMost('append to visible, p99', percentile(visible, 0.99), 50, { unit: 'ms', detail: describe(visible) }),
      ],
      limits:
        'Half of an answer is the 400 look-ups in the server, half the values made of their texts and derive in this ' +
        'process; the length of the history counts only for how far an index is scanned.',
    };
  },
};
