import { caseStream, loadCase } from '#cases';
import { type FactBase } from '#facts';
import { type Day, type LedgerEvent, parseDay } from '#history';
import { type AnnouncedItem, type CaseSlice } from '#views';
import { type RecordData, type ResolvedCase, derive, resolveCase, standingAt, versionAt } from '#workflow';
import { type Fixed } from './asked.js';

const dayOrNull = (text: string | null): number | null => (text === null ? null : parseDay(text));

/** The records by which rule 15 compares what was told: only on basis ledger, for the day of knowledge itself. */
const recordsToCompare = async (
  facts: FactBase,
  caseId: string,
  fixed: Fixed,
): Promise<readonly LedgerEvent[] | null> =>
  fixed.cited.basis === 'ledger' && fixed.on === fixed.cited.day
    ? facts.records([caseStream(caseId)], fixed.known)
    : null;

/** What each item was last announced to be. */
const announcedItems = (records: readonly LedgerEvent[]): ReadonlyMap<string, AnnouncedItem> =>
  new Map(
    records.map(({ envelope }) => {
      const { item, is, since, due } = envelope.data as RecordData;
      return [item, { state: is, since: dayOrNull(since), due: dayOrNull(due) }];
    }),
  );

/** The definition that judges a day; before the case's first day the one that it starts with. */
const definitionOn = ({ versions }: ResolvedCase, on: Day): CaseSlice['definition'] => {
  const version = versionAt(versions, on) ?? versions[0];
  if (!version) return { key: '', hash: '', names: {} };
  const { key, hash } = version.reference;
  return { key, hash, names: version.definition.names };
};

/** Places of the phases as the definition of a day lists them: people read phases in the order in which they come. */
const phasePlaces = ({ versions }: ResolvedCase, on: Day): ReadonlyMap<string, number> => {
  const phases = (versionAt(versions, on) ?? versions[0])?.definition.phases ?? [];
  return new Map(phases.map(({ key }, place) => [`phase:${key}`, place]));
};

/** Items with the phases in their places, and all others after them as they stood. */
const inPlaces = <T>(items: readonly T[], keyOf: (item: T) => string, places: ReadonlyMap<string, number>): T[] =>
  [...items].sort((a, b) => (places.get(keyOf(a)) ?? places.size) - (places.get(keyOf(b)) ?? places.size));

/** A case at a moment with what stands in it. */
export interface ReadCase {
  readonly resolved: ResolvedCase;
  readonly slice: CaseSlice;
  /** The records by K, where what was told is compared; else null. */
  readonly records: readonly LedgerEvent[] | null;
}

/** Reads a case as a view shows it; null where none was known to be started. `drawn`: over all days too. */
export const readCase = async (
  facts: FactBase,
  caseId: string,
  fixed: Fixed,
  drawn: boolean,
): Promise<ReadCase | null> => {
  const input = await loadCase(facts, caseId, fixed.known);
  if (input === null) return null;
  const resolved = resolveCase(input);
  const standing = standingAt(resolved, fixed.on);
  const places = phasePlaces(resolved, fixed.on);
  const records = await recordsToCompare(facts, caseId, fixed);
  return {
    resolved,
    records,
    slice: {
      id: caseId,
      definition: definitionOn(resolved, fixed.on),
      items: inPlaces([...standing.items.values()], ({ key }) => key, places),
      ...(records ? { announced: announcedItems(records) } : {}),
      ...(drawn ? { derived: new Map(inPlaces([...derive(resolved)], ([key]) => key, places)) } : {}),
    },
  };
};
