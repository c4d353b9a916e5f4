import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AreaTimeline } from '#views';
import { type Asked } from '../../runtime/queries/asked.js';
import { readArea } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { areaCode } from '../codes.js';
import { RUNTIME } from '../runtime.token.js';

/** Asks for the timeline of an area at a moment. */
export class AreaTimelineQuery extends Query<AreaTimeline> {
  constructor(
    readonly area: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(AreaTimelineQuery)
export class AreaTimelineHandler implements IQueryHandler<AreaTimelineQuery> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async execute({ area, asked }: AreaTimelineQuery): Promise<AreaTimeline> {
    return readArea(this.runtime, areaCode(area), asked);
  }
}
