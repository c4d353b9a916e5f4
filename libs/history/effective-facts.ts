import { type JsonObject, type Position, comparePositions } from '#event-store';
import { type Day } from './day.js';
import { type Domain } from './domain.js';
import { type EffectiveFact } from './effective-fact.js';
import { type LedgerEvent } from './ledger.js';
import { occurredOn } from './occurred.js';

/** On what knowledge an answer rests (rule 2): what the ledger had recorded, or what the sources had said. */
export type Basis = 'ledger' | 'source';

/** A moment of knowledge: the end of a civil day on a basis, and no event after `through` where that is given. */
export interface Known {
  readonly basis: Basis;
  readonly day: Day;
  readonly through?: Position;
}

/** Data of `event-corrected`: the whole fact anew; the new date is the correction's own `occurred`. */
export interface CorrectionData extends JsonObject {
  readonly target: string;
  readonly schema: number;
  readonly data: JsonObject;
}

const knows = (event: LedgerEvent, nature: string, known: Known): boolean => {
  if (known.through !== undefined && comparePositions(event.position, known.through) > 0) return false;
  if (nature === 'record') return false;
  if (known.basis === 'ledger') return event.recorded <= known.day;
  // Directives are selected by their effective day alone, which derive reads (rule 2).
  return nature === 'directive' || event.learned <= known.day;
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const targetOf = (event: LedgerEvent): string =>
  typeof event.envelope.data['target'] === 'string' ? event.envelope.data['target'] : '';

const stated = (original: LedgerEvent, by: LedgerEvent, domain: Domain): EffectiveFact => {
  const { envelope } = by;
  const corrected = original !== by;
  const restated = corrected && isObject(envelope.data['data']) ? envelope.data['data'] : envelope.data;
  const restatedSchema = envelope.data['schema'];
  const { earliest, latest, afterSource } = occurredOn(
    envelope.occurred,
    by.learned,
    domain.foretold(original.envelope.type),
  );
  return {
    id: original.envelope.id,
    type: original.envelope.type,
    schema: corrected && typeof restatedSchema === 'number' ? restatedSchema : envelope.schema,
    stream: original.envelope.stream,
    nature: domain.nature(original.envelope.type) === 'directive' ? 'directive' : 'fact',
    position: original.position,
    statedBy: envelope.id,
    statedAt: by.position,
    learned: by.learned,
    firstLearned: original.learned,
    recorded: by.recorded,
    occurred: envelope.occurred,
    interval: { earliest, latest },
    afterSource,
    source: envelope.source,
    actor: envelope.actor,
    data: restated,
  };
};

/**
 * F(K), rule 4: the facts and directives known by K, less those retracted by K, each with its last correction known by
 * K, in ledger order. A correction or retraction whose target is not known, or is of another stream, does nothing.
 */
export const effectiveFacts = (
  events: readonly LedgerEvent[],
  domain: Domain,
  known: Known,
): readonly EffectiveFact[] => {
  const originals = new Map<string, LedgerEvent>();
  const statements = new Map<string, LedgerEvent>();
  const changes: LedgerEvent[] = [];
  for (const event of events) {
    const nature = domain.nature(event.envelope.type);
    if (nature === null || !knows(event, nature, known)) continue;
    if (nature === 'correction' || nature === 'retraction') changes.push(event);
    else originals.set(event.envelope.id, event);
  }
  for (const change of changes) {
    const target = originals.get(targetOf(change));
    if (target?.envelope.stream !== change.envelope.stream) continue;
    if (domain.nature(change.envelope.type) === 'retraction') originals.delete(target.envelope.id);
    else statements.set(target.envelope.id, change);
  }
  return [...originals.values()].map((original) =>
    stated(original, statements.get(original.envelope.id) ?? original, domain),
  );
};
