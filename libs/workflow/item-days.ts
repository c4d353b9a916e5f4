import { type Day } from '#history';
import { stated, statuses } from './aspect.js';
import { type Days, aspectDays, conditionDays, addShared, gateDays } from './breakpoints.js';
import { type DeadlineItem, dueAt } from './deadline.js';
import { type Anchor } from './definition.js';
import { gatePlace, lapsed } from './evaluate.js';
import { type Inquiry } from './inquiry.js';
import { type Item } from './items.js';
import { type Place, courseAt } from './moment.js';
import { type TaskItem } from './task.js';
import { type Version } from './versions.js';

const rising = (days: Iterable<Day>, { from, until }: Version): readonly Day[] =>
  [...days].filter((day) => day >= from && day < until).sort((a, b) => a - b);

const anchorDays = (anchor: Anchor, gathered: Days): void => {
  const { place } = gathered;
  if ('attribute' in anchor) {
    const course = courseAt(place, anchor.attribute.of);
    if (course) aspectDays(stated(course, anchor.attribute.attribute), gathered.days);
  }
  if ('fact' in anchor) conditionDays({ fact: anchor.fact }, gathered);
  else if ('phase' in anchor) addShared(gathered, anchor.phase);
  else if ('gate' in anchor) {
    const gate = gatePlace(place, anchor.gate, anchor.of);
    if (gate) gateDays(gate.template, { ...gathered, place: gate.place });
  }
};

/** Days on which a deadline's anchor or condition may change, and then those after which it is past due. */
const deadlineDays = (inquiry: Inquiry, version: Version, item: DeadlineItem, gathered: Days): void => {
  const { anchors, met, drop } = item.template;
  const { days } = gathered;
  addShared(gathered, null);
  for (const anchor of anchors) anchorDays(anchor, gathered);
  conditionDays(met, gathered);
  if (drop !== undefined) conditionDays(drop, gathered);
  for (const { from } of [...inquiry.of.overrides, ...inquiry.of.calendars]) days.add(from);
  for (const day of rising(days, version)) {
    const due = dueAt(inquiry, version, item, day);
    if (due !== null) days.add(due + 1);
  }
};

const taskDays = (version: Version, item: TaskItem, gathered: Days): void => {
  const course = courseAt(gathered.place, '$member');
  if (item.rule === 'lapse') conditionDays(lapsed(version), gathered);
  if (!course) return;
  if (item.rule === 'lapse') aspectDays(statuses(course), gathered.days);
  else for (const { guards } of item.gates) aspectDays(stated(course, guards ?? ''), gathered.days);
};

const gatherDays = (inquiry: Inquiry, version: Version, item: Item, gathered: Days): void => {
  switch (item.kind) {
    case 'phase':
      return addShared(gathered, item.template.key);
    case 'gate':
      return gateDays(item.template, gathered);
    case 'deadline':
      return deadlineDays(inquiry, version, item, gathered);
    case 'task':
      return taskDays(version, item, gathered);
  }
};

/** The days of a version on which an item may change, rising; the version's first day is one. */
export const itemDays = (inquiry: Inquiry, version: Version, item: Item): readonly Day[] => {
  const place: Place = { of: inquiry.of, shared: inquiry.shared, version, member: item.entity, item: item.key };
  const days = new Set<Day>([version.from]);
  gatherDays(inquiry, version, item, { place, days });
  return rising(days, version);
};
