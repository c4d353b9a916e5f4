import { type Names } from '../catalogue/field.js';
import { type Problem } from '../catalogue/problem.js';
import { type RefusalCode, refusalTexts } from './refusal-texts.js';

/** Fields of a refusal, by name. */
export type RefusalFields = Readonly<Record<string, string | number>>;

/** Why a command is not accepted: an expected answer, never thrown. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly fields: RefusalFields;
  readonly message: Required<Names>;
  /** What to do. */
  readonly remedy: Required<Names>;
  /** All that is wrong with the form, where that is why. */
  readonly problems: readonly (Problem & { readonly event: number })[];
}

const filled = (text: string, fields: RefusalFields): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(fields, name) ? String(fields[name]) : whole));

/** The refusal of a code, its texts filled with its fields. */
export const refusal = (code: RefusalCode, fields: RefusalFields, problems: Refusal['problems'] = []): Refusal => {
  const { fi, sv, en } = refusalTexts[code];
  const texts = (index: 0 | 1): Required<Names> => ({
    fi: filled(fi[index], fields),
    sv: filled(sv[index], fields),
    en: filled(en[index], fields),
  });
  return { code, fields, message: texts(0), remedy: texts(1), problems };
};

/** The refusal of what is wrong with the form: the first problem gives the code, all are listed. */
export const refusalOfProblems = (problems: Refusal['problems']): Refusal | null => {
  const [first] = problems;
  return first
    ? refusal(first.code, { path: first.path, expected: first.expected, event: first.event }, problems)
    : null;
};
