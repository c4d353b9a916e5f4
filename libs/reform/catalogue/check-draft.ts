import { type EventDraft } from '#event-store';
import { parseDay, parseEdtf } from '#history';
import { streamRef } from '../kinds/stream-ref.js';
import { personalDataIn } from '../personal-data/personal-data.js';
import { catalogue } from './catalogue.js';
import { checkFields } from './check-value.js';
import { type EventDefinition } from './event-definition.js';
import { type Problem } from './problem.js';

const sourceId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,79})?$/;

const checkType = (draft: EventDraft, stream: string): readonly Problem[] => {
  const definition = catalogue.get(draft.type);
  if (!definition) return [{ code: 'unknown-event-type', path: '/type', expected: 'a type of the event catalogue' }];
  const ref = streamRef(stream);
  if (ref === null || !definition.streams.includes(ref.category))
    return [{ code: 'wrong-stream', path: '/stream', expected: definition.streams.map((s) => `${s}-…`).join(', ') }];
  if (draft.schema !== definition.schema)
    return [{ code: 'wrong-schema', path: '/schema', expected: String(definition.schema) }];
  return [];
};

const checkLocator = (locator: unknown): readonly Problem[] => {
  if (locator === null) return [];
  if (typeof locator !== 'string' || locator === '' || locator.length > 300)
    return [{ code: 'invalid-value', path: '/source/locator', expected: 'a place of at most 300 characters, or null' }];
  if (/\p{Surrogate}/u.test(locator))
    return [{ code: 'lone-surrogate', path: '/source/locator', expected: 'text of whole characters' }];
  const found = personalDataIn(locator);
  return found === null ? [] : [{ code: 'personal-data', path: '/source/locator', expected: found }];
};

const checkSource = ({ source, learned }: EventDraft): readonly Problem[] => {
  if (source === null)
    return learned === null
      ? []
      : [{ code: 'missing-field', path: '/source', expected: 'the source that said it then' }];
  const problems: Problem[] = [...checkLocator(source.locator)];
  if (!sourceId.test(source.id))
    problems.push({ code: 'invalid-value', path: '/source/id', expected: 'key of a source, as programme/plan-2' });
  if (learned !== null && parseDay(learned) === null)
    problems.push({ code: 'invalid-date', path: '/learned', expected: 'a day, YYYY-MM-DD' });
  return problems;
};

const checkOccurred = ({ occurred }: EventDraft): readonly Problem[] =>
  occurred === null || parseEdtf(occurred) !== null
    ? []
    : [{ code: 'invalid-date', path: '/occurred', expected: 'a date of EDTF, as 2021-06 or 2021-21, or null' }];

/** All that is wrong with the form of an event before it is recorded; an empty list where nothing is. */
export const checkDraft = (draft: EventDraft, stream: string): readonly Problem[] => {
  const ofType = checkType(draft, stream);
  const definition = catalogue.get(draft.type);
  return [
    ...ofType,
    ...checkOccurred(draft),
    ...checkSource(draft),
    ...(definition ? checkFields(draft.data, '/data', definition.fields) : []),
  ];
};

/** What is wrong with the content that a correction states anew, by the type of its target. */
export const checkRestated = (draft: EventDraft, target: EventDefinition): readonly Problem[] => {
  const { schema, data } = draft.data;
  if (schema !== target.schema)
    return [{ code: 'wrong-schema', path: '/data/schema', expected: String(target.schema) }];
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return [{ code: 'invalid-value', path: '/data/data', expected: 'an object' }];
  return checkFields(data as EventDraft['data'], '/data/data', target.fields);
};
