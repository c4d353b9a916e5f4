import { EventStoreError, type Persistence } from '#event-store';

/** Raised by `ledger.append`. */
const clockSkew = 'VA001';

/** Classes of SQLSTATE that say that the server cannot do it now, whatever is asked of it. */
const passing = /^(40|53|55|57|58|XX)/;

/** Codes with which the server ends the connection, so that a commit under way may or may not have happened. */
const ending = /^(08|25P0[34]|57P0)/;

/** What the server said that ended a statement but not the connection: then nothing of it was committed. */
const isStatementError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error &&
  'code' in error &&
  /^[0-9A-Z]{5}$/.test(String(error.code)) &&
  !ending.test(String(error.code));

const unavailable = (persistence: Persistence, cause: unknown): EventStoreError =>
  new EventStoreError({
    code: 'unavailable',
    message:
      persistence === 'unknown'
        ? 'The database went away before it answered; whether the events were recorded shows when it is back. Repeat the command with the same id.'
        : 'The database cannot be used now and nothing was recorded. Try again.',
    persistence,
    cause,
  });

/**
 * What a failure of the driver means. A server that is away, overloaded or shutting down is `unavailable`; what was sent
 * and not answered is `unknown`, unless the server itself said that the statement failed. Anything else (a missing
 * table, a right not granted) is a broken invariant and comes back as it is.
 */
export const translateError = (error: unknown, sent: boolean): unknown => {
  if (!isStatementError(error)) return unavailable(sent ? 'unknown' : 'not-persisted', error);
  if (error.code === clockSkew)
    return new EventStoreError({
      code: 'clock-skew',
      message: `Nothing is recorded: ${error.message}. Set the clock of this machine or of the database's.`,
      cause: error,
    });
  return passing.test(error.code) ? unavailable('not-persisted', error) : error;
};
