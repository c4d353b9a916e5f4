import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Explanation, type ProgrammeOverview, type ViewDifference, viewDifference } from '#views';
import { type Runtime } from '../../runtime/runtime.js';
import { askedFrom } from '../asked-from.js';
import { DifferenceDto, earlierOf, laterOf } from '../difference.dto.js';
import { ExplainQuery } from '../explain/explain.query.js';
import { ItemDto } from '../explain/item.dto.js';
import { MomentDto } from '../moment.dto.js';
import { answer } from '../openapi.js';
import { RUNTIME } from '../runtime.token.js';
import { ProgrammeOverviewQuery } from './programme-overview.query.js';

const programmeParameter = {
  name: 'programme',
  description: 'Id of the programme.',
  schema: { type: 'string', example: 'vake-restructuring', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$' },
} as const;

@ApiTags('programmes')
@Controller('api/programmes')
export class ProgrammesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get(':programme')
  @ApiOperation({
    summary: 'Overview of a programme',
    description:
      'Measures by state, budget stated and computed, risks, bodies, next deadlines and findings, at any moment.',
  })
  @ApiParam(programmeParameter)
  @ApiOkResponse(answer('ProgrammeOverview', 'The overview.'))
  overview(@Param('programme') programme: string, @Query() moment: MomentDto): Promise<ProgrammeOverview> {
    return this.read(programme, moment);
  }

  @Get(':programme/difference')
  @ApiOperation({
    summary: 'Difference of two moments of a programme',
    description: 'What was added, removed and changed between two moments, removed items included.',
  })
  @ApiParam(programmeParameter)
  @ApiOkResponse(answer('ViewDifference', 'The difference.'))
  async difference(@Param('programme') programme: string, @Query() asked: DifferenceDto): Promise<ViewDifference> {
    return viewDifference(await this.read(programme, earlierOf(asked)), await this.read(programme, laterOf(asked)));
  }

  @Get(':programme/explain')
  @ApiOperation({
    summary: 'Why an item stands as it does',
    description:
      'The condition of a phase, gate or deadline of the programme’s case, simplified by what is known, and what would open it.',
  })
  @ApiParam(programmeParameter)
  @ApiOkResponse(answer('Explanation', 'The explanation.'))
  async explain(@Param('programme') programme: string, @Query() asked: ItemDto): Promise<Explanation> {
    return this.queries.execute(new ExplainQuery(programme, asked.item, await askedFrom(this.runtime, asked)));
  }

  private async read(programme: string, moment: MomentDto): Promise<ProgrammeOverview> {
    return this.queries.execute(new ProgrammeOverviewQuery(programme, await askedFrom(this.runtime, moment)));
  }
}
