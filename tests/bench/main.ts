import { rm } from 'node:fs/promises';
import { appRole } from '#event-store-postgres';
import { createPool, migrate, startEmbedded } from '#platform';
import { type Pool } from 'pg';
import { schemas } from '../../apps/schemas.js';
import { appendBench } from './append.bench.js';
import { asOfBench } from './as-of.bench.js';
import { type Bench, type BenchContext, type Figure } from './bench.js';
import { catchUpBench } from './catch-up.bench.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

/** Every bench, one file each. `npm run bench [name ...]` runs all or those named. */
const benches: readonly Bench[] = [appendBench, catchUpBench, asOfBench];

const line = ({ what, value, unit, target, detail }: Figure): string => {
  const verdict = target === null ? '' : `  (target ${target.text}: ${target.kept ? 'kept' : 'MISSED'})`;
  return `  ${what}: ${value.toFixed(2)} ${unit}${verdict}\n      ${detail}`;
};

const dataDirectory = await makeTemporaryFolder();
const server = await startEmbedded({ dataDirectory });
const pools: Pool[] = [];

const context: BenchContext = {
  say: (text) => console.error(`... ${text}`),
  createDatabase: async () => {
    const name = `bench_${pools.length}`;
    const admin = createPool({ url: server.url, max: 1 });
    await admin.query(`create database ${name}`);
    await admin.end();
    const url = server.url.replace('/vaihe?', `/${name}?`);
    const ownerPool = createPool({ url, max: 5 });
    await migrate(ownerPool, schemas);
    const pool = createPool({ url, role: appRole });
    pools.push(pool, ownerPool);
    return { url, pool, ownerPool };
  },
};

try {
  const named = process.argv.slice(2);
  for (const bench of benches.filter(({ name }) => named.length === 0 || named.includes(name))) {
    const { figures, limits } = await bench.run(context);
    console.log(`${bench.name}\n${figures.map(line).join('\n')}\n  limited by: ${limits}\n`);
  }
} finally {
  for (const pool of pools) await pool.end();
  await server.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
