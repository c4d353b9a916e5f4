/** What can be wrong with the shape of a value; `path` is a JSON pointer. */
export interface Problem {
  readonly code:
    | 'unknown-event-type'
    | 'wrong-stream'
    | 'wrong-schema'
    | 'unknown-field'
    | 'missing-field'
    | 'invalid-value'
    | 'too-long'
    | 'integer-out-of-range'
    | 'invalid-date'
    | 'lone-surrogate'
    | 'personal-data';
  readonly path: string;
  /** What would be right, or what it looks like; never the value itself. */
  readonly expected: string;
}
