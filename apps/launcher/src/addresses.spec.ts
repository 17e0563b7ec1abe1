import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpointsOf, freePort, requireReachable } from './addresses.js';

const listening = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  return { server, port: (server.address() as AddressInfo).port };
};

describe('addresses', () => {
  let server: Server;
  let taken: number;
  let closed: number;

  beforeAll(async () => {
    ({ server, port: taken } = await listening());
    const other = await listening();
    closed = other.port;
    other.server.close();
    await once(other.server, 'close');
  });

  afterAll(() => void server.close());

  it('finds a free port where any will do', async () => {
    const port = await freePort(0, 'PORT');
    expect(await freePort(port, 'PORT')).toBe(port);
  });

  it('says what to do where a port is in use', async () => {
    await expect(freePort(taken, 'PORT')).rejects.toThrow(
      `Port ${taken} is in use: stop what listens there, or choose another with PORT.`,
    );
  });

  it.each([
    ['esdb://admin:p%40ss@one:2113?tls=false', [{ host: 'one', port: 2113 }]],
    ['esdb://admin:p@ss/word@one:2113?tls=false', [{ host: 'one', port: 2113 }]],
    ['esdb://one', [{ host: 'one', port: 2113 }]],
    [
      'mongodb://u:p@one,two:27018/shanyraq?replicaSet=rs0',
      [
        { host: 'one', port: 27_017 },
        { host: 'two', port: 27_018 },
      ],
    ],
    ['mongodb://[::1]:27017/', [{ host: '::1', port: 27_017 }]],
    ['esdb+discover://cluster:2113', []],
    ['mongodb+srv://cluster/', []],
  ])('reads the servers of %s', (url, endpoints) => {
    expect(endpointsOf(url)).toEqual(endpoints);
  });

  it('is content with one server that answers', async () => {
    await expect(
      requireReachable('MONGODB_URL', `mongodb://127.0.0.1:${closed},127.0.0.1:${taken}/`),
    ).resolves.toBeUndefined();
  });

  it('says where nothing answers, and never repeats a password', async () => {
    const asked = requireReachable('EVENTSTORE_URL', `esdb://admin:secret@127.0.0.1:${closed}?tls=false`);
    await expect(asked).rejects.toThrow(
      `EVENTSTORE_URL names a server that does not answer: 127.0.0.1:${closed} (connection refused). ` +
        'Start it, correct EVENTSTORE_URL, or unset it to use the embedded store.',
    );
  });
});
