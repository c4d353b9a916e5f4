import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type LedgerPage } from '#views';
import { answer } from '../openapi.js';
import { LedgerPageQuery } from './ledger-page.query.js';
import { LedgerDto } from './ledger.dto.js';

@ApiTags('ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Page of the ledger', description: 'Events in order of position, as they were recorded.' })
  @ApiOkResponse(answer('LedgerPage', 'The page; `next` is the position after which the next one starts.'))
  page(@Query() page: LedgerDto): Promise<LedgerPage> {
    return this.queries.execute(new LedgerPageQuery(page));
  }
}
