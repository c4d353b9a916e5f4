import { canonicalJson } from './canonical.js';
import { type CommandReference, type Envelope } from './envelope.js';
import { EventStoreError } from './errors.js';
import { eventIdOf } from './event-id.js';
import { type AppendOutcome, type EventStore, type StoredEvent, type StreamVersion } from './event-store.js';
import { type JsonObject } from './json.js';
import { type Position } from './position.js';

/** What an event says of itself; the rest of the envelope comes with the command and the moment. */
export type EventDraft = Pick<Envelope, 'type' | 'schema' | 'occurred' | 'source' | 'learned' | 'causation' | 'data'>;

/** What a rule makes of a command: events to record (none: nothing to do), or why not. */
export type Decision<Refusal> = { readonly accepted: readonly EventDraft[] } | { readonly refused: Refusal };

/** What a command needs from outside; nothing here reads a clock by itself. */
export interface CommandDeps {
  readonly store: EventStore;
  /** The moment of recording, see `Envelope.recordedAt`. */
  readonly stamp: () => string;
  /** A new UUID: the correlation of a command that names none. */
  readonly newId: () => string;
  /** SHA-256 of a text's UTF-8, in hex. */
  readonly digest: (text: string) => string;
  /** Release of the software. */
  readonly release: string;
}

export interface Command<Refusal> {
  /** Id given by the caller; a repeat carries the same one. */
  readonly id: string;
  readonly stream: string;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly correlation?: string;
  /** What is asked; its canonical text, the actor and whom he acts for are what a repeat must have in common. */
  readonly body: JsonObject;
  /** Pure; called again on the newer history when another writer was first. */
  readonly decide: (events: readonly StoredEvent[]) => Decision<Refusal>;
}

/** The same id came before with another body, actor or role. */
export interface CommandReused {
  readonly code: 'command-reused';
  readonly command: string;
}

export type CommandResult<Refusal> =
  | {
      readonly status: 'accepted';
      /** Whether this is the result of an earlier run of the same command. */
      readonly repeated: boolean;
      /** Ids of the events that the command recorded, in order. */
      readonly events: readonly string[];
      /** Version of the stream after them. */
      readonly version: StreamVersion;
      /** Position of the last of them; of the stream's last event where the command recorded none (null: no stream). */
      readonly position: Position | null;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal | CommandReused };

/** Loads and decides so often before it gives up: more than any number of writers that one stream should have. */
const attempts = 50;

const accepted = <Refusal>(
  events: readonly StoredEvent[],
  of: { repeated: boolean; version: StreamVersion },
): CommandResult<Refusal> => ({
  status: 'accepted',
  repeated: of.repeated,
  events: of.repeated ? events.map((event) => event.envelope.id) : [],
  version: of.version,
  position: events.at(-1)?.position ?? null,
});

/** The first result of a command that the stream already holds, or null. */
const earlierResult = <Refusal>(
  events: readonly StoredEvent[],
  command: CommandReference,
): CommandResult<Refusal> | null => {
  const own = events.filter((event) => event.envelope.command.id === command.id);
  const last = own.at(-1);
  if (last === undefined) return null;
  if (own.some((event) => event.envelope.command.fingerprint !== command.fingerprint))
    return { status: 'refused', refusal: { code: 'command-reused', command: command.id } };
  return accepted(own, { repeated: true, version: last.version });
};

const complete = <Refusal>(
  deps: CommandDeps,
  command: Command<Refusal>,
  reference: CommandReference,
  drafts: readonly EventDraft[],
): readonly Envelope[] => {
  const recordedAt = deps.stamp();
  const correlation = command.correlation ?? deps.newId();
  return drafts.map((draft, index) => ({
    ...draft,
    id: eventIdOf(deps.digest, [command.stream, command.id, index]),
    stream: command.stream,
    recordedAt,
    actor: command.actor,
    actingFor: command.actingFor,
    command: reference,
    correlation,
    release: deps.release,
  }));
};

const isLostAnswer = (error: unknown): error is EventStoreError =>
  error instanceof EventStoreError && error.code === 'unavailable' && error.persistence === 'unknown';

/** Reads; after a lost answer a failure to read leaves the fate of the events unknown, and says so. */
const load = async (store: EventStore, stream: string, lost: EventStoreError | null) => {
  try {
    return await store.readStream(stream);
  } catch (error) {
    throw lost ?? error;
  }
};

/** Appends; null where nobody knows what became of it, which the next load will show. */
const tryAppend = async (
  store: EventStore,
  request: Parameters<EventStore['append']>[0],
): Promise<AppendOutcome | EventStoreError> => {
  try {
    return await store.append(request);
  } catch (error) {
    if (isLostAnswer(error)) return error;
    throw error;
  }
};

/**
 * Loads a stream, lets the rule decide and appends at exactly the version it saw. The stream itself makes a command count
 * once, on every store: its events carry the command's id, so a repeat (after a lost answer, a crash, from another
 * process) finds them and gives the first result; the same id with another body is refused. A command that recorded
 * nothing leaves no trace and is decided again. A conflict loads and decides anew, at most 50 times, then throws
 * `conflict-persists`.
 */
export const handleCommand = async <Refusal>(
  deps: CommandDeps,
  command: Command<Refusal>,
): Promise<CommandResult<Refusal>> => {
  const { stream, actor, actingFor, body } = command;
  const reference = { id: command.id, fingerprint: deps.digest(canonicalJson({ actor, actingFor, body })) };
  let lost: EventStoreError | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const history = await load(deps.store, stream, lost);
    const earlier = earlierResult<Refusal>(history, reference);
    if (earlier !== null) return earlier;
    const decision = command.decide(history);
    if ('refused' in decision) return { status: 'refused', refusal: decision.refused };
    const version = history.at(-1)?.version ?? 0;
    if (decision.accepted.length === 0) return accepted(history, { repeated: false, version });
    const events = complete(deps, command, reference, decision.accepted);
    const outcome = await tryAppend(deps.store, { stream, expectedVersion: version, events });
    if (outcome instanceof EventStoreError) lost = outcome;
    else if (outcome.status === 'appended')
      return {
        status: 'accepted',
        repeated: false,
        events: events.map((event) => event.id),
        version: outcome.version,
        position: outcome.position,
      };
  }
  if (lost !== null) throw lost;
  throw new EventStoreError({
    code: 'conflict-persists',
    message: `Others kept writing to ${stream} first. Nothing was recorded; try again.`,
    fields: { stream, attempts },
  });
};
