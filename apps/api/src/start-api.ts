import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  ConfiguredOffices,
  HttpStateRegisters,
  NoStateRegisters,
  readInstallation,
  readOffices,
  type InstallationSettings,
  type StateRegisters,
} from '@app/application';
import {
  createMetricsRegistry,
  createTokenVerifier,
  httpMetrics,
  openDevIssuer,
  NestLogger,
  PortInUse,
  type Config,
  type DevIssuer,
  type Logger,
} from '@app/platform';
import { openStores, type StoreEvents, type Stores } from '@app/stores';
import { ApiModule } from './api.module.js';
import { consoleFolder, ConsolePage } from './console/console-page.js';
import { serveConsoleFiles } from './console/serve-console.js';
import { createAdapter } from './http/adapter.js';
import { InFlight } from './http/in-flight.js';
import { openApiDocument } from './http/openapi/document.js';
import { ProblemFilter } from './http/problems/problem.filter.js';
import { UnknownFieldsInterceptor } from './http/unknown-fields.interceptor.js';

type RunningApi = Readonly<{
  url: string;
  /** Takes no new request, finishes those in flight, closes the stores. */
  stop: () => Promise<void>;
}>;

/** Starts the api, once the stores are there. Throws with a sentence that says what to do where something it needs is wrong, or the signal's reason. */
export const startApi = async (config: Config, logger: Logger, events: StoreEvents): Promise<RunningApi> => {
  const offices = new ConfiguredOffices(await readOffices(config.officesFile));
  const law = await readInstallation(config);
  const registers = registersAt(config.stateRegistersUrl);
  const verifyToken = await createTokenVerifier(config);
  const devIssuer = await devIssuerOf(config);
  const folder = consoleFolder();
  const page = folder === null ? null : await ConsolePage.read(folder, config.oidc?.issuer ?? null);
  const stores = await openStores(config, events);
  try {
    const lifetime = { stopping: false };
    const app = await createApp({
      config,
      logger,
      offices,
      law,
      registers,
      verifyToken,
      devIssuer,
      page,
      stores,
      lifetime,
    });
    if (folder !== null) await serveConsoleFiles(app, folder);
    const url = await listen(app, config);
    return { url, stop: () => stop(app, stores, lifetime) };
  } catch (error) {
    await stores.close();
    throw error;
  }
};

/** The development sign-in exists only where nobody else issues tokens. */
const devIssuerOf = async (config: Config): Promise<DevIssuer | null> =>
  config.mode === 'production' || config.oidc !== null ? null : openDevIssuer(config);

const registersAt = (url: string | null): StateRegisters =>
  url === null ? new NoStateRegisters() : new HttpStateRegisters({ url });

type Lifetime = { stopping: boolean };

type AppParts = Readonly<{
  config: Config;
  logger: Logger;
  offices: ConfiguredOffices;
  law: InstallationSettings;
  registers: StateRegisters;
  verifyToken: Awaited<ReturnType<typeof createTokenVerifier>>;
  devIssuer: DevIssuer | null;
  page: ConsolePage | null;
  stores: Stores;
  lifetime: Lifetime;
}>;

/** The application, ready to listen. */
export const createApp = async ({ lifetime, ...parts }: AppParts): Promise<NestFastifyApplication> => {
  const { logger } = parts;
  const metrics = createMetricsRegistry('api');
  const inFlight = new InFlight();
  const problems = new ProblemFilter(logger);
  const adapter = createAdapter({
    logger,
    metrics: httpMetrics(metrics),
    inFlight,
    problems,
    page: parts.page,
    stopping: () => lifetime.stopping,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of({ ...parts, metrics, inFlight, problems }),
    adapter,
    {
      logger: new NestLogger(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  // Made when somebody asks for it: it takes a tenth of a start.
  let made: OpenAPIObject | null = null;
  const contract = (): OpenAPIObject => (made ??= openApiDocument(app));
  app.useGlobalInterceptors(new UnknownFieldsInterceptor(contract));
  serveContract(app, contract);
  return app;
};

/** The contract as JSON, and a page to browse it; both open to everybody. */
const serveContract = (app: NestFastifyApplication, contract: () => OpenAPIObject): void => {
  SwaggerModule.setup('docs', app, contract, {
    jsonDocumentUrl: 'api/v1/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Shanyraq',
  });
};

/** Listens by Fastify itself: Nest would log a port in use before it throws. The address told is one that this machine can reach. */
const listen = async (app: NestFastifyApplication, { host, port }: Config): Promise<string> => {
  await app.init();
  try {
    const address = await app.getHttpAdapter().getInstance().listen({ port, host });
    return address.replace(/\/\/(\[::1?\]|0\.0\.0\.0)/, '//127.0.0.1');
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw inUse ? new PortInUse(port, 'PORT', { cause: error }) : error;
  }
};

/** How often connections are looked at that have fallen idle; those idle when the server closes are closed by Fastify. */
const idleLookMs = 25;

const stop = async (app: NestFastifyApplication, stores: Stores, lifetime: Lifetime): Promise<void> => {
  lifetime.stopping = true;
  const { server } = app.getHttpAdapter().getInstance();
  const looking = setInterval(() => server.closeIdleConnections(), idleLookMs);
  await app.close();
  clearInterval(looking);
  await stores.close();
};
