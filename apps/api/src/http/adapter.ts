import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ProblemError, type HttpMetrics, type Logger } from '@app/platform';
import type { ProblemFilter } from '../problems/problem.filter.js';
import type { InFlight } from './in-flight.js';
import { maxBodyBytes, parseJsonBody } from './json-body.js';
import { routeOf, type ApiReply, type ApiRequest } from './request.js';

export type AdapterParts = Readonly<{
  logger: Logger;
  metrics: HttpMetrics;
  inFlight: InFlight;
  problems: ProblemFilter;
  /** Whether the process is stopping: it then takes no new request. */
  stopping: () => boolean;
}>;

/** Fastify as this api needs it: JSON bodies only, bounded; a correlation id, a log line and a measurement for every request. */
export const createAdapter = (parts: AdapterParts): FastifyAdapter => {
  const { problems } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: correlationIdOf,
    frameworkErrors: (error: Error, request: ApiRequest, reply: ApiReply) => problems.answer(error, request, reply),
    clientErrorHandler: refuseConnection,
  });
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    parseJsonBody(body),
  );
  fastify.addHook('onRequest', (request: ApiRequest, reply: ApiReply, next) => {
    begin(request, reply);
    next(
      parts.stopping()
        ? new ProblemError('shutting-down', 'Try again in a moment.', { retryAfterSeconds: 1 })
        : undefined,
    );
  });
  fastify.addHook('onResponse', (request: ApiRequest, reply: ApiReply, next) => {
    end(request, reply, parts);
    next();
  });
  return adapter;
};

/** The caller's own id where it can be used, else a new one; either way the answer says which. */
const correlationIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
};

const begin = (request: ApiRequest, reply: ApiReply): void => {
  request.receivedAt = new Date().toISOString();
  reply.headers({
    'x-correlation-id': request.id,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
};

const end = (request: ApiRequest, reply: ApiReply, { logger, metrics, inFlight }: AdapterParts): void => {
  inFlight.leave(request);
  const { method, id, principal, problemCode } = request;
  const route = routeOf(request);
  const status = reply.statusCode;
  metrics.observe({ method, route, status, seconds: reply.elapsedTime / 1000 });
  const { subject, role } = principal ?? {};
  logger.info(
    {
      method,
      route,
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      correlationId: id,
      subject,
      role,
      problem: problemCode,
    },
    'request',
  );
};

/** What is no HTTP at all gets the shortest answer there is. */
const refuseConnection = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json\r\nconnection: close\r\n\r\n${requestUnreadable}`,
  );
};

const requestUnreadable = JSON.stringify(
  new ProblemError('request-unreadable', 'This is not a request that can be read.').problem,
);
