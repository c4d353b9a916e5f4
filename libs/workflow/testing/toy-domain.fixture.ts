import { type JsonObject, position } from '#event-store';
import {
  type Domain,
  type EffectiveFact,
  type EntityId,
  type EntityKind,
  type EntityState,
  type Nature,
  day,
  isoOfDay,
  occurredOn,
} from '#history';
import { type CaseInput, type Definition, caseInputOf } from '../index.js';

/** A made-up domain of a reform, areas and measures, small enough to see through; facts are `<kind>-<status>`. */
const statuses: Readonly<Record<string, readonly string[]>> = {
  reform: ['announced', 'proposed', 'passed', 'ratified', 'in-force', 'lapsed', 'withdrawn', 'rejected', 'superseded'],
  responsibility: ['held', 'held-by-county'],
  programme: ['launched', 'closed'],
  measure: ['planned', 'started', 'suspended', 'ended'],
  milestone: ['set', 'reached', 'dropped'],
  decision: ['requested', 'approved', 'rejected'],
};

const reformStatus: Readonly<Record<string, string>> = {
  'reform-announced': 'announced',
  'government-proposal-submitted': 'proposed',
  'laws-passed': 'passed',
  'laws-ratified': 'ratified',
  'laws-in-force': 'in-force',
  'county-councils-started': 'in-force',
  'reform-lapsed': 'lapsed',
};

const directives = [
  'definition-published',
  'calendar-published',
  'workflow-started',
  'workflow-migrated',
  'workflow-ended',
  'deadline-overridden',
];

const kindOf = (type: string): string | null =>
  type in reformStatus ? 'reform' : (Object.keys(statuses).find((kind) => type.startsWith(`${kind}-`)) ?? null);

const statusOf = (type: string): string => reformStatus[type] ?? type.slice(type.indexOf('-') + 1);

/** Any status may follow any; what has ended may not go on. */
const kind = (name: string): EntityKind => ({
  kind: name,
  steering: ['phases', 'startsOn', 'refinedOn', 'started', 'due', 'after', 'subject', 'body', 'owner'],
  step: (state, fact): EntityState | null => {
    if (state?.status === 'ended' || state?.status === 'lapsed') return null;
    const status = statusOf(fact.type);
    const { earliest, latest } = fact.interval;
    const started =
      fact.type === 'measure-started' ? { started: { earliest: isoOfDay(earliest), latest: isoOfDay(latest) } } : {};
    return { ...state, ...(fact.data['set'] as JsonObject | undefined), ...started, status };
  },
});

/** The domain. */
export const toyDomain: Domain = {
  nature: (type): Nature | null => (directives.includes(type) ? 'directive' : kindOf(type) === null ? null : 'fact'),
  foretold: (type) => type === 'responsibility-held-by-county' || type === 'laws-in-force',
  touches: ({ type, data }) => {
    const name = kindOf(type);
    const entity = data['of'];
    if (name === null || typeof entity !== 'string') return [];
    return [{ entity, kind: name, within: (data['within'] ?? {}) as Record<string, string> }];
  },
  kinds: Object.fromEntries(Object.keys(statuses).map((name) => [name, kind(name)])),
};

/** A fact or directive to write down in a test. */
export interface Told {
  readonly type: string;
  readonly on?: string | null;
  readonly data: JsonObject;
  readonly learned?: string;
  readonly id?: string;
  /** Id of a correction that states it now, recorded at the end. */
  readonly corrected?: string;
}

/** What is told, as F(K) has it: positions 1, 2, 3 ... in order; learned long after unless said. */
export const effective = (told: readonly Told[]): readonly EffectiveFact[] =>
  told.map(({ type, on = null, data, learned = '2030-01-01', id, corrected }, index) => {
    const nature = toyDomain.nature(type) === 'directive' ? 'directive' : 'fact';
    const { earliest, latest, afterSource } = occurredOn(on, day(learned), toyDomain.foretold(type));
    const own = id ?? `e${index + 1}`;
    const at = position(index + 1);
    return {
      id: own,
      type,
      schema: 1,
      stream: 'toy',
      nature,
      position: at,
      statedBy: corrected ?? own,
      statedAt: corrected === undefined ? at : position(1000 + index),
      learned: day(learned),
      firstLearned: day(learned),
      recorded: day(learned),
      occurred: on,
      interval: { earliest, latest },
      afterSource,
      source: null,
      actor: 'tester',
      data,
    };
  });

/** The input of the case that everything told belongs to. */
export const toyCase = (told: readonly Told[]): CaseInput =>
  caseInputOf(toyDomain, effective(told), { caseId: 'toy', entity: () => true, directive: () => true });

/** Publishes a definition under its key as its hash. */
export const published = (definition: Definition): Told => ({
  type: 'definition-published',
  id: `published-${definition.key}`,
  data: { key: definition.key, hash: `hash-${definition.key}`, definition: definition as unknown as JsonObject },
});

const bound = { reform: 'reform:new', programme: 'programme:p', area: 'area:01' };

/** Starts the toy case. */
export const started = (key: string, effectiveDay: string, bindings: JsonObject = bound): Told => ({
  type: 'workflow-started',
  id: 'start',
  data: { case: 'toy', definition: { key, hash: `hash-${key}` }, bindings, effective: effectiveDay },
});

/** Migrates it. */
export const migrated = (key: string, effectiveDay: string, more: JsonObject = {}): Told => ({
  type: 'workflow-migrated',
  data: { definition: { key, hash: `hash-${key}` }, effective: effectiveDay, mapping: 'identity', ...more },
});

/** A fact of an entity. */
export const fact = (type: string, of: EntityId, on: string | null, data: JsonObject = {}): Told => ({
  type,
  on,
  data: { of, ...data },
  id: `${type} ${of}`,
});
