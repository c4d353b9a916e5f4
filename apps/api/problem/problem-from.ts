import { HttpException } from '@nestjs/common';
import { EventStoreError } from '#event-store';
import { Problem } from './problem.js';

/** Errors of a connection that broke, and SQLSTATE classes of a server that is away: 08, 53, 57P. */
const awayCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|08...|53...|57P..)$/;

const isAway = (error: unknown): boolean => {
  if (error instanceof EventStoreError) return error.code === 'unavailable';
  if (!(error instanceof Error)) return false;
  const code = (error as { readonly code?: unknown }).code;
  if (typeof code === 'string' && awayCodes.test(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|the database system is/.test(error.message);
};

const fromHttp = (error: HttpException): Problem => {
  const status = error.getStatus();
  if (status === 404)
    return new Problem('not-found', 'There is nothing at this address. See /openapi.json for what there is.');
  if (status === 413) return new Problem('too-large', 'Send less at once.');
  if (status === 405) return new Problem('method-not-allowed', 'This address is read with GET.');
  return status < 500 ? new Problem('invalid-request', error.message) : new Problem('internal', 'Something broke.');
};

/** What an error is to the one who asked. An error that nobody foresaw says nothing of its inside. */
export const problemFrom = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (isAway(error)) return new Problem('unavailable', 'Nothing was lost; ask again in a moment.', { cause: error });
  if (error instanceof HttpException) return fromHttp(error);
  const status = (error as { readonly statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status < 500)
    return new Problem('invalid-request', error instanceof Error ? error.message : 'The request cannot be read.');
  return new Problem('internal', 'Something broke that should not. The log has the details.', { cause: error });
};
