import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '@app/platform';
import type { Looking } from './access/looking.js';

/** A request as the hooks and the guard leave it. */
export type ApiRequest = FastifyRequest & {
  /** Who asks; set by the guard, absent on routes that are open to everybody. */
  principal?: Principal;
  /** What it may see of persons, and has seen; set once it is known who asks. */
  looking?: Looking;
  /** When it came, ISO 8601; set by the first hook. */
  receivedAt?: string;
  /** What the caller was told, where that was a problem. */
  problemCode?: string;
};

export type ApiReply = FastifyReply;

/** The pattern of the route, never the address asked for, which may name a person. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';

/** Who asks, on a route that is not open to everybody. */
export const principalOf = (request: ApiRequest): Principal => {
  if (!request.principal) throw new Error(`${routeOf(request)} is open to everybody and has no principal`);
  return request.principal;
};

/** What a request may see of persons. */
export const lookingOf = (request: ApiRequest): Looking => {
  if (!request.looking) throw new Error(`${routeOf(request)} is open to everybody and shows nobody`);
  return request.looking;
};
