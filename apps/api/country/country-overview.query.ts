import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CountryOverview } from '#views';
import { type Asked } from '../../runtime/queries/asked.js';
import { readCountry } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { RUNTIME } from '../runtime.token.js';

/** Asks for the overview of the country at a moment. */
export class CountryOverviewQuery extends Query<CountryOverview> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(CountryOverviewQuery)
export class CountryOverviewHandler implements IQueryHandler<CountryOverviewQuery> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  execute({ asked }: CountryOverviewQuery): Promise<CountryOverview> {
    return readCountry(this.runtime, asked);
  }
}
