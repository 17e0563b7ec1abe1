import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import { CannotRun, errorCode } from './cannot-run.js';

/** A host and port that something may listen on. */
type Endpoint = Readonly<{ host: string; port: number }>;

/** The port itself where it is free on this machine, any free one for 0. Throws `CannotRun` where something listens there. */
export const freePort = async (port: number, variable: string, host = '127.0.0.1'): Promise<number> => {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw portProblem(port, variable, error);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new CannotRun('The system gave no free port.');
  return address.port;
};

const portProblem = (port: number, variable: string, error: unknown): CannotRun => {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new CannotRun(`Port ${port} is in use: stop what listens there, or choose another with ${variable}.`, {
      cause: error,
    });
  }
  return new CannotRun(`Port ${port} cannot be opened (${code}): choose another with ${variable}.`, { cause: error });
};

/** The servers that an address names; empty where a name service is asked for them (`+discover`, `+srv`), which the client does itself. */
export const endpointsOf = (url: string): readonly Endpoint[] => {
  const match = /^[a-z]+(?<lookup>\+[a-z]+)?:\/\/(?:[^?]*@)?(?<hosts>[^/?]+)/i.exec(url);
  const groups = match?.groups;
  if (!groups || groups['lookup'] !== undefined) return [];
  const fallback = url.startsWith('mongodb') ? 27_017 : 2113;
  return (groups['hosts'] ?? '').split(',').map((part) => {
    const [, name = part, port] = /^(.*?)(?::(\d+))?$/.exec(part) ?? [];
    return { host: name.replaceAll(/[[\]]/g, ''), port: port === undefined ? fallback : Number(port) };
  });
};

/** Resolves where one of the servers that the address names accepts a connection. Throws `CannotRun` otherwise; the address's credentials are not repeated. */
export const requireReachable = async (variable: string, url: string, withinMs = 3000): Promise<void> => {
  const endpoints = endpointsOf(url);
  if (endpoints.length === 0) return;
  const problems = await Promise.all(endpoints.map((endpoint) => problemConnecting(endpoint, withinMs)));
  if (problems.includes(null)) return;
  const tried = endpoints.map(({ host: name, port }, index) => `${name}:${port} (${problems[index]})`).join(', ');
  throw new CannotRun(
    `${variable} names a server that does not answer: ${tried}. Start it, correct ${variable}, or unset it to use the embedded store.`,
  );
};

const problemConnecting = async ({ host: name, port }: Endpoint, withinMs: number): Promise<string | null> => {
  const socket = connect({ host: name, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(withinMs) });
    return null;
  } catch (error) {
    return errorCode(error) === 'ABORT_ERR' ? 'no answer' : reason(errorCode(error));
  } finally {
    socket.destroy();
  }
};

const reason = (code: string): string => reasons[code] ?? code;

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  EHOSTUNREACH: 'host unreachable',
  ETIMEDOUT: 'no answer',
};
