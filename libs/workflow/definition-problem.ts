/** What is wrong with a definition. */
export type DefinitionProblemCode =
  | 'malformed'
  | 'cycle'
  | 'duplicate-key'
  | 'unknown-phase'
  | 'unknown-gate'
  | 'unknown-word'
  | 'gate-never-opens'
  | 'deadline-without-anchor'
  | 'case-never-ends'
  | 'missing-translation';

/** A problem, with its place (a JSON pointer) and what to do. */
export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** Words that the facts know. With it, conditions that ask for others are found before a case waits for them. */
export interface Vocabulary {
  readonly factTypes: ReadonlySet<string>;
  /** Statuses by kind of entity. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<string>>;
}
