import { hash } from 'node:crypto';
import { type ClientBase } from 'pg';
import { type EntityChanges } from '../entity-rows.js';
import { type RectangleChanges } from '../rectangles.js';
import { type FactsSchema, toRow } from './rows.js';

/** The changes of one entity, by its number. */
export interface NumberedChanges {
  readonly entity: number;
  readonly changes: EntityChanges;
}

/** The same with the hashes of its parts. */
interface HashedChanges extends NumberedChanges {
  readonly hashes: readonly string[];
}

/** One table of rows: which changes are its own, and what a row of it holds. */
interface Target {
  readonly client: ClientBase;
  readonly schema: FactsSchema;
  readonly table: 'state_ledger' | 'state_source' | 'course_ledger' | 'course_source';
  /** Whether several rows hold at once, each from a day of its own. */
  readonly byDay: boolean;
  readonly of: (changes: EntityChanges) => RectangleChanges;
}

/** 64 bits of a digest: texts need to be told apart within one entity only, which has some hundreds. */
const hashOf = (text: string): string => BigInt.asIntN(64, BigInt(`0x${hash('sha256', text).slice(0, 16)}`)).toString();

const hashed = (given: NumberedChanges): HashedChanges => ({ ...given, hashes: given.changes.parts.map(hashOf) });

/** The lists of values of a statement, one for each column. */
const columns = (rows: readonly (readonly unknown[])[], width: number): unknown[] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));

/**
 * The last column as one JSON text, which the server and this process read and write several times as fast as an array
 * of long texts.
 */
const textLast = (lists: unknown[]): unknown[] => [...lists.slice(0, -1), JSON.stringify(lists.at(-1))];

const writeParts = async (client: ClientBase, schema: FactsSchema, given: readonly HashedChanges[]): Promise<void> => {
  const rows = given.flatMap(({ entity, changes, hashes }) => {
    const values = [...changes.ledger.states.insert, ...changes.source.states.insert].map(({ value }) => value);
    const used = new Set(values.flatMap((value) => value.split(',')).filter((name) => name !== 'null'));
    return [...used].map((name) => [entity, hashes[Number(name)], changes.parts[Number(name)]]);
  });
  if (rows.length === 0) return;
  await client.query({
    name: `${schema}-write-parts`,
    text: `insert into ${schema}.part (entity, hash, body)
      select * from rows from (unnest($1::int[]), unnest($2::bigint[]), json_array_elements_text($3))
      on conflict do nothing`,
    values: textLast(columns(rows, 3)),
  });
};

const removeRows = async ({ client, schema, table, byDay, of }: Target, given: readonly NumberedChanges[]) => {
  const rows = given.flatMap(({ entity, changes }) =>
    of(changes).remove.map(({ on, to }) => [entity, toRow(to), toRow(on)]),
  );
  if (rows.length === 0) return;
  await client.query({
    name: `${schema}-remove-${table}`,
    text: `delete from ${schema}.${table} as held
      using unnest($1::int[], $2::int[], $3::int[]) as given (entity, known_to, on_from)
      where held.entity = given.entity and held.known_to = given.known_to ${byDay ? 'and held.on_from = given.on_from' : ''}`,
    values: columns(rows, 3),
  });
};

const resizeRows = async ({ client, schema, table, byDay, of }: Target, given: readonly NumberedChanges[]) => {
  const rows = given.flatMap(({ entity, changes }) =>
    of(changes).resize.map(({ on, oldTo, to }) => [entity, toRow(oldTo), toRow(on), toRow(to)]),
  );
  if (rows.length === 0) return;
  const { rowCount } = await client.query({
    name: `${schema}-resize-${table}`,
    text: `update ${schema}.${table} as held set known_to = given.new_to
      from unnest($1::int[], $2::int[], $3::int[], $4::int[]) as given (entity, old_to, on_from, new_to)
      where held.entity = given.entity and held.known_to = given.old_to ${byDay ? 'and held.on_from = given.on_from' : ''}`,
    values: columns(rows, 4),
  });
  if (rowCount !== rows.length)
    throw new Error(`${schema}.${table} holds other rows than the ledger gives: rebuild the fact base`);
};

const insertText = ({ schema, table, byDay }: Target): string =>
  byDay
    ? `insert into ${schema}.${table} (entity, known_from, known_to, parts, on_from)
       select entity, known_from, known_to, parts::bigint[], on_from
       from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::text[])
         as given (entity, known_from, known_to, on_from, parts)`
    : `insert into ${schema}.${table} (entity, known_from, known_to, body)
       select * from rows from (
         unnest($1::int[]), unnest($2::int[]), unnest($3::int[]), json_array_elements_text($4))`;

const insertRows = async (target: Target, given: readonly HashedChanges[]): Promise<void> => {
  const { client, schema, table, byDay, of } = target;
  const rows = given.flatMap(({ entity, changes, hashes }) => {
    const parts = (value: string): string =>
      `{${value
        .split(',')
        .map((name) => hashes[Number(name)] ?? name)
        .join()}}`;
    return of(changes).insert.map(({ on, from, to, value }) =>
      byDay ? [entity, toRow(from), toRow(to), toRow(on), parts(value)] : [entity, toRow(from), toRow(to), value],
    );
  });
  if (rows.length === 0) return;
  const values = byDay ? columns(rows, 5) : textLast(columns(rows, 4));
  await client.query({ name: `${schema}-insert-${table}`, text: insertText(target), values });
};

/** Writes what changes in the rows of entities, and nothing else. */
export const writeRows = async (
  client: ClientBase,
  schema: FactsSchema,
  changes: readonly NumberedChanges[],
): Promise<void> => {
  const given = changes.map(hashed);
  await writeParts(client, schema, given);
  const targets: readonly Target[] = (['ledger', 'source'] as const).flatMap((basis): readonly Target[] => [
    { client, schema, table: `state_${basis}`, byDay: true, of: (changes) => changes[basis].states },
    { client, schema, table: `course_${basis}`, byDay: false, of: (changes) => changes[basis].courses },
  ]);
  for (const target of targets) {
    await removeRows(target, given);
    await resizeRows(target, given);
    await insertRows(target, given);
  }
};
