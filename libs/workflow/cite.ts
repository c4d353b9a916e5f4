import { type Course, type Day, type EffectiveFact, indexAt } from '#history';
import { type Aspect, described, statuses } from './aspect.js';
import { type Condition, type ConditionVisitor, type DatePredicate, type OpenPredicate, visit } from './condition.js';
import { type GateTemplate, type PhaseTemplate } from './definition.js';
import { evaluate, gatePlace, lapsed, withMember } from './evaluate.js';
import { type Moment, appliesTo, candidates, courseAt, isMember, overAt } from './moment.js';
import { decisionsOn, factTypes, happenedBy, matchingFacts, phasesAsked } from './predicates.js';
import { no, not, yes } from './truth.js';
import { endedBy } from './versions.js';

/** Ids that cite facts: the original, and after it the correction that states it now. */
export const citing = (facts: readonly EffectiveFact[]): readonly string[] =>
  facts.flatMap(({ id, statedBy }) => (id === statedBy ? [id] : [id, statedBy]));

/**
 * The facts that made one thing about an entity what it is on a day: those dated by its step's day. Before the first
 * step, those of the next: what decides that nothing has happened yet is the date of what will. Nothing here depends on
 * the day within a step.
 */
export const citeAspect = (moment: Moment, course: Course, aspect: Aspect): readonly string[] => {
  const facts = moment.of.factsOf.get(course.entity) ?? [];
  const index = indexAt(aspect, moment.day);
  const next = aspect[index + 1]?.from ?? Infinity;
  const own = aspect[index]?.from ?? -Infinity;
  const from = own === -Infinity ? next : own;
  const dated = facts.filter(({ interval }) => interval.earliest === from || interval.latest === from);
  return citing(dated.length > 0 ? dated : facts.filter(({ interval }) => interval.earliest < next).slice(-1));
};

const citeReference = (moment: Moment, of: string, aspect: (course: Course) => Aspect): readonly string[] => {
  const course = courseAt(moment, of);
  return course ? citeAspect(moment, course, aspect(course)) : [];
};

const earlier = (a: EffectiveFact, b: EffectiveFact): EffectiveFact => (b.interval.latest < a.interval.latest ? b : a);

const citeFacts = (facts: readonly EffectiveFact[], day: Day): readonly string[] => {
  const certain = facts.filter(({ interval }) => happenedBy(interval, day) === yes);
  if (certain.length > 0) return citing([certain.reduce(earlier)]);
  const possible = facts.filter(({ interval }) => happenedBy(interval, day) !== no);
  return citing(possible.length > 0 ? possible : facts.length > 0 ? [facts.reduce(earlier)] : []);
};

/** What has the truth of the whole, cited: of a false `all` what fails, of a true one everything. */
const those = (conditions: readonly Condition[], moment: Moment, whole: Condition): readonly string[] => {
  const truth = evaluate(whole, moment);
  return conditions.filter((condition) => evaluate(condition, moment) === truth).flatMap((one) => cite(one, moment));
};

const citeOpen = (predicate: OpenPredicate, moment: Moment): readonly string[] => {
  if ('gate' in predicate) {
    const gate = gatePlace(moment, predicate.gate, predicate.of);
    return gate ? citeGate(gate.template, gate.place) : [];
  }
  const { shared, version, day } = moment;
  const keys = [...new Set(phasesAsked(moment, predicate, day).flat())];
  const truths = keys.map((key) => shared.truth(version, key, day));
  const truth = Math.max(...truths);
  return keys.filter((_, index) => truths[index] === truth).flatMap((key) => shared.cites(version, key, day));
};

const citeDate = ({ on }: DatePredicate, moment: Moment): readonly string[] => {
  if (on === '$start') return [moment.version.startedBy];
  return typeof on === 'string' ? [] : citeReference(moment, on.of, (course) => described(course, on.attribute));
};

const visitor: ConditionVisitor<Moment, readonly string[]> = {
  all: (conditions, moment) => those(conditions, moment, { all: conditions }),
  any: (conditions, moment) => those(conditions, moment, { any: conditions }),
  not: (condition, moment) => cite(condition, moment),
  'at-least': ({ number, of }, moment) => {
    const truth = evaluate({ 'at-least': { number, of } }, moment);
    return of.filter((one) => (truth === yes) === (evaluate(one, moment) === yes)).flatMap((one) => cite(one, moment));
  },
  every: (content, moment) => {
    const truth = evaluate({ every: content }, moment);
    return candidates(moment, content.members).flatMap((course) => {
      const member = isMember(course, content.members, moment.day);
      if (member === no) return [];
      const own = withMember(moment, course);
      const holds = evaluate(content.holds, own);
      return (holds > not(member) ? holds : not(member)) === truth ? cite(content.holds, own) : [];
    });
  },
  state: ({ of, is, has }, moment) => [
    ...(is === undefined ? [] : citeReference(moment, of, statuses)),
    ...(has === undefined ? [] : citeReference(moment, of, (course) => described(course, has))),
  ],
  fact: (predicate, moment) => {
    const types = new Set(factTypes(moment, predicate, moment.day).flat());
    return [...types].flatMap((type) => citeFacts(matchingFacts(moment, predicate, type), moment.day));
  },
  date: citeDate,
  open: citeOpen,
  decided: (predicate, moment) =>
    decisionsOn(moment, predicate).flatMap((course) => citeAspect(moment, course, statuses(course))),
};

/** Ids of the events on which the truth of a condition rests, each maybe more than once. */
export const cite = (condition: Condition, moment: Moment): readonly string[] => visit(condition, visitor, moment);

/** What ended the case, or may have. */
export const citeOver = (moment: Moment): readonly string[] => {
  const by = endedBy(moment.of.endings, moment.day);
  if (by !== null) return [by];
  const { ends } = moment.version.definition;
  const lapse = lapsed(moment.version);
  const over = overAt(moment);
  return [lapse, ends].filter((one) => evaluate(one, moment) === over).flatMap((one) => cite(one, moment));
};

/** What a phase's state rests on: what ended the case if it is over, else its condition. */
export const citePhase = (template: PhaseTemplate, moment: Moment): readonly string[] => {
  if (overAt(moment) === yes) return moment.shared.cites(moment.version, null, moment.day);
  const { opens, closes } = template;
  const parts = closes === undefined ? [opens] : [opens, { not: closes }];
  const cited = those(parts, moment, { all: parts });
  return overAt(moment) === no ? cited : [...cited, ...moment.shared.cites(moment.version, null, moment.day)];
};

/** What a gate's state rests on, for the moment's member. */
export const citeGate = (template: GateTemplate, moment: Moment): readonly string[] => {
  const over = overAt(moment);
  if (over === yes) return moment.shared.cites(moment.version, null, moment.day);
  const course = courseAt(moment, '$member');
  const applies = template.on === undefined ? yes : course ? appliesTo(course, template.on, moment.day) : no;
  const member =
    applies === yes || !course
      ? []
      : (template.on?.having ?? []).flatMap((attribute) => citeAspect(moment, course, described(course, attribute)));
  return [
    ...cite(template.opens, moment),
    ...member,
    ...(over === no ? [] : moment.shared.cites(moment.version, null, moment.day)),
  ];
};
