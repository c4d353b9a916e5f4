import { type EffectiveFact } from '#history';
import { type CaseInput } from './case-input.js';
import { type At, reconcile } from './reconcile.js';
import { type CaseRecord, type RecordDraft } from './records.js';
import { resolveCase } from './resolved-case.js';

/** A case with the records in its stream. */
export interface RecordedCase {
  readonly input: CaseInput;
  readonly records: readonly CaseRecord[];
}

/** What a rehearsal lists of one case. */
export interface Rehearsed {
  readonly caseId: string;
  readonly records: readonly RecordDraft[];
}

/** A case's input with directives after all others: a migration to rehearse or to carry out. */
export const withDirectives = (input: CaseInput, directives: readonly EffectiveFact[]): CaseInput => ({
  ...input,
  directives: [...input.directives, ...directives],
});

/** Reconcile without the append, over chosen cases, at a stated position and day (rule 17). */
export const rehearse = (cases: readonly RecordedCase[], at: At): readonly Rehearsed[] =>
  cases.map(({ input, records }) => ({
    caseId: input.caseId,
    records: reconcile(resolveCase(input), records, at),
  }));

/**
 * What a migration of one case appends after its own directive, in the same append, at exactly the version folded: the
 * list that its rehearsal at the same position and day gave. The directives are those to be appended (a definition's
 * publication where it is new, the migration), in the form of F(K), placed after the last position.
 */
export const migrationRecords = (
  { input, records }: RecordedCase,
  directives: readonly EffectiveFact[],
  at: At,
): readonly RecordDraft[] => reconcile(resolveCase(withDirectives(input, directives)), records, at);
