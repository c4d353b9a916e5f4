import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from './temporary-folder.js';

/*
 * The schema as the catalogue shows it after every migration, committed beside this file, so that a change of the schema
 * is seen in review and one that no migration makes is not possible. Works on the build.
 *
 *   node tests/support/schema.js           compares; exit code 1 where they differ
 *   node tests/support/schema.js --write   writes the file anew
 */

const root = new URL('../../', import.meta.url);
const committed = new URL('./schema.txt', import.meta.url);

const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`;

/** Each query gives lines of text in a fixed order. */
const queries = [
  `select format('schema %s %s', n.nspname, n.nspacl) as line from pg_namespace n where ${ours} order by 1`,
  `select format('role %s login=%s super=%s', rolname, rolcanlogin, rolsuper) as line from pg_roles
     where rolname ~ '^vaihe' order by 1`,
  `select format('%s %s.%s %s', case c.relkind when 'r' then 'table' when 'S' then 'sequence' when 'v' then 'view'
       when 'm' then 'materialized view' when 'p' then 'partitioned table' end, n.nspname, c.relname, c.relacl)
     || coalesce((select string_agg(format(E'\\n  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then ' not null' end, ' default ' || pg_get_expr(d.adbin, d.adrelid)), '' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and c.relkind <> 'S'), '')
     || coalesce((select string_agg(format(E'\\n  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'), '')
     || coalesce((select string_agg(format(E'\\n  %s', pg_get_indexdef(i.indexrelid)), '' order by i.indexrelid::regclass::text)
        from pg_index i where i.indrelid = c.oid), '')
     || coalesce((select string_agg(format(E'\\n  %s', pg_get_triggerdef(t.oid)), '' order by t.tgname)
        from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal), '')
     || coalesce(E'\\n' || pg_get_viewdef(case when c.relkind in ('v', 'm') then c.oid end), '') as line
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where ${ours} and c.relkind in ('r', 'S', 'v', 'm', 'p') order by n.nspname, c.relname`,
  `select format('type %s.%s', n.nspname, t.typname)
     || coalesce((select string_agg(format(' %L', e.enumlabel), '' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '') as line
   from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${ours} and t.typtype in ('e', 'd') order by 1`,
  `select format(E'function acl %s\\n%s', p.proacl, pg_get_functiondef(p.oid)) as line
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where ${ours} and p.prokind in ('f', 'p') order by n.nspname, p.proname, p.oid::regprocedure::text`,
  `select format('row of %s: %s', 'ledger.head', h) as line from ledger.head h`,
];

const readSchema = async () => {
  const { createPool, migrate, startEmbedded } = await import(new URL('dist/libs/platform/index.js', root));
  const { schemas } = await import(new URL('dist/apps/schemas.js', root));
  const dataDirectory = await makeTemporaryFolder();
  const server = await startEmbedded({ dataDirectory });
  const pool = createPool({ url: server.url, max: 1 });
  try {
    await migrate(pool, schemas);
    const lines = [];
    for (const query of queries) for (const { line } of (await pool.query(query)).rows) lines.push(line.trimEnd());
    return `${lines.join('\n\n')}\n`;
  } finally {
    await pool.end();
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
};

const actual = await readSchema();
if (process.argv.includes('--write')) await writeFile(committed, actual);
const expected = await readFile(committed, 'utf8').catch(() => '');
if (actual !== expected) {
  const [was, is] = [expected.split('\n'), actual.split('\n')];
  const at = is.findIndex((line, index) => line !== was[index]);
  console.error(
    `The schema is not the committed one; the first difference is at line ${at + 1} of tests/support/schema.txt:`,
  );
  console.error(`  committed: ${was[at] ?? '(end)'}\n  actual:    ${is[at] ?? '(end)'}`);
  console.error('Where a migration means it, run "node tests/support/schema.js --write" and commit the file.');
  process.exitCode = 1;
}
