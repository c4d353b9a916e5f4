import { type EntityFilter, type FactFilter } from '../fact-base.js';
import { type FactsSchema } from './rows.js';

/** A condition of a query with its values; `shape` tells apart the texts that different filters give. */
export interface Condition {
  readonly shape: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One condition of a filter: its text for the numbers of its first and further values. */
interface Clause {
  readonly name: string;
  readonly values: readonly unknown[];
  readonly text: (first: number) => string;
}

const join = (clauses: readonly (Clause | null)[], first: number): Condition => {
  const given = clauses.filter((clause) => clause !== null);
  let next = first;
  const texts = given.map(({ text, values }) => {
    const written = text(next);
    next += values.length;
    return written;
  });
  return {
    shape: given.map(({ name }) => name).join('-'),
    text: ['true', ...texts].join(' and '),
    values: given.flatMap(({ values }) => values),
  };
};

const oneOf = (column: string, list: readonly string[] | undefined): Clause | null =>
  list === undefined ? null : { name: column, values: [list], text: (first) => `${column} = any ($${first}::text[])` };

/**
 * A filter on `entity`; values are numbered from `first`. It narrows by the first pair of `within` as any statement ever
 * gave it: whether the pairs hold at the moment is for the reader to see from the row.
 */
export const entityCondition = (schema: FactsSchema, filter: EntityFilter, first: number): Condition => {
  const [pair] = Object.entries(filter.within ?? {});
  const within: Clause | null = pair
    ? {
        name: 'within',
        values: pair,
        text: (at) =>
          `no in (select held.entity from ${schema}.entity_within as held where held.key = $${at} and held.value = $${at + 1})`,
      }
    : null;
  return join([oneOf('kind', filter.kinds), oneOf('id', filter.entities), within], first);
};

/** A filter on `event`; of entities it takes all facts that bear upon them by any statement. */
export const factCondition = (schema: FactsSchema, filter: FactFilter, first: number): Condition => {
  const entities: Clause | null = filter.entities
    ? {
        name: 'entity',
        values: [filter.entities],
        text: (at) =>
          `seq in (select touch.seq from ${schema}.touch join ${schema}.entity on no = entity where entity.id = any ($${at}::text[]))`,
      }
    : null;
  return join([oneOf('stream', filter.streams), oneOf('type', filter.types), entities], first);
};
