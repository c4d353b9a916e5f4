import {
  type CommandDeps,
  type CommandResult,
  type EventDraft,
  type Json,
  type JsonObject,
  type StoredEvent,
  canonicalJson,
  handleCommand,
} from '#event-store';
import { type EntityHistory, type EntityId, day, effectiveFacts, foldEntities, ledgerEvents } from '#history';
import {
  type Refusal,
  type StoredText,
  type TextStore,
  checkDraft,
  checkFreeText,
  decide,
  personalDataIn,
  reformDomain,
  refusalOfProblems,
  streamRef,
} from '#reform';
import { type Clock } from '#platform';

/** What somebody asks to record in one stream, all or none. */
export interface CommandRequest {
  /** Id given by the caller, 1 to 100 characters; a repeat carries the same one and gives the first result. */
  readonly id: string;
  readonly stream: string;
  /** Pseudonymous id of who asks. */
  readonly actor: string;
  readonly actingFor?: string | null;
  /** Facts, corrections, retractions or directives. A free text stands in them as `{ content, language }`. */
  readonly drafts: readonly EventDraft[];
  /** Version of the stream that the caller saw; not given: whatever it is. */
  readonly expectedVersion?: number;
}

/** What recording needs. */
export interface RecordDeps {
  readonly commands: CommandDeps;
  readonly texts: Pick<TextStore, 'put'>;
  readonly clock: Clock;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFreeText = (value: Json): value is { readonly content: string; readonly language: StoredText['language'] } =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  typeof value['content'] === 'string' &&
  typeof value['language'] === 'string';

const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');

/** Characters of a path within an event's data, far more than the deepest field needs. */
const longestPath = 2000;

type Problems = Refusal['problems'][number][];

/** The drafts with references in place of free texts, and the texts; a repeat makes the same references. */
const withReferences = ({ commands: { digest } }: RecordDeps, { id, stream, drafts }: CommandRequest) => {
  const texts: StoredText[] = [];
  const problems: Problems = [];
  const replaced = (value: Json, path: string, event: number): Json => {
    if (isFreeText(value)) {
      const { content, language } = value;
      const problem = checkFreeText(content, path);
      if (problem) problems.push({ ...problem, event });
      const of = digest(content);
      const reference = { text: uuidOf(digest(canonicalJson([stream, id, event, path, of]))), digest: of, language };
      texts.push({ ...reference, content });
      return reference;
    }
    // Deeper than any event may be: the check of the form refuses it.
    if (path.length > longestPath) return value;
    if (Array.isArray(value)) return value.map((item: Json, index) => replaced(item, `${path}/${index}`, event));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, replaced(item, `${path}/${key}`, event)]),
    );
  };
  const referring = drafts.map((draft, event) => ({
    ...draft,
    data: replaced(draft.data, '/data', event) as JsonObject,
  }));
  return { drafts: referring, texts, problems };
};

const checkName = (value: string, path: string): Problems => {
  if (!/^[\x21-\x7e]{1,100}$/.test(value))
    return [{ code: 'invalid-value', path, expected: '1 to 100 characters of ASCII without spaces', event: 0 }];
  const found = personalDataIn(value);
  return found === null ? [] : [{ code: 'personal-data', path, expected: found, event: 0 }];
};

const checkNames = ({ id, actor, actingFor }: CommandRequest): Problems => [
  ...checkName(id, '/command/id'),
  ...checkName(actor, '/actor'),
  ...(actingFor ? checkName(actingFor, '/actingFor') : []),
];

/** The programme, its bodies and seats as they stand in the ledger now, whatever the views have read. */
const contextOf = (history: readonly StoredEvent[]): ReadonlyMap<EntityId, EntityHistory> =>
  foldEntities(reformDomain, effectiveFacts(ledgerEvents(history), reformDomain, { basis: 'ledger', day: Infinity }));

/**
 * Records what is asked, or says why not. The form is judged first, so that a text that may not be kept is never
 * written; then the free texts are kept, so that no event refers to nothing; then the rules judge on the whole history
 * of the stream and on the programme. Throws `EventStoreError` where the ledger cannot be reached; a command whose
 * answer was lost is repeated with the same id.
 */
export const recordCommand = async (deps: RecordDeps, request: CommandRequest): Promise<CommandResult<Refusal>> => {
  const { stream, expectedVersion } = request;
  const { drafts, texts, problems } = withReferences(deps, request);
  const flawed = refusalOfProblems([
    ...checkNames(request),
    ...problems,
    ...drafts.flatMap((draft, event) => checkDraft(draft, stream).map((problem) => ({ ...problem, event }))),
  ]);
  if (flawed) return { status: 'refused', refusal: flawed };
  for (const text of texts) await deps.texts.put(text);
  const programme = streamRef(stream)?.programme ?? '';
  const own = `programme-${programme}`;
  const context = programme === '' || stream === own ? undefined : contextOf(await deps.commands.store.readStream(own));
  return handleCommand(deps.commands, {
    id: request.id,
    stream,
    actor: request.actor,
    actingFor: request.actingFor ?? null,
    body: { drafts: drafts as unknown as Json },
    decide: (history) =>
      decide(history, {
        ...{ stream, drafts, today: day(deps.clock.now().day) },
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        ...(context ? { context } : {}),
      }),
  });
};
