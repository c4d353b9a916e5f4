import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type AreaTimeline, type ViewDifference, viewDifference } from '#views';
import { type Runtime } from '../../runtime/runtime.js';
import { askedFrom } from '../asked-from.js';
import { DifferenceDto, earlierOf, laterOf } from '../difference.dto.js';
import { MomentDto } from '../moment.dto.js';
import { answer } from '../openapi.js';
import { RUNTIME } from '../runtime.token.js';
import { AreaTimelineQuery } from './area-timeline.query.js';

const areaParameter = {
  name: 'area',
  description: 'Code of the area, two digits.',
  schema: { type: 'string', example: '04', pattern: '^\\d{2}$' },
} as const;

@ApiTags('areas')
@Controller('api/areas')
export class AreasController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get(':area')
  @ApiOperation({
    summary: 'Timeline of an area',
    description: 'Phases, measures, milestones, pilots, roll-outs, transfers and law events of an area, at any moment.',
  })
  @ApiParam(areaParameter)
  @ApiOkResponse(answer('AreaTimeline', 'The timeline.'))
  timeline(@Param('area') area: string, @Query() moment: MomentDto): Promise<AreaTimeline> {
    return this.read(area, moment);
  }

  @Get(':area/difference')
  @ApiOperation({
    summary: 'Difference of two moments of an area',
    description: 'What was added, removed and changed in the timeline between two moments, removed items included.',
  })
  @ApiParam(areaParameter)
  @ApiOkResponse(answer('ViewDifference', 'The difference.'))
  async difference(@Param('area') area: string, @Query() asked: DifferenceDto): Promise<ViewDifference> {
    return viewDifference(await this.read(area, earlierOf(asked)), await this.read(area, laterOf(asked)));
  }

  private async read(area: string, moment: MomentDto): Promise<AreaTimeline> {
    return this.queries.execute(new AreaTimelineQuery(area, await askedFrom(this.runtime, moment)));
  }
}
