import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LedgerPage } from '#views';
import { type LedgerAsked, readLedger } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { RUNTIME } from '../runtime.token.js';

/** Asks for a page of the ledger. */
export class LedgerPageQuery extends Query<LedgerPage> {
  constructor(readonly asked: LedgerAsked) {
    super();
  }
}

@QueryHandler(LedgerPageQuery)
export class LedgerPageHandler implements IQueryHandler<LedgerPageQuery> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  execute({ asked }: LedgerPageQuery): Promise<LedgerPage> {
    return readLedger(this.runtime, asked);
  }
}
