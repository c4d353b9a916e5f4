import { type Course, type Day } from '#history';
import { type Aspect, described, stated, statuses } from './aspect.js';
import {
  type AttributeReference,
  type Condition,
  type ConditionVisitor,
  type Members,
  type OpenPredicate,
  visit,
} from './condition.js';
import { type GateTemplate, type PhaseTemplate } from './definition.js';
import { gatePlace, lapsed, withMember } from './evaluate.js';
import { type Place, attributeTexts, candidates, courseAt } from './moment.js';
import { dateMeant, decisionsOn, factTypes, matchingFacts, phasesAsked } from './predicates.js';

/** Gathers days on which an answer may change. */
export interface Days {
  readonly place: Place;
  readonly days: Set<Day>;
}

/** Adds the days on which one thing about an entity steps, and gives them back. */
export const aspectDays = (aspect: Aspect, days: Set<Day>): readonly Day[] => {
  const own = aspect.map(({ from }) => from);
  for (const day of own) days.add(day);
  return own;
};

const attributeDays = (place: Place, { of, attribute }: AttributeReference, days: Set<Day>): readonly Day[] => {
  const course = courseAt(place, of);
  return course ? aspectDays(described(course, attribute), days) : [];
};

const memberDays = (course: Course, { having = [] }: Members, days: Set<Day>): void => {
  for (const attribute of having) aspectDays(described(course, attribute), days);
};

/** Every text that an attribute ever has. */
export const everyText = (place: Place, reference: AttributeReference, days: Set<Day>): readonly string[] => [
  ...new Set(attributeDays(place, reference, days).flatMap((day) => attributeTexts(place, reference, day).flat())),
];

const ofOpen = (predicate: OpenPredicate, { place, days }: Days): void => {
  if ('gate' in predicate) {
    const gate = gatePlace(place, predicate.gate, predicate.of);
    if (gate) gateDays(gate.template, { place: gate.place, days });
    return;
  }
  const own = typeof predicate.phase === 'string' ? [0] : attributeDays(place, predicate.phase, days);
  const keys = new Set(own.flatMap((day) => phasesAsked(place, predicate, day).flat()));
  for (const key of keys) addShared({ place, days }, key);
};

const several = (conditions: readonly Condition[], gathered: Days): void =>
  conditions.forEach((condition) => conditionDays(condition, gathered));

const visitor: ConditionVisitor<Days, void> = {
  all: several,
  any: several,
  not: (condition, gathered) => conditionDays(condition, gathered),
  'at-least': ({ of }, gathered) => several(of, gathered),
  every: ({ members, holds }, { place, days }) => {
    for (const course of candidates(place, members)) {
      aspectDays(statuses(course), days);
      memberDays(course, members, days);
      conditionDays(holds, { place: withMember(place, course), days });
    }
  },
  state: ({ of, is, has }, { place, days }) => {
    const course = courseAt(place, of);
    if (course && is !== undefined) aspectDays(statuses(course), days);
    if (course && has !== undefined) aspectDays(described(course, has), days);
  },
  fact: (predicate, { place, days }) => {
    const { type } = predicate;
    const own = typeof type === 'string' ? [0] : attributeDays(place, type, days);
    for (const asked of new Set(own.flatMap((day) => factTypes(place, predicate, day).flat()))) {
      for (const { interval } of matchingFacts(place, predicate, asked))
        days.add(interval.earliest).add(interval.latest);
    }
  },
  date: ({ on }, { place, days }) => {
    for (const text of typeof on === 'string' ? [on] : everyText(place, on, days)) {
      const meant = dateMeant(place, text);
      if (meant) days.add(meant.earliest).add(meant.latest);
    }
  },
  open: ofOpen,
  decided: (predicate, { place, days }) =>
    decisionsOn(place, predicate).forEach((course) => {
      for (const aspect of [statuses(course), stated(course, 'subject'), stated(course, 'body')])
        aspectDays(aspect, days);
    }),
};

/** Adds every day on which the truth of a condition may change. */
export const conditionDays = (condition: Condition, gathered: Days): void => visit(condition, visitor, gathered);

/** Adds every day on which it may change whether the case is over. */
export const overDays = (gathered: Days): void => {
  const { place, days } = gathered;
  for (const { from } of place.of.endings) days.add(from);
  conditionDays(lapsed(place.version), gathered);
  conditionDays(place.version.definition.ends, gathered);
};

/** Adds every day on which a phase may open or shut. */
export const phaseDays = (template: PhaseTemplate, gathered: Days): void => {
  addShared(gathered, null);
  conditionDays(template.opens, gathered);
  if (template.closes !== undefined) conditionDays(template.closes, gathered);
};

/** Adds the days on which a phase (null: whether the case is over) changes. */
export const addShared = ({ place, days }: Days, phase: string | null): void => {
  for (const day of place.shared.days(place.version, phase)) days.add(day);
};

/** Adds every day on which the gate of the place's member may open or shut. */
export const gateDays = (template: GateTemplate, gathered: Days): void => {
  addShared(gathered, null);
  const course = courseAt(gathered.place, '$member');
  if (course && template.on !== undefined) {
    memberDays(course, template.on, gathered.days);
    if (template.on.is !== undefined) aspectDays(described(course, 'status'), gathered.days);
  }
  conditionDays(template.opens, gathered);
};
