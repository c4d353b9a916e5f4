import {
  type Domain,
  type EffectiveFact,
  type EntityHistory,
  type Known,
  type LedgerEvent,
  effectiveFacts,
  foldEntities,
} from '#history';
import { type EntityFilter, type FactFilter } from '../fact-base.js';
import { type NumberedEvent } from '../family.js';
import { matchesEntity } from '../memory-fact-base.js';
import { factCondition } from './conditions.js';
import { loadChanges, loadFamilies } from './load-families.js';
import { type NumberedMoment } from './read-moment.js';
import { type Reading } from './read-rows.js';
import { type EventRow, eventColumns, toEvent } from './rows.js';

/** The knowledge for a fold over events of which none stands after the moment's last. */
const knownOf = ({ basis, day }: NumberedMoment): Known => ({ basis, day: basis === 'ledger' ? Infinity : day });

/** F(K) of the originals that a filter names, in ledger order. */
export const readEffective = async (
  reading: Reading,
  domain: Domain,
  [nature, filter]: readonly ['fact' | 'directive', FactFilter],
): Promise<readonly EffectiveFact[]> => {
  const { client, schema, moment } = reading;
  const where = factCondition(schema, filter, 3);
  const { rows } = await client.query<EventRow>({
    name: `${schema}-originals-${where.shape}`,
    text: `select ${eventColumns('event')} from ${schema}.event
      where nature = $1 and seq <= $2 and ${where.text} order by seq`,
    values: [nature, moment.seq, ...where.values],
  });
  const originals = rows.map(toEvent);
  const changes = await loadChanges(client, schema, originals);
  const known = [...originals, ...changes.filter(({ seq }) => seq <= moment.seq)];
  return effectiveFacts(known, domain, knownOf(moment));
};

const withoutNumber = (row: EventRow): LedgerEvent => {
  const { seq: _seq, ...event } = toEvent(row);
  return event;
};

/** Records of streams, in ledger order. */
export const readRecords = async (reading: Reading, streams: readonly string[]): Promise<readonly LedgerEvent[]> =>
  reading.moment.basis === 'source' ? [] : (await readOfNature(reading, streams, 'record')).map(withoutNumber);

/** Retractions of streams, in ledger order. */
export const readRetractions = async (
  reading: Reading,
  streams: readonly string[],
): Promise<readonly LedgerEvent[]> => {
  const { basis, day } = reading.moment;
  const events = (await readOfNature(reading, streams, 'retraction')).map(withoutNumber);
  return basis === 'source' ? events.filter(({ learned }) => learned <= day) : events;
};

const readOfNature = async (
  { client, schema, moment }: Reading,
  streams: readonly string[],
  nature: 'record' | 'retraction',
): Promise<readonly EventRow[]> => {
  const { rows } = await client.query<EventRow>({
    name: `${schema}-of-nature-${nature}`,
    // The nature stands in the text, so that the index of retractions serves: they are few among a stream's events.
    text: `select ${eventColumns('event')} from ${schema}.event
      where stream = any ($1::text[]) and nature = '${nature}' and seq <= $2 order by seq`,
    values: [streams, moment.seq],
  });
  return rows;
};

/** Histories of entities by their numbers, folded now. */
export const readHistories = async (
  reading: Reading,
  domain: Domain,
  [numbers, filter]: readonly [readonly number[], EntityFilter],
): Promise<readonly EntityHistory[]> => {
  const { client, schema, moment } = reading;
  if (numbers.length === 0) return [];
  const loaded = await loadFamilies(client, schema, domain, numbers);
  const events = new Map<number, NumberedEvent>();
  for (const { original, changes } of [...loaded.values()].flat())
    for (const event of [original, ...changes]) if (event.seq <= moment.seq) events.set(event.seq, event);
  const inOrder = [...events.values()].sort((a, b) => a.seq - b.seq);
  const histories = foldEntities(domain, effectiveFacts(inOrder, domain, knownOf(moment)));
  const asked = await readIds(reading, numbers);
  return [...histories.values()].filter((history) => asked.has(history.entity) && matchesEntity(filter, history));
};

const readIds = async ({ client, schema }: Reading, numbers: readonly number[]): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ id: string }>({
    name: `${schema}-ids`,
    text: `select id from ${schema}.entity where no = any ($1::int[])`,
    values: [numbers],
  });
  return new Set(rows.map(({ id }) => id));
};
