import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CountryOverview } from '#views';
import { type Runtime } from '../../runtime/runtime.js';
import { askedFrom } from '../asked-from.js';
import { MomentDto } from '../moment.dto.js';
import { answer } from '../openapi.js';
import { RUNTIME } from '../runtime.token.js';
import { CountryOverviewQuery } from './country-overview.query.js';

@ApiTags('country')
@Controller('api/country')
export class CountryController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Overview of the country', description: 'All areas with their programmes, at any moment.' })
  @ApiOkResponse(answer('CountryOverview', 'The overview.'))
  async overview(@Query() moment: MomentDto): Promise<CountryOverview> {
    return this.queries.execute(new CountryOverviewQuery(await askedFrom(this.runtime, moment)));
  }
}
