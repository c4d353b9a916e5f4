import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Logger } from '#platform';
import { type Runtime } from '../runtime/runtime.js';
import { AreaTimelineHandler } from './areas/area-timeline.query.js';
import { AreasController } from './areas/areas.controller.js';
import { CountryOverviewHandler } from './country/country-overview.query.js';
import { CountryController } from './country/country.controller.js';
import { ExplainHandler } from './explain/explain.query.js';
import { HealthController } from './health/health.controller.js';
import { LedgerPageHandler } from './ledger/ledger-page.query.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { PagesController } from './pages.controller.js';
import { ProgrammeOverviewHandler } from './programmes/programme-overview.query.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { LOGGER, RUNTIME } from './runtime.token.js';

/** The reading side over HTTP. */
@Module({})
export class ApiModule {
  /** The API over a runtime that somebody else opened and closes. */
  static over(runtime: Runtime, logger: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        AreasController,
        ProgrammesController,
        CountryController,
        LedgerController,
        HealthController,
        PagesController,
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: LOGGER, useValue: logger },
        AreaTimelineHandler,
        ProgrammeOverviewHandler,
        CountryOverviewHandler,
        LedgerPageHandler,
        ExplainHandler,
      ],
    };
  }
}
