import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Inject, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { viewDifference } from '#views';
import { eventTypeNames } from '../runtime/queries/names.js';
import { type Runtime } from '../runtime/runtime.js';
import { AreaTimelineQuery } from './areas/area-timeline.query.js';
import { askedFrom } from './asked-from.js';
import { CountryOverviewQuery } from './country/country-overview.query.js';
import { DifferenceDto, earlierOf, laterOf } from './difference.dto.js';
import { CaseItemDto } from './explain/case-item.dto.js';
import { ExplainQuery } from './explain/explain.query.js';
import { languageOf } from './language.js';
import { LedgerPageQuery } from './ledger/ledger-page.query.js';
import { LedgerDto } from './ledger/ledger.dto.js';
import { MomentDto } from './moment.dto.js';
import {
  type PageContext,
  renderArea,
  renderDiff,
  renderExplain,
  renderHome,
  renderLedger,
  renderProgramme,
} from './pages/index.js';
import { ProgrammeOverviewQuery } from './programmes/programme-overview.query.js';
import { RUNTIME } from './runtime.token.js';

const asset = (name: string): Buffer => readFileSync(new URL(`./pages/assets/${name}`, import.meta.url));
const style = asset('vaihe.css');
const icon = asset('vaihe.svg');

const html = 'text/html; charset=utf-8';
const contextOf = (request: FastifyRequest): PageContext => ({ lang: languageOf(request), eventTypes: eventTypeNames });

/** The reading side as pages for people: the same queries, rendered. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @Header('content-type', html)
  async home(@Query() moment: MomentDto, @Req() request: FastifyRequest): Promise<string> {
    const view = await this.queries.execute(new CountryOverviewQuery(await askedFrom(this.runtime, moment)));
    return renderHome(view, contextOf(request));
  }

  @Get('areas/:area')
  @Header('content-type', html)
  async area(@Param('area') area: string, @Query() moment: MomentDto, @Req() request: FastifyRequest): Promise<string> {
    return renderArea(await this.readArea(area, moment), contextOf(request));
  }

  @Get('areas/:area/diff')
  @Header('content-type', html)
  async areaDiff(
    @Param('area') area: string,
    @Query() asked: DifferenceDto,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const [before, after] = [await this.readArea(area, earlierOf(asked)), await this.readArea(area, laterOf(asked))];
    const context = contextOf(request);
    const name = after.area.name[context.lang] ?? after.area.name.fi ?? area;
    return renderDiff(viewDifference(before, after), { path: `/areas/${area}`, name }, context);
  }

  @Get('programmes/:programme')
  @Header('content-type', html)
  async programme(
    @Param('programme') id: string,
    @Query() moment: MomentDto,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return renderProgramme(id, await this.readProgramme(id, moment), contextOf(request));
  }

  @Get('programmes/:programme/diff')
  @Header('content-type', html)
  async programmeDiff(
    @Param('programme') id: string,
    @Query() asked: DifferenceDto,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const before = await this.readProgramme(id, earlierOf(asked));
    const after = await this.readProgramme(id, laterOf(asked));
    const context = contextOf(request);
    const names = (after.programme ?? before.programme)?.name ?? {};
    const subject = { path: `/programmes/${encodeURIComponent(id)}`, name: names[context.lang] ?? names.fi ?? id };
    return renderDiff(viewDifference(before, after), subject, context);
  }

  @Get('explain')
  @Header('content-type', html)
  async explain(@Query() asked: CaseItemDto, @Req() request: FastifyRequest): Promise<string> {
    const query = new ExplainQuery(asked.case, asked.item, await askedFrom(this.runtime, asked));
    return renderExplain(await this.queries.execute(query), contextOf(request));
  }

  @Get('ledger')
  @Header('content-type', html)
  async ledger(@Query() page: LedgerDto, @Req() request: FastifyRequest): Promise<string> {
    const view = await this.queries.execute(new LedgerPageQuery(page));
    return renderLedger(view, contextOf(request));
  }

  @Get('assets/vaihe.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'max-age=300')
  css(): StreamableFile {
    return new StreamableFile(style);
  }

  @Get('assets/vaihe.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'max-age=86400')
  svg(): StreamableFile {
    return new StreamableFile(icon);
  }

  private async readArea(area: string, moment: MomentDto) {
    return this.queries.execute(new AreaTimelineQuery(area, await askedFrom(this.runtime, moment)));
  }

  private async readProgramme(id: string, moment: MomentDto) {
    return this.queries.execute(new ProgrammeOverviewQuery(id, await askedFrom(this.runtime, moment)));
  }
}
