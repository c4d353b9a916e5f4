import { iso } from '#history';
import { described, statuses } from './aspect.js';
import { type Alternatives, both, either, impossible, one, settled, someOf } from './change-sets.js';
import { citeAspect, citing } from './cite.js';
import { type Condition, type ConditionVisitor, type FactPredicate, type StatePredicate, visit } from './condition.js';
import { type GateTemplate, type PhaseTemplate } from './definition.js';
import { evaluate, gatePlace, lapsed, withMember } from './evaluate.js';
import { keyOf, type Moment, candidates, courseAt, entityOf, isMember, overAt } from './moment.js';
import { dateMeant, factTypes, happenedBy, matchingFacts, phasesAsked } from './predicates.js';
import { type Truth, no, unknown, yes } from './truth.js';
import { endedBy } from './versions.js';

/** A moment, and which truth is wanted. */
interface Wanted {
  readonly moment: Moment;
  /** True or false. */
  readonly goal: Truth;
}

const each = (conditions: readonly Condition[], wanted: Wanted): readonly Alternatives[] =>
  conditions.map((condition) => needed(condition, wanted));

const opposite = ({ moment, goal }: Wanted): Wanted => ({ moment, goal: goal === yes ? no : yes });

const ofState = ({ of, is, has }: StatePredicate, { moment, goal }: Wanted): Alternatives => {
  const entity = entityOf(moment, of);
  if (entity === null) return impossible;
  if (has !== undefined && evaluate({ state: { of, has } }, moment) !== yes && goal === yes) {
    return one({ change: 'give-attribute', entity, attribute: has });
  }
  if (is === undefined) return impossible;
  const course = courseAt(moment, of);
  const events = course ? citeAspect(moment, course, statuses(course)) : [];
  if (evaluate({ state: { of, is } }, moment) === unknown) return one({ change: 'await-or-make-precise', events });
  return one({ change: goal === yes ? 'reach-state' : 'leave-state', entity, is });
};

const ofFact = (predicate: FactPredicate, { moment, goal }: Wanted): Alternatives => {
  const types = [...new Set(factTypes(moment, predicate, moment.day).flat())];
  const entity = predicate.of === undefined ? null : entityOf(moment, predicate.of);
  return either(
    types.map((type) => {
      const known = matchingFacts(moment, predicate, type);
      if (goal === no) {
        const here = known.filter(({ interval }) => happenedBy(interval, moment.day) !== no);
        return one({ change: 'withdraw-facts', events: citing(here) });
      }
      if (known.length > 0) return one({ change: 'await-or-make-precise', events: citing(known) });
      const where = predicate.where === undefined ? {} : { where: predicate.where };
      return one({ change: 'supply-fact', type, entity, ...where });
    }),
  );
};

const ofDate = (on: string | { of: string; attribute: string }, { moment, goal }: Wanted): Alternatives => {
  if (goal === no) return impossible;
  if (typeof on !== 'string') {
    const entity = entityOf(moment, on.of);
    return entity === null ? impossible : one({ change: 'give-attribute', entity, attribute: on.attribute });
  }
  const meant = dateMeant(moment, on);
  return meant && Number.isFinite(meant.latest) ? one({ change: 'await-day', on: iso(meant.latest) }) : impossible;
};

const ofPhase = (key: string, wanted: Wanted): Alternatives => {
  const template = wanted.moment.version.definition.phases.find((phase) => phase.key === key);
  if (!template) return impossible;
  const moment = { ...wanted.moment, member: null, item: `phase:${key}` };
  if (wanted.moment.shared.truth(moment.version, key, moment.day) === wanted.goal) return settled;
  return wanted.goal === yes ? toOpenPhase(template, moment) : needed(template.opens, { moment, goal: no });
};

const visitor: ConditionVisitor<Wanted, Alternatives> = {
  all: (conditions, wanted) => (wanted.goal === yes ? both : either)(each(conditions, wanted)),
  any: (conditions, wanted) => (wanted.goal === yes ? either : both)(each(conditions, wanted)),
  not: (condition, wanted) => needed(condition, opposite(wanted)),
  'at-least': ({ number, of }, wanted) =>
    someOf(wanted.goal === yes ? number : of.length - number + 1, each(of, wanted)),
  every: ({ members, number = 1, holds }, { moment, goal }) => {
    const certain = candidates(moment, members).filter((course) => isMember(course, members, moment.day) !== no);
    const parts = certain.map((course) => needed(holds, { moment: withMember(moment, course), goal }));
    if (goal === no) return either(parts);
    const within = Object.fromEntries(
      Object.entries(members.within ?? {}).map(([name, of]) => [name, keyOf(entityOf(moment, of) ?? of)]),
    );
    return both(
      certain.length < number ? [...parts, one({ change: 'register-members', kind: members.kind, within })] : parts,
    );
  },
  state: ofState,
  fact: ofFact,
  date: ({ on }, wanted) => ofDate(on, wanted),
  open: (predicate, wanted) => {
    const { moment, goal } = wanted;
    if ('gate' in predicate) {
      const gate = gatePlace(moment, predicate.gate, predicate.of);
      if (!gate) return impossible;
      return goal === yes
        ? toOpenGate(gate.template, gate.place)
        : needed(gate.template.opens, { moment: gate.place, goal });
    }
    const keys = [...new Set(phasesAsked(moment, predicate, moment.day).flat())];
    return (goal === yes ? either : both)(keys.map((key) => ofPhase(key, wanted)));
  },
  decided: ({ subject = '$item', body, is }, { moment, goal }) =>
    goal === yes
      ? one({ change: 'decide', subject: entityOf(moment, subject) ?? subject, body: body ?? null, is })
      : impossible,
};

const needed = (condition: Condition, wanted: Wanted): Alternatives =>
  evaluate(condition, wanted.moment) === wanted.goal ? settled : visit(condition, visitor, wanted);

/** What would make it certain that a case is not over. A lapse is not undone: a revival is a new reform (rule 8). */
const toGoOn = (moment: Moment): Alternatives => {
  if (overAt(moment) === no) return settled;
  if (endedBy(moment.of.endings, moment.day) !== null) return one({ change: 'start-anew' });
  const { of } = moment.version.definition.lapse;
  const entity = entityOf(moment, of);
  const truth: Truth = evaluate(lapsed(moment.version), moment);
  if (truth === yes && entity !== null) return one({ change: 'follow-revived', entity });
  return both([
    needed(lapsed(moment.version), { moment, goal: no }),
    needed(moment.version.definition.ends, { moment, goal: no }),
  ]);
};

/** The sets of changes that would open a phase. While what the case follows has ended, no other change opens it. */
export const toOpenPhase = (template: PhaseTemplate, moment: Moment): Alternatives => {
  if (overAt(moment) === yes) return toGoOn(moment);
  const closing = template.closes === undefined ? settled : needed(template.closes, { moment, goal: no });
  return both([needed(template.opens, { moment, goal: yes }), closing, toGoOn(moment)]);
};

/** The sets of changes that would open a gate for the moment's member. */
export const toOpenGate = (template: GateTemplate, moment: Moment): Alternatives => {
  if (overAt(moment) === yes) return toGoOn(moment);
  const course = courseAt(moment, '$member');
  const lacking = (template.on?.having ?? []).filter(
    (attribute) => course && described(course, attribute).every(({ value }) => value.every((one) => one === null)),
  );
  if (lacking.length > 0) return impossible;
  return both([needed(template.opens, { moment, goal: yes }), toGoOn(moment)]);
};
