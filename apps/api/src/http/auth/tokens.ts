import { IssuerUnavailable, ProblemError, TokenRefused, type Principal, type TokenVerifier } from '@app/platform';

/** Reads the bearer of an `Authorization` header. */
export class Tokens {
  constructor(private readonly verify: TokenVerifier) {}

  /** Throws a problem 401 where there is no token or it is refused, 503 where its issuer cannot be reached. */
  async principalOf(authorization: string | undefined): Promise<Principal> {
    if (authorization === undefined)
      throw new ProblemError('token-missing', 'Send a token: Authorization: Bearer <token>.');
    const token = tokenIn(authorization);
    if (token === null) throw new ProblemError('token-invalid', 'Authorization must be: Bearer <token>.');
    try {
      return await this.verify(token);
    } catch (error) {
      if (error instanceof TokenRefused)
        throw new ProblemError('token-invalid', `${sentence(error.message)}.`, { cause: error });
      if (error instanceof IssuerUnavailable) {
        throw new ProblemError('issuer-unavailable', 'Try again in a moment.', { retryAfterSeconds: 2, cause: error });
      }
      throw error;
    }
  }
}

const tokenIn = (authorization: string): string | null => {
  if (authorization.slice(0, 7).toLowerCase() !== 'bearer ') return null;
  const token = authorization.slice(7).trim();
  return token === '' || token.includes(' ') ? null : token;
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
