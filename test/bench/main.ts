import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { startDocumentNode, startEventNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';
import { measureAccess } from './access.js';
import { benchArguments, usage, type BenchArguments, type Part } from './arguments.js';
import { measurePages } from './pages.js';
import { measureReadSide } from './read-side.js';
import { asText, type BenchReport } from './report.js';
import { measureVerification } from './verify-log.js';
import { measureWriteSide } from './write-side.js';

/** `npm run bench`: everything side by side in one run, on the embedded stores or on those that the TEST_ addresses name. */
const progress = (step: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[Kmeasuring: ${step}`);
};

const folder = await temporaryFolder();
const started: RunningProcess[] = [];
const addressOf = async (given: string | undefined, start: () => Promise<RunningProcess>): Promise<string> => {
  if (given !== undefined) return given;
  const node = await start();
  started.push(node);
  return node.url;
};

const run = async (asked: BenchArguments): Promise<BenchReport> => {
  const { TEST_EVENTSTORE_URL: realEventStore, TEST_MONGODB_URL: realMongo } = process.env;
  const mongoUrl = await addressOf(realMongo, () => startDocumentNode(join(folder.path, 'documents')));
  if (realMongo !== undefined && !new URL(realMongo).pathname.includes('test')) {
    throw new Error('TEST_MONGODB_URL must name a database whose name holds "test": the bench writes to it');
  }
  const servers = {
    eventStoreUrl: await addressOf(realEventStore, () => startEventNode(join(folder.path, 'events'))),
    mongoUrl,
    masterKeyFile: join(folder.path, 'master.key'),
  };
  const asks = async <T>(part: Part, measure: () => Promise<T>): Promise<T | null> =>
    asked.only.includes(part) ? measure() : null;
  const readSide = await asks('read', () => measureReadSide(servers, asked.cases, progress));
  const pages = await asks('pages', () => measurePages(servers, asked.scales, { seconds: asked.seconds, progress }));
  const writeSide = await asks('write', () => measureWriteSide(servers, folder.path, { ...asked, progress }));
  const access = await asks('access', () => measureAccess(servers, folder.path, { ...asked, progress }));
  const verifying = await asks('verify', () => {
    progress('verification');
    return measureVerification(servers.mongoUrl, folder.path, asked.events);
  });
  return {
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    servers: {
      eventStore: realEventStore === undefined ? 'embedded' : 'real',
      documents: realMongo === undefined ? 'embedded' : 'real',
    },
    writeSide,
    readSide,
    pages,
    access,
    verifying,
  };
};

const main = async (): Promise<void> => {
  const asked = benchArguments(process.argv.slice(2));
  if (asked === null) return void process.stdout.write(usage);
  const report = await run(asked);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(`${asked.json ? JSON.stringify(report) : asText(report)}\n`);
};

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  for (const node of started) await node.stop();
  await folder.remove();
}
