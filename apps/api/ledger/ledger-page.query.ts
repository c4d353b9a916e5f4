import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LedgerPage } from '#views';
import { positionOrStart, readLedger } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { invalidParameter } from '../problem/problem.js';
import { RUNTIME } from '../runtime.token.js';
import { type LedgerDto } from './ledger.dto.js';

/** Asks for a page of the ledger. */
export class LedgerPageQuery extends Query<LedgerPage> {
  constructor(readonly page: LedgerDto) {
    super();
  }
}

@QueryHandler(LedgerPageQuery)
export class LedgerPageHandler implements IQueryHandler<LedgerPageQuery> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async execute({ page: { after, limit = 100 } }: LedgerPageQuery): Promise<LedgerPage> {
    const start = positionOrStart(this.runtime.store, after);
    if (start === undefined) throw invalidParameter('after', 'after must be a position that the ledger gave out');
    return readLedger(this.runtime, { after: start, limit });
  }
}
