import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from '../../runtime/database-away.js';
import { Problem } from './problem.js';

const fromHttp = (error: HttpException): Problem => {
  const status = error.getStatus();
  if (status === 404)
    return new Problem('not-found', 'There is nothing at this address. See /openapi.json for what there is.');
  if (status === 413) return new Problem('too-large', 'Send less at once.');
  return status < 500 ? new Problem('invalid-request', error.message) : new Problem('internal', 'Something broke.');
};

/** What an error is to the one who asked. An error that nobody foresaw says nothing of its inside. */
export const problemFrom = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error))
    return new Problem('unavailable', 'Nothing was lost; ask again in a moment.', { cause: error });
  if (error instanceof HttpException) return fromHttp(error);
  const status = (error as { readonly statusCode?: unknown } | null)?.statusCode;
  if (status === 414) return new Problem('address-too-long', 'No area, programme or item has so long a name.');
  if (typeof status === 'number' && status < 500)
    return new Problem('invalid-request', error instanceof Error ? error.message : 'The request cannot be read.');
  return new Problem('internal', 'Something broke that should not. The log has the details.', { cause: error });
};
