import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ProgrammeOverview } from '#views';
import { type Asked } from '../../runtime/queries/asked.js';
import { readProgramme } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { programmeId } from '../codes.js';
import { RUNTIME } from '../runtime.token.js';

/** Asks for the overview of a programme at a moment. */
export class ProgrammeOverviewQuery extends Query<ProgrammeOverview> {
  constructor(
    readonly programme: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(ProgrammeOverviewQuery)
export class ProgrammeOverviewHandler implements IQueryHandler<ProgrammeOverviewQuery> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async execute({ programme, asked }: ProgrammeOverviewQuery): Promise<ProgrammeOverview> {
    return readProgramme(this.runtime, programmeId(programme), asked);
  }
}
