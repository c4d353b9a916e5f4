import { type EventDraft, type JsonObject, type StoredEvent, canonicalJson, position } from '#event-store';
import { type Day, day, iso } from '#history';
import { catalogue } from '../catalogue/catalogue.js';

/** A draft of an event without a source. */
export const draft = (type: string, occurred: string | null, data: JsonObject): EventDraft => ({
  type,
  schema: catalogue.get(type)?.schema ?? 1,
  occurred,
  source: null,
  learned: null,
  causation: null,
  data,
});

/** A draft that a source states, known from a day. */
export const stated = (type: string, occurred: string | null, learned: string, data: JsonObject): EventDraft => ({
  ...draft(type, occurred, data),
  source: { id: 'register', locator: null },
  learned,
});

/** Id of the n-th event of a stored stream, from 1. */
export const idOf = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

/** Drafts as a store would give them back, recorded on a day, the first at a version. */
export const stored = (
  stream: string,
  drafts: readonly EventDraft[],
  recorded: Day | string = '2026-11-22',
  firstVersion = 1,
): readonly StoredEvent[] => {
  const on = typeof recorded === 'string' ? day(recorded) : recorded;
  return drafts.map((event, index) => {
    const version = firstVersion + index;
    const envelope = {
      ...event,
      id: idOf(version),
      stream,
      recordedAt: `${iso(on)}T12:00:00.000+02:00`,
      actor: 'importer',
      actingFor: null,
      command: { id: 'c', fingerprint: 'f' },
      correlation: 'c',
      release: 'test',
    };
    return { position: position(version), version, text: canonicalJson(envelope), envelope };
  });
};
