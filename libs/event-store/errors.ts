/** Codes of everything that a store can refuse or fail with. */
export type EventStoreErrorCode =
  | 'unavailable'
  | 'too-large'
  | 'invalid-event'
  | 'gap'
  | 'clock-skew'
  | 'command-reused'
  | 'conflict-persists'
  | 'unsupported-server';

/** Whether the events of a failed append are in the ledger: certainly not, or nobody can say until the retry. */
export type Persistence = 'not-persisted' | 'unknown';

export interface EventStoreErrorDetails {
  readonly code: EventStoreErrorCode;
  readonly message: string;
  readonly persistence?: Persistence;
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/** The one error of the ledger; callers match `code`. */
export class EventStoreError extends Error {
  readonly code: EventStoreErrorCode;
  readonly persistence: Persistence;
  readonly fields: Readonly<Record<string, string | number>>;

  constructor(details: EventStoreErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'EventStoreError';
    this.code = details.code;
    this.persistence = details.persistence ?? 'not-persisted';
    this.fields = details.fields ?? {};
  }
}
