import { type EventDraft, type JsonObject, handleCommand } from '#event-store';
import { definitionHash, planThreePhases } from '#workflow';
import { type MemoryRuntime } from './memory-runtime.js';

/** What a test records: the rest is filled in. */
export interface Recording {
  readonly stream: string;
  readonly type: string;
  readonly occurred?: string | null;
  readonly data: JsonObject;
}

let count = 0;

/** Records an event as a command of its own; throws where it is refused. */
export const record = async (
  runtime: MemoryRuntime,
  { stream, type, occurred = null, data }: Recording,
): Promise<string> => {
  count += 1;
  const draft: EventDraft = { type, schema: 1, occurred, source: null, learned: null, causation: null, data };
  const result = await handleCommand(runtime.commands, {
    id: `test-${count}`,
    stream,
    actor: 'tester',
    actingFor: null,
    body: { type, occurred, data },
    decide: () => ({ accepted: [draft] }),
  });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusal));
  return result.events[0] as string;
};

/** Publishes the definition of three phases and starts a case of a made-up programme from a day on. */
export const startSmallCase = async (runtime: MemoryRuntime, programme: string, effective: string): Promise<void> => {
  const hash = definitionHash(planThreePhases, runtime.commands.digest);
  const { key } = planThreePhases;
  await record(runtime, {
    stream: `definition-${key}`,
    type: 'definition-published',
    data: { key, hash, definition: planThreePhases as unknown as JsonObject },
  });
  await record(runtime, {
    stream: `case-${programme}`,
    type: 'workflow-started',
    data: {
      case: programme,
      definition: { key, hash },
      bindings: { reform: 'reform:made-up', programme: `programme:${programme}`, area: 'area:04' },
      effective,
    },
  });
};
