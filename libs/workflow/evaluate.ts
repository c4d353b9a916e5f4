import { type Course } from '#history';
import { type Condition, type ConditionVisitor, type Every, visit } from './condition.js';
import { type GateTemplate, type PhaseTemplate } from './definition.js';
import { type Moment, type Place, appliesTo, candidates, courseAt, entityOf, isMember, overAt } from './moment.js';
import { dateTruth, decidedTruth, factTruth, phaseTruth, stateTruth } from './predicates.js';
import { joinItem } from './mapping.js';
import { type Truth, all, any, atLeast, no, not, unknown, yes } from './truth.js';
import { endedBy } from './versions.js';

/** A moment with another member. */
export const withMember = <P extends Place>(place: P, course: Course): P => ({ ...place, member: course.entity });

/** Membership and what holds of one member: one that may be no member cannot make `every` certainly fail. */
const holdsOf = (moment: Moment, { members, holds }: Every, course: Course): { member: Truth; holds: Truth } => {
  const member = isMember(course, members, moment.day);
  const truth = member === no ? yes : evaluate(holds, withMember(moment, course));
  return { member, holds: truth > not(member) ? truth : not(member) };
};

const every = (content: Every, moment: Moment): Truth => {
  const results = candidates(moment, content.members).map((course) => holdsOf(moment, content, course));
  const truth = all(results.map(({ holds }) => holds));
  const certain = results.filter(({ member }) => member === yes).length;
  return truth !== no && certain < (content.number ?? 1) ? unknown : truth;
};

const visitor: ConditionVisitor<Moment, Truth> = {
  all: (conditions, moment) => all(conditions.map((condition) => evaluate(condition, moment))),
  any: (conditions, moment) => any(conditions.map((condition) => evaluate(condition, moment))),
  not: (condition, moment) => not(evaluate(condition, moment)),
  'at-least': ({ number, of }, moment) =>
    atLeast(
      number,
      of.map((condition) => evaluate(condition, moment)),
    ),
  every,
  state: (predicate, moment) => stateTruth(moment, predicate, moment.day),
  fact: (predicate, moment) => factTruth(moment, predicate, moment.day),
  date: (predicate, moment) => dateTruth(moment, predicate, moment.day),
  open: (predicate, moment) =>
    'phase' in predicate ? phaseTruth(moment, predicate) : gateTruth(moment, predicate.gate, predicate.of),
  decided: (predicate, moment) => decidedTruth(moment, predicate, moment.day),
};

/** The truth of a condition at a moment (rule 7). */
export const evaluate = (condition: Condition, moment: Moment): Truth => visit(condition, visitor, moment);

/** The condition that tells whether what a version follows has ended: withdrawn, rejected, lapsed, superseded. */
export const lapsed = ({ definition: { lapse } }: Place['version']): Condition => ({
  state: { of: lapse.of, is: Object.keys(lapse.ways) },
});

/** Whether the case is over: what it follows has ended, its own ending is true, or a directive ended it (rule 8). */
export const overTruth = (moment: Moment): Truth =>
  endedBy(moment.of.endings, moment.day) !== null
    ? yes
    : any([evaluate(lapsed(moment.version), moment), evaluate(moment.version.definition.ends, moment)]);

/** Whether a phase is open: its condition is true, and the case is not over. */
export const phaseOpen = (template: PhaseTemplate, moment: Moment): Truth => {
  const opens = evaluate(template.opens, moment);
  if (opens === no) return no;
  const closes = template.closes === undefined ? no : evaluate(template.closes, moment);
  return all([opens, not(closes), not(overAt(moment))]);
};

/** Whether a gate is open for the moment's member. */
export const gateOpen = (template: GateTemplate, moment: Moment): Truth => {
  if (template.on === undefined) return all([evaluate(template.opens, moment), not(overAt(moment))]);
  const course = courseAt(moment, '$member');
  const applies = course ? appliesTo(course, template.on, moment.day) : no;
  return applies === no ? no : all([applies, evaluate(template.opens, moment), not(overAt(moment))]);
};

/** A place with the gate that a predicate asks for as its item, or null where there is none. */
export const gatePlace = <P extends Place>(
  place: P,
  key: string,
  of: string | undefined,
): { template: GateTemplate; place: P } | null => {
  const template = place.version.definition.gates.find((gate) => gate.key === key);
  if (!template) return null;
  const member = template.on === undefined ? null : entityOf(place, of ?? '$member');
  return { template, place: { ...place, member, item: joinItem(`gate:${key}`, member) } };
};

const gateTruth = (moment: Moment, key: string, of: string | undefined): Truth => {
  const gate = gatePlace(moment, key, of);
  return gate ? gateOpen(gate.template, gate.place) : no;
};
