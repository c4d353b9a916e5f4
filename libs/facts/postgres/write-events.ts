import { type ClientBase } from 'pg';
import { type Domain } from '#history';
import { type NumberedEvent, targetOf } from '../family.js';
import { type FactsSchema } from './rows.js';

/** An event with the text to keep of it. */
export interface IncomingEvent extends NumberedEvent {
  readonly text: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a correction or retraction names, where it names something that an event can have as its id; null of others. */
export const targetId = (domain: Domain, event: NumberedEvent): string | null => {
  const nature = domain.nature(event.envelope.type);
  if (nature !== 'correction' && nature !== 'retraction') return null;
  const target = targetOf(event);
  return uuid.test(target) ? target : null;
};

const sql = (schema: FactsSchema): string => `
  insert into ${schema}.event (seq, position, major, minor, id, stream, type, nature, target, recorded, learned, body)
  select seq, position, split_part(position, '/', 1)::numeric, coalesce(nullif(split_part(position, '/', 2), ''), '0')::numeric,
    id, stream, type, nature, target, recorded, learned, body
  from rows from (
    unnest($1::int[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::text[]), unnest($5::text[]), unnest($6::text[]),
    unnest($7::uuid[]), unnest($8::int[]), unnest($9::int[]), json_array_elements_text($10)) as given (seq, position, id, stream, type, nature, target, recorded, learned, body)`;

/** Keeps the next events of the ledger, so that facts, histories and records can be read without the store. */
export const writeEvents = async (
  client: ClientBase,
  schema: FactsSchema,
  domain: Domain,
  events: readonly IncomingEvent[],
): Promise<void> => {
  const of = <T>(read: (event: IncomingEvent) => T): readonly T[] => events.map(read);
  await client.query({
    name: `${schema}-write-events`,
    text: sql(schema),
    values: [
      of(({ seq }) => seq),
      of(({ position }) => position),
      of(({ envelope }) => envelope.id),
      of(({ envelope }) => envelope.stream),
      of(({ envelope }) => envelope.type),
      of(({ envelope }) => domain.nature(envelope.type)),
      of((event) => targetId(domain, event)),
      of(({ recorded }) => recorded),
      of(({ learned }) => learned),
      // One JSON text: an array of long texts takes several times as long to write and to read.
      JSON.stringify(of(({ text }) => text)),
    ],
  });
};
