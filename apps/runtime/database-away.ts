import { EventStoreError } from '#event-store';

/** Errors of a connection that cannot be made or broke. */
const brokenConnection =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Classes of SQLSTATE with which a server says that it is away, full, or ends the connection: 08, 25P03, 25P04, 53, 57P. */
const awayStates = /^(08...|25P0[34]|53...|57P..)$/;

/** What the driver says without a code. */
const driverWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e)|the database system is/;

/** Whether an error says that the database cannot be reached now: a matter of time, and not of what was asked of it. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (error instanceof EventStoreError) return error.code === 'unavailable';
  if (typeof error !== 'object' || error === null) return false;
  const { code, syscall, message } = error as { readonly code?: unknown; syscall?: unknown; message?: unknown };
  if (typeof code === 'string' && awayStates.test(code)) return true;
  // A file of ours that is missing is no matter of the database.
  if (typeof code === 'string' && brokenConnection.test(code)) return syscall !== 'open';
  return typeof message === 'string' && driverWords.test(message);
};
