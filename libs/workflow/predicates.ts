import { type Course, type Day, type EffectiveFact, type Interval, parseEdtf, textOfState, valueAt } from '#history';
import {
  type DatePredicate,
  type DecidedPredicate,
  type FactPredicate,
  type OpenPredicate,
  type StatePredicate,
} from './condition.js';
import { statuses } from './aspect.js';
import { identity, imageOf } from './mapping.js';
import { type Moment, type Place, attributeTexts, courseAt, entityOf, hasAttribute, keyOf } from './moment.js';
import { type Truth, agreed, any, certainly, no, unknown, yes } from './truth.js';

/** Whether something dated so has happened by a day: from its latest day certainly, before its earliest certainly not. */
export const happenedBy = ({ earliest, latest }: Interval, day: Day): Truth =>
  latest <= day ? yes : earliest <= day ? unknown : no;

/** The predicate `state` on a day. */
export const stateTruth = (place: Place, { of, is, has }: StatePredicate, day: Day): Truth => {
  const course = courseAt(place, of);
  if (!course) return no;
  const filled = has === undefined ? yes : hasAttribute(course, has, day);
  if (is === undefined) return filled;
  const status = agreed(
    valueAt(statuses(course), day).map((one) => certainly(typeof one === 'string' && is.includes(one))),
  );
  return status < filled ? status : filled;
};

const fits = (fact: EffectiveFact, where: FactPredicate['where']): boolean =>
  Object.entries(where ?? {}).every(([key, value]) => textOfState(fact.data[key]) === textOfState(value));

/** The facts that a predicate asks for, whenever they happened; its type may depend on the day. */
export const matchingFacts = (place: Place, predicate: FactPredicate, type: string): readonly EffectiveFact[] => {
  const { of, where } = predicate;
  const entity = of === undefined ? null : entityOf(place, of);
  if (of !== undefined && entity === null) return [];
  const ofType = place.of.facts.get(type);
  const facts = (entity === null ? ofType?.all : ofType?.of.get(entity)) ?? [];
  return where === undefined ? facts : facts.filter((fact) => fits(fact, where));
};

/** The types of fact that a predicate may ask for on a day: one list for each possibility. */
export const factTypes = (place: Place, { type }: FactPredicate, day: Day): readonly (readonly string[])[] =>
  typeof type === 'string' ? [[type]] : attributeTexts(place, type, day);

/** The predicate `fact` on a day. */
export const factTruth = (place: Place, predicate: FactPredicate, day: Day): Truth =>
  agreed(
    factTypes(place, predicate, day).map((types) =>
      any(
        types.flatMap((type) => matchingFacts(place, predicate, type).map(({ interval }) => happenedBy(interval, day))),
      ),
    ),
  );

/** What a date means in a case: EDTF, or `$start`. Null for a text that is no date. */
export const dateMeant = (place: Place, text: string): Interval | null =>
  text === '$start' ? { earliest: place.version.start, latest: place.version.start } : parseEdtf(text);

/** The predicate `date` on a day. */
export const dateTruth = (place: Place, { on }: DatePredicate, day: Day): Truth => {
  const possible = typeof on === 'string' ? [[on]] : attributeTexts(place, on, day);
  return agreed(
    possible.map((texts) =>
      any(
        texts.map((text) => {
          const meant = dateMeant(place, text);
          return meant ? happenedBy(meant, day) : no;
        }),
      ),
    ),
  );
};

/**
 * The phases of the place's version that a key from a fact means there. Facts keep the keys of the version they were
 * written under: derive translates them by the mappings of the migrations since (rule 17).
 */
export const phasesMeant = (place: Place, key: string): readonly string[] => {
  let keys: readonly string[] = [key];
  for (let index = 1; index <= place.version.index; index += 1) {
    const mapping = place.of.versions[index]?.mapping ?? identity;
    if (mapping === identity) continue;
    const read = { ...mapping, otherwise: 'identity' } as const;
    keys = [...new Set(keys.flatMap((now) => imageOf(read, `phase:${now}`, place.member)).map(keyOf))];
  }
  return keys;
};

/** The phases that a predicate may ask for on a day: one list for each possibility. */
export const phasesAsked = (place: Place, predicate: OpenPredicate, day: Day): readonly (readonly string[])[] => {
  if (!('phase' in predicate)) return [];
  const { phase } = predicate;
  if (typeof phase === 'string') return [[phase]];
  return attributeTexts(place, phase, day).map((keys) => keys.flatMap((key) => phasesMeant(place, key)));
};

/** The phase part of the predicate `open` on a day: any of the phases. */
export const phaseTruth = (moment: Moment, predicate: OpenPredicate): Truth =>
  agreed(
    phasesAsked(moment, predicate, moment.day).map((keys) =>
      any(keys.map((key) => moment.shared.truth(moment.version, key, moment.day))),
    ),
  );

/** The decisions on what the predicate asks about, by whom it asks. */
export const decisionsOn = (place: Place, { kind, subject = '$item', body }: DecidedPredicate): readonly Course[] => {
  const named = entityOf(place, subject);
  return (place.of.byKind.get(kind) ?? []).filter(({ states }) =>
    states.some(({ value }) =>
      value.some((state) => state?.['subject'] === named && (body === undefined || state['body'] === body)),
    ),
  );
};

/** The predicate `decided` on a day. */
export const decidedTruth = (place: Place, predicate: DecidedPredicate, day: Day): Truth => {
  const { subject = '$item', body, is } = predicate;
  const named = entityOf(place, subject);
  return any(
    decisionsOn(place, predicate).map(({ states }) =>
      agreed(
        valueAt(states, day).map((state) =>
          certainly(
            state !== null &&
              is.includes(state.status) &&
              state['subject'] === named &&
              (body === undefined || state['body'] === body),
          ),
        ),
      ),
    ),
  );
};
