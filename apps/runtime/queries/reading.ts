import { type KnownFact } from '#facts';
import { type Reading } from '#views';
import { type Runtime } from '../runtime.js';
import { type Fixed } from './asked.js';
import { type ReadCase, readCase } from './case-slice.js';
import { caseFindings, factFindings } from './finding-slices.js';
import { eventTypeNames, organisationNames } from './names.js';
import { type Scope, scopeSlices } from './scope.js';
import { textsOf } from './texts.js';

const isRead = (read: ReadCase | null): read is ReadCase => read !== null;

/** The sources that facts cite, as slices: what they are called. */
const sourcesOf = async ({ facts }: Runtime, known: readonly KnownFact[], fixed: Fixed): Promise<Reading['slices']> => {
  const cited = [...new Set(known.flatMap(({ fact }) => (fact.source ? [`source:${fact.source.id}`] : [])))];
  return cited.length === 0 ? [] : facts.slices({ entities: cited }, Infinity, fixed.known);
};

/**
 * Reads everything that a view of a scope is made of, all at one moment. Findings are
 * looked for among the scope's entities with all programmes, reforms, areas and sources beside them, so that a reference
 * out of the scope is no finding.
 */
export const readingOf = async (runtime: Runtime, scope: Scope, fixed: Fixed): Promise<Reading> => {
  const { facts } = runtime;
  const { on, known } = fixed;
  const { slices, programmes } = await scopeSlices(facts, scope, on, known);
  const country = scope.kind === 'country';
  const histories = await facts.histories({ entities: slices.map(({ entity }) => entity) }, known);
  const [reads, entries, organisations] = await Promise.all([
    Promise.all(programmes.map((programme) => readCase(facts, programme, fixed, !country))),
    facts.facts({ entities: histories.map(({ entity }) => entity) }, known),
    organisationNames(facts, known),
  ]);
  const cases = reads.filter(isRead);
  const inScope = new Set(histories.map(({ entity }) => entity));
  const landmarks = await facts.histories({ kinds: ['programme', 'reform', 'area', 'source'] }, known);
  const found = factFindings(
    [...histories, ...landmarks.filter(({ entity }) => !inScope.has(entity))],
    entries.map(({ fact }) => fact),
    fixed,
  ).filter(({ entity }) => entity === null || inScope.has(entity));
  return {
    on,
    known: fixed.cited,
    position: fixed.moment.position,
    slices: [...slices, ...(await sourcesOf(runtime, entries, fixed))],
    facts: country ? [] : entries,
    cases: cases.map(({ slice }) => slice),
    findings: [...found, ...cases.flatMap((read) => caseFindings(read, fixed))],
    organisations,
    eventTypes: eventTypeNames,
    texts: await textsOf(runtime.texts, entries),
    ...(country ? {} : { courses: await measureCourses(runtime, programmes, fixed) }),
  };
};

/** The courses of the measures, for the drawing. */
const measureCourses = async ({ facts }: Runtime, programmes: readonly string[], { known }: Fixed) =>
  (
    await Promise.all(
      programmes.map((programme) => facts.courses({ kinds: ['measure'], within: { programme } }, known)),
    )
  ).flat();
