import { runNode } from '../node-process.js';
import { newestWireVersion } from './commands/handshake.js';
import { Cursors } from './reading/cursors.js';
import { startServer } from './server.js';
import { Catalog } from './storage/catalog.js';
import { openEnvironment } from './storage/environment.js';
import { WriteQueue } from './storage/write-queue.js';

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

runNode(async ({ folder, port: wanted }) => {
  const environment = openEnvironment(folder);
  const catalog = new Catalog(environment);
  const writes = new WriteQueue(
    environment.transact,
    () => catalog.saveNews(),
    () => catalog.newsIsSaved(),
  );
  const node = { catalog, writes, cursors: new Cursors(), wireVersion: wireVersionFrom(process.env) };
  const { server, closeConnections } = startServer(node);
  const port = await listen(server, wanted);
  const stop = async (): Promise<void> => {
    server.close();
    closeConnections();
    await writes.alone(() => undefined);
    await environment.close();
  };
  return { url: `mongodb://127.0.0.1:${port}/?directConnection=true&retryWrites=false`, stop };
});
