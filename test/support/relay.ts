import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One client's connection through a relay. */
type Pair = Readonly<{ client: Socket; server: Socket }>;

/** Stands between clients and a server on this machine, to cut their connections at a chosen moment. */
export type Relay = Readonly<{
  port: number;
  /**
   * Does something in place of the next request that holds these bytes (or, where the server is still to get it, in place of its
   * answer), then cuts that connection. Resolves once that is done.
   */
  cutAt: (bytes: string, keep: 'nothing' | 'the request', act: () => Promise<void>) => Promise<void>;
  /** Keeps back every answer but those to a client's checks of its server; resolves once so many more requests have none. */
  keepBack: (requests: number) => Promise<void>;
  /** Ends every connection, the oldest first, as a server does that is killed; later ones are relayed as before. */
  endAll: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Starts a relay to a port. */
export const startRelay = async (target: number): Promise<Relay> => {
  const pairs: Pair[] = [];
  let cut: Cut | null = null;
  let kept: Kept | null = null;

  const carryOut = async (pair: Pair, { act, done }: Cut): Promise<void> => {
    await act();
    pair.client.destroy();
    pair.server.destroy();
    done();
  };
  const relay = (pair: Pair): void => {
    const { client, server } = pair;
    let mute: Cut | null = null;
    let onlyChecks = true;
    client.on('data', (chunk: Buffer) => {
      onlyChecks &&= /hello|ismaster/i.test(chunk.toString('latin1'));
      if (!onlyChecks) kept?.asked();
      if (!cut || !chunk.includes(cut.bytes)) return void server.write(chunk);
      const now = cut;
      cut = null;
      if (now.keep === 'nothing') return void carryOut(pair, now);
      mute = now;
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (mute) return void carryOut(pair, mute);
      if (!kept || onlyChecks) client.write(chunk);
    });
  };
  const listener = createServer((client) => {
    const server = connect(target, '127.0.0.1');
    const pair = { client, server };
    pairs.push(pair);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    server.on('close', () => client.end());
    client.on('close', () => server.destroy());
    relay(pair);
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    // a server that listens on TCP has such an address
    port: (listener.address() as AddressInfo).port,
    cutAt: (bytes, keep, act) =>
      new Promise((done) => {
        cut = { bytes, keep, act, done };
      }),
    keepBack: (requests) =>
      new Promise((resolve) => {
        let left = requests;
        const asked = (): void => {
          left -= 1;
          if (left === 0) resolve();
        };
        kept = { asked };
      }),
    endAll: async () => {
      kept = null;
      await Promise.all(pairs.splice(0).map(({ client }) => ended(client)));
    },
    close: async () => {
      for (const { client } of pairs) client.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
};

/** Resolves once its end is on its way, whether it is read or not. */
const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.end(resolve);
  });

type Cut = Readonly<{ bytes: string; keep: 'nothing' | 'the request'; act: () => Promise<void>; done: () => void }>;
type Kept = Readonly<{ asked: () => void }>;
