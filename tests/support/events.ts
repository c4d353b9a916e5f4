import { randomUUID } from 'node:crypto';
import { type Envelope, type JsonObject } from '#event-store';

/** A stream name that no other case uses. */
export const freshStream = (): string => `case-${randomUUID()}/A`;

/** A plain event; what a case is about, it states. */
export const anEvent = (stream: string, data: JsonObject = {}, stated: Partial<Envelope> = {}): Envelope => ({
  id: randomUUID(),
  type: 'measure-started',
  schema: 1,
  stream,
  occurred: '2021-06',
  recordedAt: '2026-11-22T14:17:00.123+02:00',
  actor: 'person-1',
  actingFor: null,
  source: { id: 'plan-2', locator: 'p. 7' },
  learned: '2021-06-21',
  command: { id: 'command-1', fingerprint: '00' },
  correlation: 'correlation-1',
  causation: null,
  release: 'test',
  data,
  ...stated,
});

/** Plain events of one stream, numbered in `data.n` from 1. */
export const someEvents = (stream: string, count: number): readonly Envelope[] =>
  Array.from({ length: count }, (_, index) => anEvent(stream, { n: index + 1 }));
