import { type Day, type Interval, parseEdtf, valueAt } from '#history';
import { stated } from './aspect.js';
import { type Calendar, workingDayFrom } from './calendar.js';
import { cite, citeAspect, citing } from './cite.js';
import { type AttributeReference, type FactPredicate } from './condition.js';
import { type Anchor, type DeadlineTemplate } from './definition.js';
import { evaluate, gatePlace } from './evaluate.js';
import { type Inquiry, ancestors, momentOf } from './inquiry.js';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { type Moment, courseAt, overAt } from './moment.js';
import { dateMeant, factTypes, matchingFacts } from './predicates.js';
import { addSpan } from './span.js';
import { type ItemKey } from './standing.js';
import { no, unknown, yes } from './truth.js';
import { type Override, type Version, calendarAt } from './versions.js';

/** A deadline of a version. */
export type DeadlineItem = Extract<Item, { kind: 'deadline' }>;

/** A certain anchor: the days it can mean, and what says so. */
interface Certain {
  readonly interval: Interval;
  readonly cites: readonly string[];
}

const opened = (inquiry: Inquiry, moment: Moment, key: ItemKey): readonly Certain[] => {
  const item = inquiry.items(moment.version).get(key);
  const since = item ? inquiry.openSince(moment.version, item, moment.day) : null;
  return since ? [{ interval: { earliest: since.possible, latest: since.certain }, cites: [] }] : [];
};

const ofAttribute = (moment: Moment, { of, attribute }: AttributeReference): readonly Certain[] => {
  const course = courseAt(moment, of);
  if (!course) return [];
  const aspect = stated(course, attribute);
  const value = valueAt(aspect, moment.day)[0];
  const interval = typeof value === 'string' ? parseEdtf(value) : null;
  return interval ? [{ interval, cites: citeAspect(moment, course, aspect) }] : [];
};

const ofFact = (moment: Moment, predicate: FactPredicate): readonly Certain[] => {
  const types = factTypes(moment, predicate, moment.day);
  if (types.length !== 1) return [];
  return (types[0] ?? [])
    .flatMap((type) => matchingFacts(moment, predicate, type))
    .filter(({ interval }) => interval.latest <= moment.day)
    .map((fact) => ({ interval: fact.interval, cites: citing([fact]) }));
};

/** What an anchor is on a day; nothing while it is not certain. Of several possible states the last certain one counts. */
const certainAnchors = (inquiry: Inquiry, moment: Moment, anchor: Anchor): readonly Certain[] => {
  if ('attribute' in anchor) return ofAttribute(moment, anchor.attribute);
  if ('fact' in anchor) return ofFact(moment, anchor.fact);
  if ('phase' in anchor) return opened(inquiry, moment, `phase:${anchor.phase}`);
  if ('gate' in anchor) {
    const gate = gatePlace(moment, anchor.gate, anchor.of);
    return gate ? opened(inquiry, moment, gate.place.item ?? '') : [];
  }
  const interval = dateMeant(moment, anchor.date);
  return interval ? [{ interval, cites: anchor.date === '$start' ? [moment.version.startedBy] : [] }] : [];
};

const lastAnchor = (inquiry: Inquiry, moment: Moment, { anchors }: DeadlineTemplate): Certain | null =>
  anchors
    .flatMap((anchor) => certainAnchors(inquiry, moment, anchor))
    .reduce<Certain | null>((last, one) => (last && last.interval.latest > one.interval.latest ? last : one), null);

const dueDay = (template: DeadlineTemplate, calendar: Calendar, anchor: Day): Day | null => {
  if (!Number.isFinite(anchor)) return null;
  const due = addSpan(anchor, template.after, calendar);
  return template.move === 'next-working-day' ? workingDayFrom(calendar, due) : due;
};

/** The last override of a deadline, also by the key that it had before a migration. */
const overrideOf = (inquiry: Inquiry, version: Version, item: DeadlineItem, day: Day): Override | null => {
  const { overrides, versions } = inquiry.of;
  const past = overrides.filter(({ from }) => from <= day);
  if (past.length === 0) return null;
  const names = new Set(
    versions.slice(0, version.index + 1).flatMap((target) => ancestors(inquiry, version, item.key, target)),
  );
  return past.findLast((override) => names.has(override.item)) ?? null;
};

interface Due {
  readonly due: Day | null;
  readonly earliestDue: Day | null;
  readonly cites: readonly string[];
}

const dueOf = (inquiry: Inquiry, version: Version, item: DeadlineItem, day: Day): Due | null => {
  const override = overrideOf(inquiry, version, item, day);
  if (override) return { due: override.due, earliestDue: null, cites: [override.by] };
  const moment = momentOf(inquiry, version, item, day);
  const anchor = lastAnchor(inquiry, moment, item.template);
  if (!anchor) return null;
  const { calendar, by } = calendarAt(inquiry.of.calendars, day);
  const due = dueDay(item.template, calendar, anchor.interval.latest);
  const earliest = dueDay(item.template, calendar, anchor.interval.earliest);
  const timed = item.template.move !== undefined || typeof item.template.after === 'object';
  const cites = timed && by !== null ? [...anchor.cites, by] : anchor.cites;
  return { due, earliestDue: earliest === due ? null : earliest, cites };
};

/** The due day on a day, for the days on which it passes. */
export const dueAt = (inquiry: Inquiry, version: Version, item: DeadlineItem, day: Day): Day | null =>
  dueOf(inquiry, version, item, day)?.due ?? null;

const none: Judgement = { kind: 'deadline', state: 'none', due: null, earliestDue: null, unconfirmed: false };

/** Rule 11: none, set, met, reached or dropped on a day. Met stays met; what the case's end leaves open is dropped. */
export const judgeDeadline = (inquiry: Inquiry, version: Version, item: DeadlineItem, day: Day): Judgement => {
  const found = dueOf(inquiry, version, item, day);
  if (!found) return none;
  const { due, earliestDue } = found;
  const moment = momentOf(inquiry, version, item, day);
  const { met, drop } = item.template;
  const truth = evaluate(met, moment);
  const base = { kind: 'deadline', due, earliestDue, unconfirmed: false } as const;
  if (truth === yes) return { ...base, state: 'met' };
  const dropped = drop === undefined ? no : evaluate(drop, moment);
  if (dropped === yes || overAt(moment) === yes) return { ...base, state: 'dropped' };
  if (due === null || due >= day) return { ...base, state: 'set' };
  return { ...base, state: 'reached', unconfirmed: truth === unknown };
};

/** What a deadline's state rests on: its anchor, and what met or dropped it. */
export const citeDeadline = (inquiry: Inquiry, version: Version, item: DeadlineItem, day: Day): readonly string[] => {
  const cites = dueOf(inquiry, version, item, day)?.cites ?? [];
  const judgement = judgeDeadline(inquiry, version, item, day);
  const moment = momentOf(inquiry, version, item, day);
  const { met, drop } = item.template;
  if (judgement.state === 'met') return [...cites, ...cite(met, moment)];
  if (judgement.state !== 'dropped') return cites;
  const dropped = drop !== undefined && evaluate(drop, moment) === yes;
  return [...cites, ...(dropped ? cite(drop, moment) : moment.shared.cites(version, null, day))];
};
