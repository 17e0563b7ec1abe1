import { readFile } from 'node:fs/promises';
import { samples } from '@app/domain';
import { openDevIssuer } from '@app/platform';
import { startProcess } from '../support/process.js';
import type { BenchArguments } from './arguments.js';
import { smallPayment } from './cases.js';
import { cpuSecondsOf, runHttpLoad, warmUp, type BenchRequest } from './http-load.js';
import type { Measured } from './load.js';
import type { Servers } from './pipeline.js';
import { runWorker } from './worker.js';

/** Commands at one, sixteen and sixty-four in flight, by ever more of the system. */
export type WriteSide = Readonly<{
  rawAppend: readonly Measured[];
  pipeline: readonly Measured[];
  http: readonly Measured[];
  bareRoute: readonly Measured[];
  ratios: readonly Readonly<{ inFlight: number; pipelineToRaw: number; httpToBare: number; httpToRaw: number }>[];
}>;

type Sample = Readonly<{ type: string; data: object; metadata: object }>;
type PipelineOutput = Readonly<{ results: readonly Measured[]; caseIds: readonly string[]; sample: Sample }>;

const cases = 256;
const payment = (): string => JSON.stringify(samples.bodyOf(smallPayment()));

/** Measures the write side; `dataFolder` holds the development issuer and the master key. */
export const measureWriteSide = async (
  servers: Servers,
  dataFolder: string,
  { seconds, inFlight, progress }: BenchArguments & { progress: (step: string) => void },
): Promise<WriteSide> => {
  progress('pipeline');
  const { results, caseIds, sample } = await runWorker<object, PipelineOutput>('pipeline', {
    servers,
    seconds,
    inFlight,
    cases,
  });
  progress('raw append');
  const url = servers.eventStoreUrl;
  const rawAppend = await runWorker<object, Measured[]>('raw-append', {
    url,
    seconds,
    inFlight,
    streams: cases,
    sample,
  });
  const pathOf = (caseId: string): string => `/api/v1/cases/${caseId}/payments`;
  const load = { seconds, inFlight, caseIds };
  progress('command over HTTP');
  const http = await measureHttp({
    ...load,
    entry: 'dist/apps/api/src/main.js',
    env: apiEnvironment(servers, dataFolder),
    headers: { authorization: `Bearer ${await token(dataFolder)}` },
    pathOf,
  });
  progress('bare route');
  const bareRoute = await measureHttp({
    ...load,
    entry: 'dist/test/bench/workers/bare-route.js',
    env: { BENCH_INPUT: JSON.stringify({ url, sample }) },
    headers: {},
    pathOf: (caseId) => `/cases/bare-${caseId}/payments`,
  });
  return { rawAppend, pipeline: results, http, bareRoute, ratios: ratiosOf(rawAppend, results, http, bareRoute) };
};

type HttpCase = Readonly<{
  entry: string;
  env: NodeJS.ProcessEnv;
  headers: Record<string, string>;
  seconds: number;
  inFlight: readonly number[];
  caseIds: readonly string[];
  pathOf: (caseId: string) => string;
}>;

const measureHttp = async ({
  entry,
  env,
  headers,
  seconds,
  inFlight,
  caseIds,
  pathOf,
}: HttpCase): Promise<Measured[]> => {
  /** The cases are dealt out to the connections, so that two never meet on a stream. */
  const requestsOver =
    (connections: number) =>
    (connection: number): readonly BenchRequest[] => {
      const each = Math.floor(caseIds.length / connections);
      return caseIds.slice(connection * each, (connection + 1) * each).map((caseId) => ({
        path: pathOf(caseId),
        headers: { 'content-type': 'application/json', ...headers },
        body: payment,
      }));
    };
  const server = await startProcess(entry, [], env);
  const results: Measured[] = [];
  try {
    const { url } = server;
    const most = Math.max(...inFlight);
    await warmUp({ url, inFlight: most, seconds, requestsOf: requestsOver(most) });
    for (const connections of inFlight) {
      const cpuSeconds = async (): Promise<number> =>
        cpuSecondsOf(await readFile(`/proc/${server.child.pid}/stat`, 'utf8'));
      results.push(
        await runHttpLoad({ url, inFlight: connections, seconds, requestsOf: requestsOver(connections), cpuSeconds }),
      );
    }
  } finally {
    await server.stop();
  }
  return results;
};

const apiEnvironment = (servers: Servers, dataFolder: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'bench',
  LOG_LEVEL: 'info',
  PORT: '0',
  EVENTSTORE_URL: servers.eventStoreUrl,
  MONGODB_URL: servers.mongoUrl,
  MASTER_KEY_FILE: servers.masterKeyFile,
  SHANYRAQ_DATA: dataFolder,
});

const token = async (dataFolder: string): Promise<string> => {
  const issuer = await openDevIssuer({ mode: 'development', dataFolder, oidc: null });
  return issuer.issueToken({ role: 'caseworker', office: samples.sampleOffice.officeId });
};

const ratiosOf = (
  raw: readonly Measured[],
  pipeline: readonly Measured[],
  http: readonly Measured[],
  bare: readonly Measured[],
): WriteSide['ratios'] =>
  raw.map(({ inFlight, perSecond }, index) => ({
    inFlight,
    pipelineToRaw: ratio(pipeline[index], perSecond),
    httpToBare: ratio(http[index], bare[index]?.perSecond),
    httpToRaw: ratio(http[index], perSecond),
  }));

const ratio = (one: Measured | undefined, other: number | undefined): number =>
  Math.round(((one?.perSecond ?? Number.NaN) / (other ?? Number.NaN)) * 100) / 100;
