import { type Condition, type ConditionVisitor, type OpenPredicate, visit } from './condition.js';
import { cite } from './cite.js';
import { evaluate, lapsed, withMember } from './evaluate.js';
import { type Residual } from './explanation.js';
import { type Moment, candidates, entityOf, isMember, overAt } from './moment.js';
import { type Language, type Names } from './names.js';
import { factTypes, phasesAsked } from './predicates.js';
import { no, truthNames } from './truth.js';
import { type Label, words } from './words.js';

/** A moment, and what codes are called. */
interface Telling {
  readonly moment: Moment;
  readonly label: Label | undefined;
}

interface Told {
  readonly form: string;
  readonly text: Names;
  readonly parts?: readonly Residual[];
}

type Codes = Readonly<Record<string, string | readonly string[]>>;

const say = ({ label }: Telling, texts: Record<Language, string>, codes: Codes = {}): Names =>
  words(texts, codes, label);

const each = (conditions: readonly Condition[], telling: Telling): readonly Residual[] =>
  conditions.map((condition) => residual(condition, telling.moment, telling.label));

const phaseNames = (moment: Moment, predicate: OpenPredicate): readonly string[] =>
  'gate' in predicate ? [predicate.gate] : [...new Set(phasesAsked(moment, predicate, moment.day).flat())];

const visitor: ConditionVisitor<Telling, Told> = {
  all: (conditions, telling) => ({
    form: 'all',
    text: say(telling, { fi: 'kaikki näistä', sv: 'alla dessa', en: 'all of these' }),
    parts: each(conditions, telling),
  }),
  any: (conditions, telling) => ({
    form: 'any',
    text: say(telling, { fi: 'jokin näistä', sv: 'något av dessa', en: 'any of these' }),
    parts: each(conditions, telling),
  }),
  not: (condition, telling) => ({
    form: 'not',
    text: say(telling, { fi: 'ei pidä paikkaansa', sv: 'gäller inte', en: 'it is not so that' }),
    parts: each([condition], telling),
  }),
  'at-least': ({ number, of }, telling) => ({
    form: 'at-least',
    text: say(
      telling,
      { fi: 'vähintään {n} näistä', sv: 'minst {n} av dessa', en: 'at least {n} of these' },
      { n: String(number) },
    ),
    parts: each(of, telling),
  }),
  every: ({ members, holds }, telling) => {
    const own = candidates(telling.moment, members).filter(
      (course) => isMember(course, members, telling.moment.day) !== no,
    );
    return {
      form: 'every',
      text: say(telling, { fi: 'jokainen {kind}', sv: 'varje {kind}', en: 'every {kind}' }, { kind: members.kind }),
      parts: own.map((course) => residual(holds, withMember(telling.moment, course), telling.label)),
    };
  },
  state: ({ of, is, has }, telling) => {
    const entity = entityOf(telling.moment, of) ?? of;
    return {
      form: 'state',
      text: say(
        telling,
        { fi: '{entity}: {is}', sv: '{entity}: {is}', en: '{entity}: {is}' },
        { entity, is: [...(is ?? []), ...(has ? [has] : [])] },
      ),
    };
  },
  fact: (predicate, telling) => ({
    form: 'fact',
    text: say(
      telling,
      { fi: '{type}: {entity}', sv: '{type}: {entity}', en: '{type} of {entity}' },
      {
        type: [...new Set(factTypes(telling.moment, predicate, telling.moment.day).flat())],
        entity: (predicate.of === undefined ? null : entityOf(telling.moment, predicate.of)) ?? '-',
      },
    ),
  }),
  date: ({ on }, telling) => ({
    form: 'date',
    text: say(
      telling,
      { fi: 'päivästä {on}', sv: 'från och med {on}', en: 'from {on} on' },
      { on: typeof on === 'string' ? on : on.attribute },
    ),
  }),
  open: (predicate, telling) => ({
    form: 'open',
    text: say(
      telling,
      { fi: 'avoinna: {key}', sv: 'öppen: {key}', en: 'open: {key}' },
      { key: phaseNames(telling.moment, predicate) },
    ),
  }),
  decided: ({ subject = '$item', is }, telling) => ({
    form: 'decided',
    text: say(
      telling,
      { fi: 'päätös {is}: {subject}', sv: 'beslutet {is}: {subject}', en: 'decision {is} on {subject}' },
      { is, subject: entityOf(telling.moment, subject) ?? subject },
    ),
  }),
};

/** A condition at a moment, in words, with the truth of every part. */
export const residual = (condition: Condition, moment: Moment, label?: Label): Residual => {
  const { form, text, parts = [] } = visit(condition, visitor, { moment, label });
  return {
    form,
    truth: truthNames[evaluate(condition, moment)],
    text,
    because: [...new Set(cite(condition, moment))],
    parts,
  };
};

/** That the case goes on, in words: what it follows has not ended. */
export const goingOn = (moment: Moment, label?: Label): Residual => ({
  form: 'over',
  truth: truthNames[2 - overAt(moment)] ?? 'unknown',
  text: words(
    { fi: '{entity} ei ole päättynyt', sv: '{entity} har inte avslutats', en: '{entity} has not ended' },
    { entity: entityOf(moment, moment.version.definition.lapse.of) ?? '-' },
    label,
  ),
  because: moment.shared.cites(moment.version, null, moment.day),
  parts: [residual(lapsed(moment.version), moment, label)],
});
