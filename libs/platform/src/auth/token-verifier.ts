import { hash as digest } from 'node:crypto';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config/config.js';
import { devAudience, devIssuerName, openDevIssuer } from './dev-issuer.js';
import { principalOf, TokenRefused, type Principal } from './principal.js';
import { issuerKeys } from './signing-keys.js';

/** Answers who bears a token. Throws `TokenRefused`, or `IssuerUnavailable` where its keys cannot be fetched. */
export type TokenVerifier = (token: string) => Promise<Principal>;

type Trust = Readonly<{ issuer: string; audience: string; keys: JWTVerifyGetKey }>;

/** Only signatures that need a private key: a shared secret or `none` is never accepted. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const maxTokenLength = 8_192;
const maxCached = 10_000;
const cachedForMs = 5 * 60_000;

/** A token ends by the wall clock, and so does what is remembered of it. */
const wallClock = { now: () => Date.now() };

/**
 * The verifier that the configuration asks for: the issuer's published keys, or the built-in development issuer's.
 * A verified token is remembered by its hash for five minutes at most and never beyond its end.
 */
export const createTokenVerifier = async (
  config: Pick<Config, 'mode' | 'dataFolder' | 'oidc'>,
): Promise<TokenVerifier> => {
  const trust = await trustOf(config);
  const verified = new LRUCache<string, Principal>({ max: maxCached, perf: wallClock });
  return async (token) => {
    if (token.length > maxTokenLength) throw new TokenRefused('the token is too long');
    const hash = digest('sha256', token, 'base64');
    const known = verified.get(hash);
    if (known) return known;

    const claims = await verify(token, trust);
    const principal = principalOf(claims);
    verified.set(hash, principal, { ttl: Math.max(1, Math.min(cachedForMs, claims.exp * 1000 - Date.now())) });
    return principal;
  };
};

const trustOf = async (config: Pick<Config, 'mode' | 'dataFolder' | 'oidc'>): Promise<Trust> => {
  if (config.oidc) return { ...config.oidc, keys: issuerKeys(config.oidc.issuer) };
  const { publicKey } = await openDevIssuer(config);
  return { issuer: devIssuerName, audience: devAudience, keys: async () => publicKey };
};

const verify = async (token: string, { issuer, audience, keys }: Trust): Promise<JWTPayload & { exp: number }> => {
  try {
    const { payload } = await jwtVerify<{ exp: number }>(token, keys, {
      issuer,
      audience,
      algorithms,
      requiredClaims: ['sub', 'exp'],
    });
    return payload;
  } catch (error) {
    throw error instanceof errors.JOSEError ? new TokenRefused(reasonOf(error), { cause: error }) : error;
  }
};

/** In words of ours, so that nothing of the token is repeated. */
const reasonOf = (error: errors.JOSEError): string => {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the token's claim ${error.claim} is not accepted`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'the token is signed in a way that is not accepted';
  return 'the token was not signed by the issuer of this system';
};
