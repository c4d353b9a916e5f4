import { type FactBase } from '#facts';
import { type Known } from '#history';

/** A case's stream, from its id. */
export const caseStream = (caseId: string): string => `case-${caseId}`;

/** The ids of all cases that are known to have been started, in order. */
export const caseIds = async (facts: FactBase, known: Known): Promise<readonly string[]> => {
  const started = await facts.directives({ types: ['workflow-started'] }, known);
  return [...new Set(started.map(({ stream }) => stream.slice('case-'.length)))].sort();
};
