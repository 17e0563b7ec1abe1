import { parseArgs } from 'node:util';
import { newestWireVersion } from './commands/handshake.js';
import { Cursors } from './reading/cursors.js';
import { startServer } from './server.js';
import { Catalog } from './storage/catalog.js';
import { openEnvironment } from './storage/environment.js';
import { WriteQueue } from './storage/write-queue.js';

/** Starts the node on a folder and a port (0: any free one), and says on standard output where it listens. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '0' } } });
  if (!values.data) throw new Error('Say where the data is kept: --data <folder>.');
  const environment = openEnvironment(values.data);
  const catalog = new Catalog(environment);
  const writes = new WriteQueue(
    environment.transact,
    () => catalog.saveNews(),
    () => catalog.newsIsSaved(),
  );
  const node = { catalog, writes, cursors: new Cursors(), wireVersion: wireVersionFrom(process.env) };
  const { server, closeConnections } = startServer(node);
  const port = await listen(server, Number(values.port));
  stopOnRequest(async () => {
    server.close();
    closeConnections();
    await writes.alone(() => undefined);
    await environment.close();
  });
  const url = `mongodb://127.0.0.1:${port}/?directConnection=true&retryWrites=false`;
  process.stdout.write(`${JSON.stringify({ ready: { url } })}\n`);
};

/** For tests of how a client does without what is new: an older server is spoken of where DOCUMENT_NODE_WIRE_VERSION says so. */
const wireVersionFrom = (env: NodeJS.ProcessEnv): number => {
  const text = env['DOCUMENT_NODE_WIRE_VERSION'] ?? String(newestWireVersion);
  const version = Number(text);
  if (!/^\d+$/u.test(text) || version > newestWireVersion)
    throw new Error(`DOCUMENT_NODE_WIRE_VERSION is '${text}'. Give it a whole number of at most ${newestWireVersion}.`);
  return version;
};

type Listening = ReturnType<typeof startServer>['server'];

const listen = (server: Listening, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is in use. Stop what listens there, or give --port another number (0 takes any free one).`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** SIGTERM, SIGINT, and the end of the parent that holds the IPC channel. */
const stopOnRequest = (stop: () => Promise<void>): void => {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
};

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

main().catch(fail);
