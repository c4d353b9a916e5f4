import { type CaseInput } from '#workflow';
import { referencesOf } from './case-references.js';

/** The root of a stream or entity: `measure-vake/A` and `measure:vake/A` are both of `vake`. */
const rootOf = (name: string): string => {
  const rest = name.slice(name.search(/[-:]/) + 1);
  const slash = rest.indexOf('/');
  return slash === -1 ? rest : rest.slice(0, slash);
};

/** What a case depends on, by roots of streams. */
export type Dependencies = ReadonlySet<string>;

/** The roots of all streams whose events may change what follows in a case. */
export const dependenciesOf = (input: CaseInput): Dependencies => {
  const definitions = input.directives.flatMap(({ data }) => (data['definition'] ? [data['definition']] : []));
  const named = referencesOf(definitions).entities;
  return new Set([input.caseId, ...input.courses.map(({ entity }) => entity), ...named].map(rootOf));
};

/** Streams whose events may concern any case. */
const general = /^(definition|calendar)-/;

/** Whether an event of a stream may change what follows in a case. */
export const concerns = (dependencies: Dependencies, stream: string): boolean =>
  general.test(stream) || dependencies.has(rootOf(stream));
