import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortInUse } from '@app/platform';
import { addCheckpointPath, vkeyText, type HttpAnswer, type KnownLog, type Vkey } from '@app/proof';
import type { StateFile } from './state-file.js';
import type { Witness } from './witness.js';

export type ServerParts = Readonly<{
  witness: Witness;
  vkey: Vkey;
  logs: readonly KnownLog[];
  state: StateFile;
  /** Told where a request could not be answered. */
  onTrouble: (error: unknown) => void;
}>;

/** 63 hashes and a note of a hundred signatures are far less. */
const mostBytes = 65_536;

/** Serves the witness until it is stopped. Throws `PortInUse`. */
export const startServer = async (
  parts: ServerParts,
  host: string,
  port: number,
): Promise<Readonly<{ url: string; stop: () => Promise<void> }>> => {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    answerTo(parts, request).then(
      ({ status, contentType, body }) => response.writeHead(status, { 'content-type': contentType }).end(body),
      (error: unknown) => {
        parts.onTrouble(error);
        response.writeHead(500).end();
      },
    );
  });
  await listen(server, host, port);
  // A server that listens on a port has an address of this kind.
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${actual}`, stop: () => close(server) };
};

const text = (status: number, body: string): HttpAnswer => ({ status, contentType: 'text/plain; charset=utf-8', body });

const answerTo = async (parts: ServerParts, request: IncomingMessage): Promise<HttpAnswer> => {
  // As it came: not every request line makes a URL.
  const pathname = (request.url ?? '/').replace(/\?.*$/s, '');
  if (pathname === addCheckpointPath) return added(parts, request);
  return request.method === 'GET' || request.method === 'HEAD' ? shown(parts, pathname) : nothing;
};

const nothing = text(404, 'Nothing is here.\n');

const added = async ({ witness }: ServerParts, request: IncomingMessage): Promise<HttpAnswer> => {
  if (request.method !== 'POST') return text(405, 'Only POST is allowed here.\n');
  const body = await bodyOf(request);
  return body === null ? text(413, `A request has at most ${mostBytes} bytes.\n`) : witness.addCheckpoint(body);
};

const shown = ({ vkey, logs, state }: ServerParts, pathname: string): HttpAnswer => {
  if (pathname === '/vkey') return text(200, `${vkeyText(vkey)}\n`);
  if (pathname === '/health') return text(200, 'up\n');
  const log = logs.find(({ origin }) => pathname === `/${hashOf(origin)}/checkpoint`);
  const checkpoint = log && state.checkpointOf(log.origin);
  return checkpoint === undefined ? nothing : text(200, checkpoint);
};

/** A log's place below a monitoring prefix, as C2SP tlog-mirror has it. */
const hashOf = (origin: string): string => createHash('sha256').update(origin).digest('hex');

/** Null where it is too long. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port, '--port', { cause: error }) : error),
    );
    server.listen(port, host, resolve);
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
