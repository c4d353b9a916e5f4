import { type ClientBase } from 'pg';
import { type Course, type EntityState, type Within } from '#history';
import { type CourseValue } from '../entity-rows.js';
import { type EntityFilter, type Slice } from '../fact-base.js';
import { matchesEntity } from '../memory-fact-base.js';
import { entityCondition } from './conditions.js';
import { type NumberedMoment, placeOf } from './read-moment.js';
import { type FactsSchema, toRow } from './rows.js';

/** One reading of the tables at a moment. */
export interface Reading {
  readonly client: ClientBase;
  readonly schema: FactsSchema;
  readonly moment: NumberedMoment;
}

/** A query of its own, so that each part is looked up and not all parts of the entity are read. */
const part = (schema: FactsSchema, hash: string): string =>
  `(select part.body from ${schema}.part where part.entity = entity.no and part.hash = ${hash})`;

/** The full states on a day, by rows: one index look-up per entity. */
export const readSlices = async (reading: Reading, filter: EntityFilter, on: number): Promise<readonly Slice[]> => {
  const { client, schema, moment } = reading;
  const where = entityCondition(schema, filter, 4);
  const { rows } = await client.query<{ id: string; kind: string; body: string }>({
    name: `${schema}-slices-${moment.basis}-${where.shape}`,
    text: `
      select entity.id, entity.kind, case
        -- Most states are certain: then two texts are put together without the cost of an aggregate.
        when cardinality(held.parts) = 2 and held.parts[2] is not null
          then '[' || ${part(schema, 'held.parts[1]')} || ',' || ${part(schema, 'held.parts[2]')} || ']'
        else (
          select '[' || string_agg(coalesce(${part(schema, 'named.hash')}, 'null'), ',' order by named.place) || ']'
          from unnest(held.parts) with ordinality as named (hash, place))
        end as body
      from ${schema}.entity cross join lateral (
        select state.parts from ${schema}.state_${moment.basis} as state
        where state.entity = entity.no and state.on_from <= $1 and state.known_from <= $2 and state.known_to > $2
        order by state.on_from desc limit 1) as held
      where entity.last_seq <= $3 and ${where.text}`,
    values: [toRow(on), placeOf(moment), lastSeq(moment), ...where.values],
  });
  return rows
    .map(({ id, kind, body }): Slice => {
      const [within, ...run] = JSON.parse(body) as [Within, ...(EntityState | null)[]];
      return { entity: id, kind, within, run };
    })
    .filter((slice) => matchesEntity(filter, slice));
};

/** The courses, by rows: one row per entity. */
export const readCourses = async (reading: Reading, filter: EntityFilter): Promise<readonly Course[]> => {
  const { client, schema, moment } = reading;
  const where = entityCondition(schema, filter, 3);
  const { rows } = await client.query<{ id: string; kind: string; body: string }>({
    name: `${schema}-courses-${moment.basis}-${where.shape}`,
    text: `
      select entity.id, entity.kind, held.body
      from ${schema}.entity cross join lateral (
        select course.body from ${schema}.course_${moment.basis} as course
        where course.entity = entity.no and course.known_from <= $1 and course.known_to > $1
        order by course.known_from desc limit 1) as held
      where entity.last_seq <= $2 and ${where.text}`,
    values: [placeOf(moment), lastSeq(moment), ...where.values],
  });
  return rows
    .map(({ id, kind, body }): Course => {
      const { within, states } = JSON.parse(body) as CourseValue;
      const steps = states.map(({ from, run }) => ({ from: from ?? -Infinity, value: run }));
      return { entity: id, kind, within, states: steps };
    })
    .filter((course) => matchesEntity(filter, course));
};

/**
 * Rows of basis source follow from every event that the tables hold. Where a moment rests on fewer, they are right only
 * for entities that no later event bears upon; `readStale` names the others.
 */
const lastSeq = ({ basis, seq }: NumberedMoment): number => (basis === 'ledger' ? toRow(Infinity) : seq);

/** Numbers of the entities of a filter whose rows rest on more than the moment may know. */
export const readStale = async (reading: Reading, filter: EntityFilter): Promise<readonly number[]> => {
  const { client, schema, moment } = reading;
  if (moment.basis === 'ledger' || moment.seq === moment.head) return [];
  const where = entityCondition(schema, filter, 2);
  const { rows } = await client.query<{ no: number }>({
    name: `${schema}-stale-${where.shape}`,
    text: `select no from ${schema}.entity where last_seq > $1 and ${where.text}`,
    values: [moment.seq, ...where.values],
  });
  return rows.map(({ no }) => no);
};

/** Numbers of the entities of a filter. */
export const readNumbers = async (reading: Reading, filter: EntityFilter): Promise<readonly number[]> => {
  const { client, schema } = reading;
  const where = entityCondition(schema, filter, 1);
  const { rows } = await client.query<{ no: number }>({
    name: `${schema}-numbers-${where.shape}`,
    text: `select no from ${schema}.entity where ${where.text}`,
    values: [...where.values],
  });
  return rows.map(({ no }) => no);
};
