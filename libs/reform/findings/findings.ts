import { budgetFindings } from './budget-findings.js';
import { factFindings } from './fact-findings.js';
import { type Finding, type FindingInput } from './finding.js';
import { letterFindings } from './letter-findings.js';
import { planFindings } from './plan-findings.js';
import { referenceFindings } from './reference-findings.js';

const rules = [factFindings, budgetFindings, planFindings, letterFindings, referenceFindings];

/** Everything that does not fit in the facts of F(K), by key in order of key. */
export const findingsOf = (input: FindingInput): readonly Finding[] =>
  rules.flatMap((rule) => rule(input)).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
