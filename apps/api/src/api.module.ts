import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import {
  AccessRecords,
  ApplicationModule,
  CalendarBook,
  CaseHistories,
  Erasures,
  NewLogs,
  type InstallationSettings,
  type OfficeDirectory,
  type StateRegisters,
} from '@app/application';
import {
  commandMetrics,
  type Config,
  type DevIssuer,
  type Logger,
  type MetricsRegistry,
  type TokenVerifier,
} from '@app/platform';
import type { Stores } from '@app/stores';
import { CalendarController } from './admin/calendar.controller.js';
import { OrdersController } from './admin/orders.controller.js';
import {
  OlderVersionsController,
  ProjectionsController,
  QuarantineController,
} from './admin/projections.controller.js';
import { RegistrationNumbersController } from './admin/registration-numbers.controller.js';
import { LogController } from './log/log.controller.js';
import { BundlesController } from './audit/bundle/bundles.controller.js';
import { SheetPress } from './audit/bundle/sheet/sheet-press.js';
import { HeadsController } from './audit/heads.controller.js';
import { markOfBegun, originOf, ProofLogReader, stoppedLog } from '@app/proof-log';
import { ErasuresController } from './audit/erasures.controller.js';
import { NewLogsController } from './audit/new-logs.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { LogAudit, VerifyController } from './audit/verify.controller.js';
import { LogAccess } from './http/auth/allow.decorator.js';
import { AccessController } from './audit/access.controller.js';
import { AccessBook } from './http/access/access-book.js';
import { AccessInterceptor } from './http/access/access.interceptor.js';
import { AuthGuard, Tokens } from './http/auth/auth.guard.js';
import { Commands } from './http/commands.js';
import { CaseCommandsController } from './casework/case-commands.js';
import { CaseQueriesController } from './casework/queries.controller.js';
import { WholeCaseController } from './casework/whole-case.controller.js';
import { Queries } from './http/queries.js';
import { ComplaintCommandsController } from './complaints/complaint-commands.js';
import { ComplaintQueriesController } from './complaints/complaint-queries.controller.js';
import { TrailController } from './complaints/trail.controller.js';
import { ComplaintFiguresController } from './monitoring/figures/complaint-figures.controller.js';
import { FiguresController } from './monitoring/figures/figures.controller.js';
import { ExportsController } from './monitoring/exports.controller.js';
import { ForecastController } from './monitoring/forecast.controller.js';
import { WhatIfController } from './casework/what-if.controller.js';
import { CalendarWatch } from './service/calendar-watch.js';
import { Readiness, HealthController, MetricsController } from './service/service.controllers.js';
import { ProofLogWatch } from './service/proof-log-watch.js';
import { FieldsPipe } from './http/fields.pipe.js';
import { InFlight } from './http/in-flight.js';
import { MonitoringController } from './monitoring/monitoring.controller.js';
import { OutboundController } from './monitoring/outbound.controller.js';
import { ParagraphsController } from './monitoring/paragraphs/paragraphs.controller.js';
import { CatalogueController } from './forms/catalogue.controller.js';
import { SchemasController } from './forms/schemas.controller.js';
import { ProblemFilter } from './http/problems/problem.filter.js';
import { DevelopmentController, DevelopmentIssuer } from './session/development.controller.js';
import { SessionController, SignInWays } from './session/session.controller.js';

/** Everything that the api is made of, opened by whoever starts it. */
type ApiParts = Readonly<{
  config: Config;
  stores: Stores;
  offices: OfficeDirectory;
  registers: StateRegisters;
  law: InstallationSettings;
  verifyToken: TokenVerifier;
  /** Null in production, and where another issuer is configured. */
  devIssuer: DevIssuer | null;
  logger: Logger;
  metrics: MetricsRegistry;
  inFlight: InFlight;
  problems: ProblemFilter;
}>;

/** One controller per audience, or several. */
const controllers = [
  CaseCommandsController,
  CaseQueriesController,
  WholeCaseController,
  ComplaintCommandsController,
  ComplaintQueriesController,
  AuditController,
  VerifyController,
  HeadsController,
  BundlesController,
  AccessController,
  ErasuresController,
  NewLogsController,
  TrailController,
  MonitoringController,
  FiguresController,
  ComplaintFiguresController,
  ForecastController,
  OutboundController,
  ExportsController,
  ParagraphsController,
  CalendarController,
  OrdersController,
  RegistrationNumbersController,
  ProjectionsController,
  OlderVersionsController,
  QuarantineController,
  WhatIfController,
  SchemasController,
  CatalogueController,
  LogController,
  SessionController,
  HealthController,
  MetricsController,
] as const;

/** The whole api: one controller per audience, the use cases behind the command bus, the read models behind queries. */
@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    const { stores, offices, registers, law } = parts;
    return {
      module: ApiModule,
      imports: [
        ApplicationModule.with({
          pipeline: stores.pipeline,
          log: {
            follow: (options) => stores.eventStore.follow(options),
            decodeEach: (events) => stores.codec.decodeEach(events),
          },
          offices,
          registers,
          law,
        }),
      ],
      controllers: [...controllers, ...(parts.devIssuer === null ? [] : [DevelopmentController])],
      providers: [...web(parts), ...signIn(parts), ...audiences(parts), ...service(parts)],
    };
  }
}

/** What every request passes through. */
const web = ({ config, stores, verifyToken, inFlight, problems }: ApiParts): Provider[] => [
  { provide: AccessBook, useValue: accessBook(config, stores) },
  { provide: LogAccess, useValue: new LogAccess(config.proofLog.isPublic) },
  { provide: Tokens, useValue: new Tokens(verifyToken, (text) => stores.codec.digest(text)) },
  { provide: InFlight, useValue: inFlight },
  { provide: APP_GUARD, useClass: AuthGuard },
  { provide: APP_INTERCEPTOR, useClass: AccessInterceptor },
  { provide: APP_PIPE, useClass: FieldsPipe },
  { provide: APP_FILTER, useValue: problems },
];

/** How people come in. */
const signIn = ({ config, devIssuer }: ApiParts): Provider[] => [
  {
    provide: SignInWays,
    useValue: new SignInWays({
      issuer: config.oidc?.issuer ?? null,
      clientId: config.oidc && config.consoleClientId,
      developmentSignIn: devIssuer !== null,
    }),
  },
  ...(devIssuer === null
    ? []
    : [{ provide: DevelopmentIssuer, useValue: new DevelopmentIssuer(devIssuer.issueToken) }]),
];

const accessBook = ({ accessPurposes }: Config, { eventStore: store, codec }: Stores): AccessBook =>
  new AccessBook(new AccessRecords({ store, codec }), accessPurposes);

/** What the controllers stand on. */
const audiences = ({ config, stores, metrics }: ApiParts): Provider[] => [
  {
    provide: Commands,
    inject: [CommandBus],
    useFactory: (bus: CommandBus) => new Commands(bus, commandMetrics(metrics), stores.eventStore),
  },
  { provide: Queries, useValue: new Queries(stores) },
  { provide: SheetPress, useValue: new SheetPress() },
  { provide: ProofLogReader, useValue: stores.proofLog },
  { provide: LogAudit, useValue: new LogAudit(stores.readModels, stores.proofStores.verifications) },
  { provide: CaseHistories, useValue: new CaseHistories(stores.eventStore, stores.codec) },
  {
    provide: Erasures,
    useValue: new Erasures({
      pipeline: stores.pipeline,
      store: stores.eventStore,
      codec: stores.codec,
      keys: stores.erasing,
      retentionYears: config.law.retentionYears,
    }),
  },
  {
    provide: NewLogs,
    useValue: new NewLogs({
      pipeline: stores.pipeline,
      stopped: () => stoppedLog(stores.proofStores, config.proofLog.witnesses),
      origin: () => originOf(config),
      mark: (begun) => markOfBegun(stores.mac, begun),
    }),
  },
];

/** What operators look at. */
const service = ({ config, stores, metrics, logger }: ApiParts): Provider[] => {
  const checks = [
    { name: 'event-store', check: () => stores.eventStore.lastPosition() },
    { name: 'read-models', check: () => stores.readModels.ping() },
    { name: 'documents', check: () => stores.readModels.checkDocuments() },
    { name: 'log-and-read-models', check: async () => stores.watch.assertFit() },
  ];
  return [
    {
      provide: CalendarWatch,
      inject: [CalendarBook],
      useFactory: (book: CalendarBook) => new CalendarWatch(book, logger, metrics),
    },
    {
      provide: Readiness,
      inject: [CalendarWatch],
      useFactory: (calendar: CalendarWatch) =>
        new Readiness(
          checks,
          metrics,
          { calendar, stores: stores.watch, proofLog: new ProofLogWatch(stores.proofLog) },
          config.embeddedStores,
        ),
    },
  ];
};
