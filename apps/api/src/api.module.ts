import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApplicationModule,
  CaseHistories,
  type OfficeDirectory,
  type StateRegisters,
  installationSettings,
} from '@app/application';
import {
  commandMetrics,
  storeMetrics,
  type Config,
  type Logger,
  type MetricsRegistry,
  type TokenVerifier,
} from '@app/platform';
import { CalendarController } from './admin/calendar.controller.js';
import { OlderVersionsController } from './admin/older-versions.controller.js';
import { ProjectionsController } from './admin/projections.controller.js';
import { QuarantineController } from './admin/quarantine.controller.js';
import { ProjectionsReader } from './monitoring/projections-reader.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditReader } from './audit/audit-reader.js';
import { AuthGuard } from './http/auth/auth.guard.js';
import { Tokens } from './http/auth/tokens.js';
import { RoutesAreGuarded } from './http/auth/routes-are-guarded.js';
import { CaseActions } from './casework/case-actions.js';
import { CaseReader } from './casework/case-reader.js';
import { Commands } from './http/commands.js';
import { caseworkControllers } from './casework/controllers.js';
import { RegisterQueriesController } from './casework/register-queries.controller.js';
import { Queries } from './http/queries.js';
import { ComplaintReader } from './complaints/complaint-reader.js';
import { complaintControllers } from './complaints/controllers.js';
import type { Stores } from '@app/stores';
import { figureControllers, figureReaders } from './monitoring/figures/figures.js';
import { ExportsController } from './monitoring/exports/exports.controller.js';
import { ExportsReader } from './monitoring/exports/exports-reader.js';
import { FieldsPipe } from './http/fields.pipe.js';
import { InFlight } from './http/in-flight.js';
import { UnknownParametersInterceptor } from './http/unknown-parameters.interceptor.js';
import { ForecastController } from './monitoring/forecast/forecast.controller.js';
import { ForecastReader } from './monitoring/forecast/forecast-reader.js';
import { MonitoringReader } from './monitoring/monitoring-reader.js';
import { MonitoringController } from './monitoring/monitoring.controller.js';
import { OutboundController } from './monitoring/outbound.controller.js';
import { ParagraphsController } from './monitoring/paragraphs/paragraphs.controller.js';
import { ParagraphsReader } from './monitoring/paragraphs/paragraphs-reader.js';
import { ProblemFilter } from './http/problems/problem.filter.js';
import { HealthController } from './service/health.controller.js';
import { Measurements } from './service/measurements.js';
import { MetricsController } from './service/metrics.controller.js';
import { WhatIfReader } from './casework/what-if/what-if-reader.js';
import { WhatIfController } from './casework/what-if/what-if.controller.js';
import { Readiness } from './service/readiness.js';
import { TrailController } from './complaints/trail/trail.controller.js';
import { TrailReader } from './complaints/trail/trail-reader.js';

/** Everything that the api is made of, opened by whoever starts it. */
export type ApiParts = Readonly<{
  config: Config;
  stores: Stores;
  offices: OfficeDirectory;
  registers: StateRegisters;
  verifyToken: TokenVerifier;
  logger: Logger;
  metrics: MetricsRegistry;
  inFlight: InFlight;
  problems: ProblemFilter;
}>;

/** The whole api: one controller per audience, the use cases behind the command bus, the read models behind queries. */
@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    const { stores, offices, registers, config } = parts;
    const law = installationSettings(config.law);
    return {
      module: ApiModule,
      imports: [DiscoveryModule, ApplicationModule.with({ pipeline: stores.pipeline, offices, registers, law })],
      controllers: [
        ...caseworkControllers,
        ...complaintControllers,
        AuditController,
        TrailController,
        MonitoringController,
        ...figureControllers,
        ForecastController,
        OutboundController,
        ExportsController,
        ParagraphsController,
        RegisterQueriesController,
        CalendarController,
        ProjectionsController,
        OlderVersionsController,
        QuarantineController,
        WhatIfController,
        HealthController,
        MetricsController,
      ],
      providers: [...web(parts), ...audiences(parts), ...service(parts)],
    };
  }
}

/** What every request passes through. */
const web = ({ verifyToken, inFlight, problems }: ApiParts): Provider[] => [
  { provide: Tokens, useValue: new Tokens(verifyToken) },
  { provide: InFlight, useValue: inFlight },
  { provide: APP_GUARD, useClass: AuthGuard },
  { provide: APP_INTERCEPTOR, useClass: UnknownParametersInterceptor },
  { provide: APP_PIPE, useClass: FieldsPipe },
  { provide: APP_FILTER, useValue: problems },
  MetadataScanner,
  RoutesAreGuarded,
];

/** What the controllers stand on. */
const audiences = ({ stores, metrics }: ApiParts): Provider[] => [
  {
    provide: Commands,
    inject: [CommandBus],
    useFactory: (bus: CommandBus) => new Commands(bus, commandMetrics(metrics)),
  },
  { provide: Queries, useValue: new Queries(stores.readModels, stores.eventStore) },
  CaseReader,
  ComplaintReader,
  ...figureReaders,
  WhatIfReader,
  CaseActions,
  { provide: CaseHistories, useValue: new CaseHistories(stores.eventStore, stores.codec) },
  AuditReader,
  TrailReader,
  ForecastReader,
  {
    provide: MonitoringReader,
    inject: [Queries],
    useFactory: (queries: Queries) => new MonitoringReader(queries),
  },
  {
    provide: ParagraphsReader,
    inject: [Queries],
    useFactory: (queries: Queries) => new ParagraphsReader(queries),
  },
  {
    provide: ProjectionsReader,
    inject: [Queries],
    useFactory: (queries: Queries) => new ProjectionsReader(queries, stores),
  },
  {
    provide: ExportsReader,
    inject: [Queries],
    useFactory: (queries: Queries) => new ExportsReader(queries, stores.eventStore),
  },
];

/** What operators look at. */
const service = ({ config, stores, metrics }: ApiParts): Provider[] => {
  const checks = [
    { name: 'event-store', check: () => stores.eventStore.lastPosition() },
    { name: 'read-models', check: () => stores.readModels.ping() },
    { name: 'documents', check: () => stores.readModels.checkDocuments() },
  ];
  const readiness = new Readiness(checks, storeMetrics(metrics), config.embeddedStores);
  return [
    { provide: Readiness, useValue: readiness },
    { provide: Measurements, useValue: new Measurements(metrics, readiness) },
  ];
};
