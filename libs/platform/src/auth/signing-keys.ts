import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The issuer could not be asked for its keys; try again later. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

const timeoutMs = 5_000;

/**
 * The keys of an OpenID Connect issuer: discovered once, fetched when first needed, kept and renewed by jose.
 * A failed discovery is tried again at the next token. Throws {@link IssuerUnavailable}.
 */
export const issuerKeys = (issuer: string): JWTVerifyGetKey => {
  let discovered: Promise<JWTVerifyGetKey> | null = null;
  return async (header, token) => {
    discovered ??= discover(issuer);
    try {
      const keys = await discovered;
      return await keys(header, token);
    } catch (error) {
      if (error instanceof IssuerUnavailable) discovered = null;
      throw unreachable(error)
        ? new IssuerUnavailable(`the keys of ${issuer} cannot be fetched`, { cause: error })
        : error;
    }
  };
};

const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await fetchJson(address);
  if (document['issuer'] !== issuer) throw new IssuerUnavailable(`${address} is the configuration of another issuer`);
  const { jwks_uri: keysAddress } = document;
  if (typeof keysAddress !== 'string' || !URL.canParse(keysAddress))
    throw new IssuerUnavailable(`${address} names no jwks_uri`);
  return createRemoteJWKSet(new URL(keysAddress), { timeoutDuration: timeoutMs });
};

const fetchJson = async (address: string): Promise<Readonly<Record<string, unknown>>> => {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const document: unknown = await answer.json();
    if (typeof document !== 'object' || document === null) throw new Error('no JSON object');
    return { ...document };
  } catch (error) {
    throw new IssuerUnavailable(`${address} cannot be read`, { cause: error });
  }
};

/** jose tells a slow or wrong answer by its code; what has no code of jose's is fetch's own failure. */
const unreachable = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || error.code === 'ERR_JWKS_TIMEOUT' || error.code === 'ERR_JOSE_GENERIC';
