import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkHealth, PortInUse, type HealthReport, type Logger } from '@app/platform';
import type { ProjectionState } from '@app/read-models';
import type { ProjectorMetrics } from './metrics.js';
import { proofLogReport, type ProofLogReport } from './proof/proof-log-report.js';
import type { Stores } from '@app/stores';

const now = (): string => new Date().toISOString();

type StatusParts = Readonly<{
  stores: Stores;
  metrics: ProjectorMetrics;
  embeddedStores: readonly string[];
  logger: Logger;
}>;

export type StatusServer = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Serves `/health/live`, `/health/ready` (503 where a store does not answer) and `/metrics`. Throws `PortInUse`. */
export const startStatusServer = async (parts: StatusParts, host: string, port: number): Promise<StatusServer> => {
  const server = createServer((request, response) => {
    answer(parts, request.url ?? '/').then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => {
        parts.logger.error({ err: error }, 'the status could not be told');
        response.writeHead(500).end();
      },
    );
  });
  await listen(server, host, port);
  // A server that listens on a port has an address of this kind.
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${actual}`, stop: () => close(server) };
};

type Answer = Readonly<{ status: number; type: string; body: string }>;

const answer = async (parts: StatusParts, url: string): Promise<Answer> => {
  switch (new URL(url, 'http://projector').pathname) {
    case '/health/live':
      return json(200, { status: 'up' });
    case '/health/ready':
      return ready(parts);
    case '/metrics':
      await measure(parts);
      return { status: 200, type: parts.metrics.registry.contentType, body: await parts.metrics.registry.metrics() };
    default:
      return json(404, { title: 'Not found', status: 404 });
  }
};

const ready = async (parts: StatusParts): Promise<Answer> => {
  const { readModels, eventStore } = parts.stores;
  const report: HealthReport = await checkHealth([
    { name: 'mongodb', check: readModels.ping },
    { name: 'documents', check: readModels.checkDocuments },
    { name: 'eventstore', check: () => eventStore.lastPosition() },
    { name: 'proof-log', check: () => assertSigning(parts) },
    { name: 'log-and-read-models', check: async () => parts.stores.watch.assertFit() },
  ]);
  const { sentence } = parts.stores.watch;
  const projections = await projectionStates(parts);
  const proofLog = await proofLogStanding(parts);
  const { embeddedStores } = parts;
  return json(report.status === 'up' ? 200 : 503, {
    ...report,
    warnings: sentence === null ? [] : [sentence],
    embeddedStores,
    projections,
    proofLog,
  });
};

/** Throws where no head is signed any more: the proof log is not what was signed before. */
const assertSigning = async ({ stores }: StatusParts): Promise<void> => {
  const { state } = await stores.proofLog.standing();
  if (state?.trouble) throw new Error(state.trouble);
};

/** How the proof log stands; null where MongoDB does not answer. */
const proofLogStanding = async ({ stores }: StatusParts): Promise<ProofLogReport | null> => {
  try {
    return proofLogReport(await stores.proofLog.standing());
  } catch {
    return null;
  }
};

/** Empty where MongoDB does not answer. */
const projectionStates = async ({ stores }: StatusParts): Promise<readonly ProjectionState[]> => {
  try {
    return await stores.readModels.projectionStates(now());
  } catch {
    return [];
  }
};

/** How long counting what is not projected yet may take. */
const countingMs = 5_000;

/** Asks how the projections stand; where that cannot be told, the measurements stay as they were, and the trouble is told and counted. */
const measure = async ({ stores, metrics, logger }: StatusParts): Promise<void> => {
  try {
    const partitions = await stores.readModels.partitionStates(now());
    metrics.unowned(partitions.filter(({ owner }) => owner === null).length);
    metrics.documents(await stores.readModels.documentCounts());
    metrics.proofLog(await stores.proofLog.standing(), now());
    const reports = await stores.readModels.projectionReports(now());
    metrics.standing(reports, await stores.readModels.behind(stores.eventStore, AbortSignal.timeout(countingMs)));
  } catch (error) {
    metrics.troubled();
    logger.error({ err: error }, 'how the projections stand could not be measured');
  }
};

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port, 'PROJECTOR_PORT', { cause: error }) : error),
    );
    server.listen(port, host, resolve);
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
