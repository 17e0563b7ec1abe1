import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ProblemError, type HttpMetrics, type Logger } from '@app/platform';
import type { ConsolePage } from '../console/console-page.js';
import { namesPerson } from './headers.js';
import type { ProblemFilter } from './problems/problem.filter.js';
import { whenOver, type InFlight } from './in-flight.js';
import { maxBodyBytes, parseJsonBody } from './json-body.js';
import { RouteTable } from './route-table.js';
import { routeOf, type ApiReply, type ApiRequest } from './request.js';

type AdapterParts = Readonly<{
  logger: Logger;
  metrics: HttpMetrics;
  inFlight: InFlight;
  problems: ProblemFilter;
  /** What a browser is shown where no route is; null where the console is not built. */
  page: ConsolePage | null;
  /** Whether the process is stopping: it then takes no new request. */
  stopping: () => boolean;
}>;

/** Fastify as this api needs it: JSON bodies only, bounded; a correlation id, a log line and a measurement for every request. */
export const createAdapter = (parts: AdapterParts): FastifyAdapter => {
  const { problems } = parts;
  const routes = new RouteTable();
  const adapter = new FastifyAdapter({
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: correlationIdOf,
    frameworkErrors: (error: Error, request: ApiRequest, reply: ApiReply) => problems.answer(error, request, reply),
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, routes),
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRoute', (route) => routes.add(route));
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    parseJsonBody(body),
  );
  fastify.addHook('onRequest', (request: ApiRequest, reply: ApiReply, next) => {
    begin(request, reply);
    // unlike Fastify's onResponse, this also comes where the caller is gone before the answer
    whenOver(request.raw, reply.raw, () => end(request, reply, parts));
    if (showsPage(request, parts)) parts.page?.send(reply);
    else next(turnedAway(request, routes, parts));
  });
  return adapter;
};

/** A browser that asks for a page gets that of the console, wherever no route is. */
const showsPage = (request: ApiRequest, { page, stopping }: AdapterParts): boolean =>
  request.is404 && !stopping() && page !== null && page.isAskedFor(request);

/** Why a request goes no further: before its body is read, whatever it is. */
const turnedAway = (request: ApiRequest, routes: RouteTable, { stopping }: AdapterParts): ProblemError | undefined => {
  if (stopping()) return new ProblemError('shutting-down', 'Try again in a moment.', { retryAfterSeconds: 1 });
  return request.is404 ? notThere(routes.methodsAt(request.url)) : undefined;
};

const notThere = (allow: readonly string[]): ProblemError => {
  if (allow.length === 0) return new ProblemError('route-not-found', 'Nothing is at this address.');
  const methods = new Intl.ListFormat('en-GB').format(allow);
  const detail = `Only ${methods} ${allow.length === 1 ? 'is' : 'are'} allowed here.`;
  return new ProblemError('method-not-allowed', detail, { allow });
};

/** The caller's own id where it can be used, else a new one; either way the answer says which. */
const correlationIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) && !namesPerson(given) ? given : randomUUID();
};

const begin = (request: ApiRequest, reply: ApiReply): void => {
  request.receivedAt = new Date().toISOString();
  reply.headers({
    'x-correlation-id': request.id,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
};

/** What a log line says where nobody was there any more to take the answer. */
const abandoned = 499;

const end = (request: ApiRequest, reply: ApiReply, { logger, metrics, inFlight }: AdapterParts): void => {
  inFlight.leave(request);
  const { method, id, principal, problemCode } = request;
  const route = routeOf(request);
  const status = reply.raw.writableFinished ? reply.statusCode : abandoned;
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

/** What cannot be read as a request never reaches a route: it is answered on the bare connection. */
const refuseConnection = (error: ConnectionError, socket: Socket, routes: RouteTable): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  socket.end(bareAnswer(whyUnreadable(error, routes)));
};

type ConnectionError = Error & Readonly<{ code?: string; rawPacket?: unknown }>;

const whyUnreadable = ({ code, rawPacket }: ConnectionError, routes: RouteTable): ProblemError => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new ProblemError('headers-too-large', 'The headers may weigh sixteen kilobytes.');
  const [, path = ''] = /^[A-Z-]{1,32} (\/\S*) HTTP\/1\.1\r\n/.exec(String(rawPacket ?? '')) ?? [];
  const allow = code === 'HPE_INVALID_METHOD' ? routes.methodsAt(path) : [];
  if (allow.length > 0) return notThere(allow);
  return new ProblemError('request-unreadable', 'This is not a request that can be read.');
};

const bareAnswer = ({ problem }: ProblemError): string => {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(problem.allow ? [`allow: ${problem.allow.join(', ')}`] : []),
    'connection: close',
    '',
    body,
  ].join('\r\n');
};
