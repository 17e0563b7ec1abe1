import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startDocumentNode } from '../../../test/support/nodes.js';
import { temporaryFolder } from '../../../test/support/process.js';
import { connectReadModels } from './read-models.js';
import { buildIndexes, isReadModelsUnavailable } from './database.js';

describe('a MongoDB that is away', () => {
  it('is told from other failures', async () => {
    const refused = await connectReadModels(
      'mongodb://127.0.0.1:9/?directConnection=true&serverSelectionTimeoutMS=100',
    ).catch((error: unknown) => error);
    expect(isReadModelsUnavailable(refused)).toBe(true);
    expect(isReadModelsUnavailable(new TypeError('not a function'))).toBe(false);
  });
});

describe('an index that takes long to build', () => {
  it('is waited for longer than any other answer', async () => {
    const folder = await temporaryFolder();
    const node = await startDocumentNode(folder.path);
    // A server that needs longer for an index than the client gives to any answer.
    const slow = await relayHolding('createIndexes', 3 * socketTimeoutMS, Number(new URL(node.url).port));
    try {
      const url = `mongodb://127.0.0.1:${slow.port}/?directConnection=true&socketTimeoutMS=${socketTimeoutMS}`;
      const built = await buildIndexes(url, async (database) => {
        await database.collection('cases').createIndexes([{ key: { officeId: 1 } }]);
      }).then(
        () => 'built',
        (error: unknown) => error,
      );
      expect(built).toBe('built');
    } finally {
      slow.close();
      await node.stop();
      await folder.remove();
    }
  }, 30_000);
});

const socketTimeoutMS = 500;

/** Hands on what clients say, but holds back for so long what holds these bytes. */
const relayHolding = async (bytes: string, holdMs: number, target: number) => {
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    client.on('data', (chunk: Buffer) => {
      if (chunk.includes(bytes)) setTimeout(() => upstream.write(chunk), holdMs);
      else upstream.write(chunk);
    });
    upstream.pipe(client);
    client.on('close', () => upstream.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
};
