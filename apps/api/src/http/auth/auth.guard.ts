import { holdsIin } from '@app/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import {
  mayDo,
  ProblemError,
  IssuerUnavailable,
  TokenRefused,
  type Permission,
  type Role,
  type Principal,
  type TokenVerifier,
  rolesWith,
} from '@app/platform';
import { AccessBook } from '../access/access-book.js';
import { routeOf, type ApiRequest } from '../request.js';
import { InFlight } from '../in-flight.js';
import { LogAccess, type Access, type OpenUnlessClosed, type PermissionByField } from './allow.decorator.js';

/** Reads the bearer of an `Authorization` header. */
export class Tokens {
  /** `digest`: keyed, for a subject that is or holds an IIN: it is written wherever somebody acts. */
  constructor(
    private readonly verify: TokenVerifier,
    private readonly digest: (text: string) => string,
  ) {}

  /** Throws a problem 401 where there is no token or it is refused, 503 where its issuer cannot be reached. */
  async principalOf(authorization: string | undefined): Promise<Principal> {
    if (authorization === undefined)
      throw new ProblemError('token-missing', 'Send a token: Authorization: Bearer <token>.');
    const token = tokenIn(authorization);
    if (token === null) throw new ProblemError('token-invalid', 'Authorization must be: Bearer <token>.');
    try {
      return this.#withoutIin(await this.verify(token));
    } catch (error) {
      if (error instanceof TokenRefused)
        throw new ProblemError('token-invalid', `${sentence(error.message)}.`, { cause: error });
      if (error instanceof IssuerUnavailable) {
        throw new ProblemError('issuer-unavailable', 'Try again in a moment.', { retryAfterSeconds: 2, cause: error });
      }
      throw error;
    }
  }

  #withoutIin(principal: Principal): Principal {
    const { subject } = principal;
    if (!holdsIin(subject)) return principal;
    return { ...principal, subject: `person-${this.digest(`subject ${subject}`).slice(0, 32)}` };
  }
}

/** Lets a request through to a route whose permission the bearer of its token holds, and remembers who asks. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly inFlight: InFlight,
    private readonly log: LogAccess,
    private readonly book: AccessBook,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { access, showsPersons } = request.routeOptions.config;
    if (access === 'everybody' || (isOpenUnlessClosed(access) && this.log.isPublic)) return true;
    if (access === undefined) throw new Error(`${routeOf(request)} declares no permission`);

    const principal = await this.tokens.principalOf(request.headers.authorization);
    this.inFlight.enter(request, principal);
    request.principal = principal;
    const asked = isOpenUnlessClosed(access) ? access.unlessClosed : access;
    const missing = missingPermission(principal.role, asked, request.body);
    if (missing === null) return true;
    if (showsPersons) await this.book.refused(request, 'permission-missing');
    throw new ProblemError('permission-missing', `The role ${principal.role} lacks the permission ${missing}.`, {
      permission: missing,
      roles: rolesWith(missing),
    });
  }
}

const tokenIn = (authorization: string): string | null => {
  if (authorization.slice(0, 7).toLowerCase() !== 'bearer ') return null;
  const token = authorization.slice(7).trim();
  return token === '' || token.includes(' ') ? null : token;
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isOpenUnlessClosed = (access: Access | undefined): access is OpenUnlessClosed =>
  typeof access === 'object' && 'unlessClosed' in access;

const missingPermission = (role: Role, access: Permission | PermissionByField, body: unknown): Permission | null => {
  const needed = typeof access === 'string' ? [access] : permissionsFor(access, body);
  return needed.some((permission) => mayDo(role, permission)) ? null : (needed[0] ?? null);
};

const permissionsFor = ({ field, permissions }: PermissionByField, body: unknown): Permission[] => {
  const named =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([name]) => name === field)?.[1] : null;
  const asked = typeof named === 'string' && Object.hasOwn(permissions, named) ? permissions[named] : undefined;
  return asked === undefined ? Object.values(permissions) : [asked];
};
