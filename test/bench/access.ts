import { setTimeout as delay } from 'node:timers/promises';
import { loadavg } from 'node:os';
import { openDevIssuer } from '@app/platform';
import { startProcess, type RunningProcess } from '../support/process.js';
import { summarize, type Measured } from './load.js';
import type { Servers } from './pipeline.js';
import { runWorker } from './worker.js';

/** What it costs that each answer in clear is put on record first: lists of fifty rows, so many a second, over two apis. */
export type AccessCost = Readonly<{
  perSecond: number;
  rows: number;
  /** Masked: nothing is put on record. */
  masked: Measured;
  recorded: Measured;
  /** Milliseconds that the record adds at p95: the middle of the rounds. */
  addedAtP95: number;
  /** Processes that waited for a core of this machine, over the last minute. */
  load: number;
}>;

const rows = 50;
const rounds = 3;

/** Measures turn by turn, so that what else the machine does weighs on both alike. */
export const measureAccess = async (
  servers: Servers,
  dataFolder: string,
  { seconds, rate, progress }: Readonly<{ seconds: number; rate: number; progress: (step: string) => void }>,
): Promise<AccessCost> => {
  progress('laying down lists');
  await runWorker<object, object>('access-lists', { servers, cases: 1_000 });
  const env = environment(servers, dataFolder);
  const apis = await Promise.all([1, 2].map(() => startProcess('dist/apps/api/src/main.js', [], env)));
  try {
    const authorization = `Bearer ${await token(dataFolder)}`;
    const load = (unmask: boolean) => run(apis, { unmask, authorization, seconds, rate });
    progress('lists in clear and masked');
    await load(true);
    await load(false);
    const measured: { masked: Measured; recorded: Measured }[] = [];
    for (let round = 0; round < rounds; round += 1)
      measured.push({ masked: await load(false), recorded: await load(true) });
    const byCost = measured.toSorted((one, other) => costOf(one) - costOf(other));
    const middle = byCost[Math.floor(rounds / 2)];
    if (!middle) throw new Error('nothing was measured');
    return {
      perSecond: rate,
      rows,
      ...middle,
      addedAtP95: costOf(middle),
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    };
  } finally {
    for (const api of apis) await api.stop();
  }
};

const costOf = ({ masked, recorded }: Pick<AccessCost, 'masked' | 'recorded'>): number =>
  Math.round((recorded.p95 - masked.p95) * 100) / 100;

type Load = Readonly<{ unmask: boolean; authorization: string; seconds: number; rate: number }>;

/** Sends lists at a steady rate, whether the one before it is answered or not. */
const run = async (
  apis: readonly RunningProcess[],
  { unmask, authorization, seconds, rate }: Load,
): Promise<Measured> => {
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  const began = performance.now();
  const count = rate * seconds;
  for (let number = 0; number < count; number += 1) {
    const wait = began + (number * 1_000) / rate - performance.now();
    if (wait > 0) await delay(wait);
    const url = `${apis[number % apis.length]?.url}/api/v1/cases?limit=${rows}&unmask=${unmask}`;
    asked.push(timed(url, authorization, latencies));
  }
  await Promise.all(asked);
  return summarize(0, latencies, (performance.now() - began) / 1_000, 0);
};

const timed = async (url: string, authorization: string, latencies: number[]): Promise<void> => {
  const started = performance.now();
  const answer = await fetch(url, { headers: { authorization } });
  const { items } = (await answer.json()) as { items?: readonly unknown[] };
  if (items?.length !== rows) throw new Error(`${url} answered ${answer.status} with ${items?.length} rows`);
  latencies.push(performance.now() - started);
};

const environment = (servers: Servers, dataFolder: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'bench',
  LOG_LEVEL: 'warn',
  PORT: '0',
  EVENTSTORE_URL: servers.eventStoreUrl,
  MONGODB_URL: servers.mongoUrl,
  MASTER_KEY_FILE: servers.masterKeyFile,
  SHANYRAQ_DATA: dataFolder,
});

/** The portal sees the cases of every office. */
const token = async (dataFolder: string): Promise<string> => {
  const issuer = await openDevIssuer({ mode: 'development', dataFolder, oidc: null });
  return issuer.issueToken({ role: 'portal' });
};
