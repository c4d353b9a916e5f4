import { type Json, type JsonObject } from '#event-store';
import { type Course, type Day, type Interval, isoOfDay, parseDay, valueAt } from '#history';
import { stated, statuses } from './aspect.js';
import { cite, citeAspect, citeGate } from './cite.js';
import { type GateTemplate } from './definition.js';
import { evaluate, gateOpen, lapsed } from './evaluate.js';
import { type Inquiry, ancestors, momentOf } from './inquiry.js';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { type Moment, courseAt, isMember } from './moment.js';
import { no, yes } from './truth.js';
import { type Version, versionAt } from './versions.js';

/** A task of a version. */
export type TaskItem = Extract<Item, { kind: 'task' }>;
type GateTask = Extract<TaskItem, { rule: 'start-before-gate' }>;
type GateItem = Extract<Item, { kind: 'gate' }>;

const closed: Judgement = { kind: 'task', state: 'closed', params: {} };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const dayIn = (value: unknown): Day | null => (typeof value === 'string' ? parseDay(value) : null);

const intervalIn = (value: Json): Interval | null => {
  if (!isObject(value)) return null;
  const [earliest, latest] = [dayIn(value['earliest']), dayIn(value['latest'])];
  return earliest === null || latest === null || latest < earliest ? null : { earliest, latest };
};

/** The days on which a member did what a gate guards, if every possible state says that it did, within bounds. */
const guardedDays = (course: Course, attribute: string, day: Day): Interval | null => {
  const intervals = valueAt(stated(course, attribute), day).map(intervalIn);
  return intervals.reduce(
    (hull, one) =>
      hull && one && { earliest: Math.min(hull.earliest, one.earliest), latest: Math.max(hull.latest, one.latest) },
    intervals[0] ?? null,
  );
};

const shutThroughout = (inquiry: Inquiry, version: Version, gate: GateItem, { earliest, latest }: Interval): boolean =>
  [earliest, ...inquiry.days(version, gate).filter((day) => day > earliest && day <= latest)].every(
    (day) => gateOpen(gate.template, momentOf(inquiry, version, gate, day)) === no,
  );

/** Whether a gate was certainly shut on all of some days, each judged by its own version. Days before the case are not judged. */
const alwaysShut = (inquiry: Inquiry, version: Version, gate: GateItem, days: Interval): boolean => {
  const { versions } = inquiry.of;
  if (versionAt(versions, days.earliest) === null) return false;
  return versions
    .slice(0, version.index + 1)
    .filter(({ from, until }) => from < until && from <= days.latest && until > days.earliest)
    .every((judging) => {
      const part = {
        earliest: Math.max(days.earliest, judging.from),
        latest: Math.min(days.latest, judging.until - 1),
      };
      const gates = ancestors(inquiry, version, gate.key, judging).map((key) => inquiry.items(judging).get(key));
      return (
        gates.length > 0 && gates.every((one) => one?.kind === 'gate' && shutThroughout(inquiry, judging, one, part))
      );
    });
};

interface Violation {
  readonly template: GateTemplate;
  readonly gate: GateItem;
  readonly days: Interval;
}

/** The gates that a member has gone through while they were shut (rule 16). */
const violations = (inquiry: Inquiry, version: Version, item: GateTask, day: Day): readonly Violation[] => {
  const course = inquiry.of.courses.get(item.entity ?? '');
  if (!course) return [];
  return item.gates.flatMap((template) => {
    const days = guardedDays(course, template.guards ?? '', day);
    const gate = inquiry.items(version).get(`gate:${template.key}/${course.entity}`);
    if (!days || gate?.kind !== 'gate' || !alwaysShut(inquiry, version, gate, days)) return [];
    return [{ template, gate, days }];
  });
};

const judgeGateTask = (inquiry: Inquiry, version: Version, item: GateTask, day: Day): Judgement => {
  const found = violations(inquiry, version, item, day);
  if (found.length === 0) return closed;
  const gates = found.map(({ gate, days }) => ({
    gate: gate.key,
    earliest: isoOfDay(days.earliest),
    latest: isoOfDay(days.latest),
  }));
  return { kind: 'task', state: 'open', params: { gates } };
};

/** The way in which what the case follows has certainly ended, or null. */
const wayEnded = (moment: Moment): string | null => {
  if (evaluate(lapsed(moment.version), moment) !== yes) return null;
  const course = courseAt(moment, moment.version.definition.lapse.of);
  const status = course ? valueAt(statuses(course), moment.day)[0] : null;
  return typeof status === 'string' ? status : null;
};

const judgeLapse = (moment: Moment): Judgement => {
  const { ways, members } = moment.version.definition.lapse;
  const way = wayEnded(moment);
  const action = way === null ? undefined : ways[way];
  if (way === null || action === undefined || action === 'continue') return closed;
  const course = courseAt(moment, '$member');
  if (!course || isMember(course, members, moment.day) !== yes) return closed;
  return { kind: 'task', state: 'open', params: { way, action } };
};

/** Whether a task is open on a day. */
export const judgeTask = (inquiry: Inquiry, version: Version, item: TaskItem, day: Day): Judgement =>
  item.rule === 'lapse'
    ? judgeLapse(momentOf(inquiry, version, item, day))
    : judgeGateTask(inquiry, version, item, day);

const citeViolation = (inquiry: Inquiry, version: Version, day: Day, { template, gate, days }: Violation) => {
  const course = inquiry.of.courses.get(gate.entity ?? '');
  const moment = momentOf(inquiry, version, gate, day);
  const start = course ? citeAspect(moment, course, stated(course, template.guards ?? '')) : [];
  const judging = versionAt(inquiry.of.versions, days.latest);
  return judging === version ? [...start, ...citeGate(template, momentOf(inquiry, version, gate, days.latest))] : start;
};

/** What a task rests on: the start and the gate that was shut, or the lapse and the member's state. */
export const citeTask = (inquiry: Inquiry, version: Version, item: TaskItem, day: Day): readonly string[] => {
  if (item.rule === 'start-before-gate') {
    return violations(inquiry, version, item, day).flatMap((one) => citeViolation(inquiry, version, day, one));
  }
  const moment = momentOf(inquiry, version, item, day);
  const course = courseAt(moment, '$member');
  return [...cite(lapsed(version), moment), ...(course ? citeAspect(moment, course, statuses(course)) : [])];
};
