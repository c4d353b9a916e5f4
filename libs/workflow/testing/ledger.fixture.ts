import { position } from '#event-store';
import { type At, type CaseRecord, type RecordDraft } from '../index.js';

/** Records as they would stand in the case's stream after those before. */
export const appended = (
  before: readonly CaseRecord[],
  drafts: readonly RecordDraft[],
  at: At,
): readonly CaseRecord[] => [
  ...before,
  ...drafts.map((draft, index) => ({
    ...draft,
    id: `r${before.length + index + 1}`,
    position: position(BigInt(at.position) + BigInt(index + 1)),
  })),
];
