import { type FactBase, type Slice } from '#facts';
import { type Known } from '#history';
import { catalogue } from '#reform';
import { type Names, namesFrom } from '#views';

/** Names of the event types, from the catalogue. */
export const eventTypeNames: Readonly<Record<string, Names>> = Object.fromEntries(
  [...catalogue.values()].map(({ type, names }) => [type, names]),
);

const code = (entity: string): string => entity.slice(entity.lastIndexOf('/') + 1).replace(/^area:/, '');

const nameIn = (slice: Slice): Names => namesFrom(slice.run.findLast((state) => state !== null)?.['name']);

const isNamed = (names: Names): boolean => Object.keys(names).length > 0;

/**
 * Names of organisations by code, as far as the ledger knows them at that moment: municipalities by their membership on
 * any day, counties by their area.
 */
export const organisationNames = async (facts: FactBase, known: Known): Promise<Readonly<Record<string, Names>>> => {
  const slices = await facts.slices({ kinds: ['membership', 'area'] }, Infinity, known);
  return Object.fromEntries(
    slices
      .map((slice) => [`${slice.kind === 'area' ? 'county' : 'municipality'}:${code(slice.entity)}`, nameIn(slice)])
      .filter((entry): entry is [string, Names] => isNamed(entry[1] as Names)),
  );
};
