import { type JsonObject, comparePositions } from '#event-store';
import { type Day, type EffectiveFact, type EntityId, parseDay } from '#history';
import { isCalendar } from './calendar.js';
import { checkDefinition } from './check-definition.js';
import { type Definition } from './definition.js';
import { finnishCalendar } from './finnish-calendar.js';
import { identity, mappingOf } from './mapping.js';
import {
  type CalendarVersion,
  type DirectiveProblem,
  type Directives,
  type Ending,
  type Override,
  type Version,
} from './versions.js';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const effectiveDay = (directive: EffectiveFact): Day | null => parseDay(text(directive.data['effective']));

/** A directive with the day it takes effect. */
interface Dated {
  readonly directive: EffectiveFact;
  readonly from: Day;
}

/** Directives of the types that have an effective day, by (effective day, position). */
const dated = (directives: readonly EffectiveFact[], types: readonly string[]): readonly Dated[] =>
  directives
    .filter(({ type }) => types.includes(type))
    .flatMap((directive) => {
      const from = effectiveDay(directive);
      return from === null ? [] : [{ directive, from }];
    })
    .sort((a, b) => a.from - b.from || comparePositions(a.directive.position, b.directive.position));

const publishedDefinitions = (directives: readonly EffectiveFact[]): ReadonlyMap<string, Definition> =>
  new Map(
    directives
      .filter(({ type }) => type === 'definition-published')
      .map(({ data }) => [text(data['hash']), data['definition'] as unknown as Definition]),
  );

const bindingsOf = (value: unknown): Readonly<Record<string, EntityId>> =>
  isObject(value)
    ? (Object.fromEntries(Object.entries(value).filter(([, id]) => typeof id === 'string')) as Record<string, EntityId>)
    : {};

/** How many verdicts are kept. */
const kept = 100;

// A definition is asked for in every run of the engine, and read from the ledger anew each time: what was found of it is
// kept by its text, which says all that the verdict depends on.
const judged = new Map<string, boolean>();

/** Whether a definition can be evaluated at all; what else is wrong with it was said when it was published. */
const isUsable = (definition: Definition): boolean => {
  const key = JSON.stringify(definition);
  const known = judged.get(key);
  if (known !== undefined) return known;
  const usable = !checkDefinition(definition).some(({ code }) => code === 'malformed' || code === 'cycle');
  if (judged.size >= kept) judged.clear();
  judged.set(key, usable);
  return usable;
};

type Draft = Omit<Version, 'index' | 'until'>;

const draftOf = (
  { directive, from }: Dated,
  definitions: ReadonlyMap<string, Definition>,
  before: Draft | undefined,
): Draft | DirectiveProblem['code'] => {
  const { data, id } = directive;
  const named = isObject(data['definition']) ? data['definition'] : {};
  const definition = definitions.get(text(named['hash']));
  if (typeof definition !== 'object' || definition === null) return 'definition-not-published';
  if (!isUsable(definition)) return 'definition-invalid';
  const reference = { key: text(named['key']), hash: text(named['hash']), by: id };
  if (directive.type === 'workflow-started') {
    const bindings = bindingsOf(data['bindings']);
    return { from, definition, reference, bindings, mapping: identity, start: from, startedBy: id };
  }
  if (!before) return 'no-start';
  const bindings = { ...before.bindings, ...bindingsOf(data['bindings']) };
  return { ...before, from, definition, reference, bindings, mapping: mappingOf(data['mapping']) };
};

const versionsOf = (directives: readonly EffectiveFact[], problems: DirectiveProblem[]): readonly Version[] => {
  const definitions = publishedDefinitions(directives);
  const drafts: Draft[] = [];
  for (const entry of dated(directives, ['workflow-started', 'workflow-migrated'])) {
    const draft = draftOf(entry, definitions, drafts.at(-1));
    if (typeof draft === 'string') problems.push({ directive: entry.directive.id, code: draft });
    else drafts.push(draft);
  }
  return drafts.map((draft, index) => ({ ...draft, index, until: drafts[index + 1]?.from ?? Infinity }));
};

/** Key of the calendar that a case names, as a text or `{key}`. */
const calendarKey = (directives: readonly EffectiveFact[]): string => {
  const named = directives
    .filter(({ type, data }) => type === 'workflow-started' && data['calendar'] !== undefined)
    .map(({ data }) => data['calendar'])
    .at(-1);
  return isObject(named) ? text(named['key']) : text(named);
};

const calendarsOf = (
  directives: readonly EffectiveFact[],
  problems: DirectiveProblem[],
): readonly CalendarVersion[] => {
  const key = calendarKey(directives);
  const own = directives.filter(({ type, data }) => type === 'calendar-published' && data['key'] === key);
  const calendars = dated(own, ['calendar-published']).flatMap(({ directive, from }): CalendarVersion[] => {
    const { calendar } = directive.data;
    if (isCalendar(calendar)) return [{ from, calendar, by: directive.id }];
    problems.push({ directive: directive.id, code: 'calendar-invalid' });
    return [];
  });
  return calendars.length > 0 ? calendars : [{ from: -Infinity, calendar: finnishCalendar, by: null }];
};

const endingsOf = (directives: readonly EffectiveFact[]): readonly Ending[] =>
  dated(directives, ['workflow-started', 'workflow-ended']).map(({ directive, from }) => ({
    from,
    ended: directive.type === 'workflow-ended',
    by: directive.id,
  }));

/** An override holds from its effective day, without one from the day it was recorded. */
const overridesOf = (directives: readonly EffectiveFact[]): readonly Override[] =>
  directives
    .filter(({ type }) => type === 'deadline-overridden')
    .flatMap((directive) => {
      const due = parseDay(text(directive.data['due']));
      const from = effectiveDay(directive) ?? directive.recorded;
      return due === null ? [] : [{ directive, from, due }];
    })
    .sort((a, b) => a.from - b.from || comparePositions(a.directive.position, b.directive.position))
    .map(({ directive, from, due }) => ({ from, due, item: text(directive.data['deadline']), by: directive.id }));

const withoutDay = (directives: readonly EffectiveFact[]): DirectiveProblem[] =>
  directives
    .filter(({ type }) => /^(workflow-(started|migrated|ended)|calendar-published)$/.test(type))
    .filter((directive) => effectiveDay(directive) === null)
    .map(({ id }) => ({ directive: id, code: 'no-effective-day' }));

/** Reads the directives of a case. Never throws: what cannot be acted on does nothing and is a problem. */
export const readDirectives = (directives: readonly EffectiveFact[]): Directives => {
  const problems = withoutDay(directives);
  return {
    versions: versionsOf(directives, problems),
    calendars: calendarsOf(directives, problems),
    endings: endingsOf(directives),
    overrides: overridesOf(directives),
    problems,
  };
};
