import { type EventStore, type Position } from '#event-store';
import { type Known, type LedgerEvent, ledgerEvents } from '#history';
import {
  type AreaTimeline,
  type CountryOverview,
  type LedgerPage,
  type ProgrammeOverview,
  areaTimeline,
  countryOverview,
  ledgerPage,
  programmeOverview,
} from '#views';
import { type Runtime } from '../runtime.js';
import { type Asked, fix } from './asked.js';
import { canBePosition } from './given-out.js';
import { eventTypeNames } from './names.js';
import { readingOf } from './reading.js';

/** The timeline of an area at a moment. */
export const readArea = async (runtime: Runtime, area: string, asked: Asked): Promise<AreaTimeline> =>
  areaTimeline(area, await readingOf(runtime, { kind: 'area', area }, await fix(runtime.facts, asked)));

/** The overview of a programme at a moment. */
export const readProgramme = async (runtime: Runtime, programme: string, asked: Asked): Promise<ProgrammeOverview> =>
  programmeOverview(
    programme,
    await readingOf(runtime, { kind: 'programme', programme }, await fix(runtime.facts, asked)),
  );

/** The overview of the country at a moment. */
export const readCountry = async (runtime: Runtime, asked: Asked): Promise<CountryOverview> =>
  countryOverview(await readingOf(runtime, { kind: 'country' }, await fix(runtime.facts, asked)));

/** Which part of the ledger: what follows a position. */
export interface LedgerAsked {
  readonly after: Position | null;
  readonly limit: number;
}

const previousOf = ({ after, limit }: LedgerAsked): string | null => {
  // Only where positions are dense can the start of the page before be told without reading backwards.
  if (after === null || after.includes('/')) return null;
  const start = BigInt(after) - BigInt(limit);
  return String(start > 0n ? start : 0n);
};

/** A page of the ledger, as the store holds it now. */
export const readLedger = async ({ store }: Runtime, asked: LedgerAsked): Promise<LedgerPage> => {
  const [stored, head] = await Promise.all([
    store.readAll({ after: asked.after, limit: asked.limit + 1 }),
    store.head(),
  ]);
  const events: readonly LedgerEvent[] = ledgerEvents(stored);
  return ledgerPage({ events, limit: asked.limit, head, previous: previousOf(asked), eventTypes: eventTypeNames });
};

/** The position that a text names, null of none and of 0, the start; undefined of what cannot be one of this store. */
export const positionOrStart = (store: EventStore, text: string | undefined): Position | null | undefined => {
  if (text === undefined || /^0*$/.test(text)) return null;
  return canBePosition(store, text) ? text : undefined;
};

/** Whether two moments of knowledge are the same. */
export const sameKnown = (a: Known, b: Known): boolean => a.basis === b.basis && a.day === b.day;
