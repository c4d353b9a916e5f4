import { type Basis, type Day, type Domain, type EffectiveFact, type LedgerEvent, effectiveFacts } from '#history';

/** An event with its number in the ledger: 1, 2, 3 ... whatever the positions of the store look like. */
export interface NumberedEvent extends LedgerEvent {
  readonly seq: number;
}

/** A fact with every correction and retraction that names it, in ledger order: all that decides whether and how it stands. */
export interface Family {
  readonly original: NumberedEvent;
  readonly changes: readonly NumberedEvent[];
}

/** A place on the axis of knowledge: an event's number on basis ledger, a day on basis source. */
export type KnownKey = number;

/** From which place on an event of facts is known. */
export const knownFrom = (basis: Basis, event: NumberedEvent): KnownKey =>
  basis === 'ledger' ? event.seq : event.learned;

const everything: { basis: Basis; day: Day } = { basis: 'ledger', day: Infinity };

/** The fact as it stands where exactly these of its family's events are known; null where it does not. */
export const standing = (
  domain: Domain,
  family: Family,
  isKnown: (event: NumberedEvent) => boolean,
): EffectiveFact | null => {
  if (!isKnown(family.original)) return null;
  const events = [family.original, ...family.changes.filter(isKnown)];
  return effectiveFacts(events, domain, everything)[0] ?? null;
};

/** Every statement of a fact that some moment of knowledge may hold: the original's and each correction's. */
export const statements = (domain: Domain, family: Family): readonly EffectiveFact[] =>
  [null, ...family.changes].flatMap(
    (change) => standing(domain, family, (event) => event === family.original || event === change) ?? [],
  );

/** Id of the event that a correction or retraction names; empty where it names none. */
export const targetOf = (event: LedgerEvent): string => {
  const target = event.envelope.data['target'];
  return typeof target === 'string' ? target : '';
};

/** Gathers families from events in ledger order; a change whose fact is not among them is left out. */
export const familiesOf = (domain: Domain, events: readonly NumberedEvent[]): readonly Family[] => {
  const families = new Map<string, { original: NumberedEvent; changes: NumberedEvent[] }>();
  const changes: NumberedEvent[] = [];
  for (const event of events) {
    const nature = domain.nature(event.envelope.type);
    if (nature === 'fact' || nature === 'directive') families.set(event.envelope.id, { original: event, changes: [] });
    else if (nature === 'correction' || nature === 'retraction') changes.push(event);
  }
  for (const change of changes) families.get(targetOf(change))?.changes.push(change);
  return [...families.values()];
};
