import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a simulator answers: a status with its JSON, or nothing at all. */
export type Answer = Readonly<{ status: number; body: object }> | 'SILENCE';

type Question = Readonly<{ method: string; path: string; body: unknown }>;

const mostBytes = 100_000;

/**
 * Serves a simulator on this machine by the process protocol: one line with its address on standard output, a stop on
 * SIGTERM, SIGINT and the end of its parent, one sentence and exit 1 where it cannot listen.
 */
export const serve = (name: string, port: number, answer: (question: Question) => Answer): void => {
  const server = createServer((request, response) => {
    readJson(request).then(
      (body) => say(response, answer({ method: request.method ?? '', path: request.url ?? '', body })),
      () => say(response, { status: 400, body: { error: 'the body cannot be read' } }),
    );
  });
  const stop = (): void => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, stop);
  server.once('error', (error) => {
    process.stderr.write(`${name} cannot listen on port ${port} (${error.message}): name another with --port.\n`);
    process.exit(1);
  });
  server.listen(port, '127.0.0.1', () => {
    // A server that listens on TCP has an address of this kind.
    const { port: actual } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ ready: { url: `http://127.0.0.1:${actual}` } })}\n`);
  });
};

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > mostBytes) throw new Error('too long');
  }
  return text === '' ? null : JSON.parse(text);
};

const say = (response: ServerResponse, answer: Answer): void => {
  if (answer === 'SILENCE') return;
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
};
