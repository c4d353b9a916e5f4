import { type Envelope, type JsonObject, canonicalJson } from '#event-store';
import { type StoredText } from '#reform';
import { type Digest, commandOf, eventOf, idOf } from '../items/ids.js';
import { type Statement } from '../items/statement.js';
import { type PlannedItem } from '../planning/plan-import.js';

/** Who imports, and what every event of the run has in common. */
export interface Recording {
  readonly actor: string;
  readonly actingFor: string | null;
  readonly correlation: string;
  readonly release: string;
  readonly digest: Digest;
  readonly stamp: () => string;
}

/** An event that is ready but for the moment of its recording, with the texts that it refers to. */
export interface Ready {
  readonly envelope: Omit<Envelope, 'recordedAt'>;
  readonly texts: readonly StoredText[];
}

type Told = Pick<Envelope, 'type' | 'schema' | 'occurred' | 'source' | 'learned' | 'data'>;

const ready = (recording: Recording, stream: string, command: string, told: Told): Ready['envelope'] => {
  const { actor, actingFor, correlation, release, digest } = recording;
  const { type, schema, occurred, source, learned, data } = told;
  const body: JsonObject = { type, schema, occurred, source: source && { ...source }, learned, data };
  return {
    id: eventOf(digest, stream, command),
    ...{ type, schema, stream, occurred, actor, actingFor, source, learned },
    command: { id: command, fingerprint: digest(canonicalJson({ actor, actingFor, body })) },
    ...{ correlation, causation: null, release, data },
  };
};

/** The event of a new item. */
export const eventOfItem = (recording: Recording, statement: Statement): Ready => ({
  envelope: ready(recording, statement.stream, commandOf(statement.scope, statement.item), statement),
  texts: statement.texts,
});

const reference = (recording: Recording, identity: string, reason: string): StoredText => {
  const of = recording.digest(reason);
  const text = idOf(recording.digest, canonicalJson([identity, 'reason', of]));
  return { text, digest: of, language: 'en', content: reason };
};

/**
 * The correction of a changed item. Its command names what it corrects and to what, so that the same correction comes
 * once, and a value that goes back and forth is corrected each time.
 */
export const correctionOf = (
  recording: Recording,
  { statement, recorded }: Extract<PlannedItem, { status: 'changed' }>,
  reason: string,
): Ready => {
  const { occurred, source, learned, data, schema } = statement;
  const content = canonicalJson([recorded.statedBy, occurred, source && { ...source }, learned, data]);
  const command = `${commandOf(statement.scope, statement.item)}#${recording.digest(content).slice(0, 16)}`;
  const why = reference(recording, command, reason);
  const { content: _, ...cited } = why;
  const correction: Told = {
    ...{ type: 'event-corrected', schema: 1, occurred, source, learned },
    data: { target: recorded.id, schema, data, reason: { ...cited } },
  };
  return { envelope: ready(recording, statement.stream, command, correction), texts: [...statement.texts, why] };
};
