import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { openDevIssuer, type DevIssuer } from './dev-issuer.js';
import { TokenRefused } from './principal.js';
import { IssuerUnavailable } from './signing-keys.js';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.js';

const refused = (message: string) => ({ name: 'TokenRefused', message });

describe('a token of the development issuer', () => {
  let dataFolder: string;
  let issuer: DevIssuer;
  let verify: TokenVerifier;
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'shanyraq-verifier-'));
    const config = { mode: 'development' as const, dataFolder, oidc: null };
    issuer = await openDevIssuer(config);
    verify = await createTokenVerifier(config);
  });
  afterAll(() => rm(dataFolder, { recursive: true }));
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says who bears it', async () => {
    const token = await issuer.issueToken({ role: 'caseworker', office: 'aktobe', sub: 'aliya' });
    expect(await verify(token)).toEqual({ subject: 'aliya', role: 'caseworker', office: 'aktobe' });
  });

  it('is refused once it has expired, also where it was accepted before', async () => {
    const token = await issuer.issueToken({ role: 'auditor', minutes: 1 });
    await verify(token);
    jest.useFakeTimers({ now: Date.now() + 61_000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    await expect(verify(token)).rejects.toMatchObject(refused('the token has expired'));
  });

  it('is refused where a letter of it was changed', async () => {
    const token = await issuer.issueToken({ role: 'auditor' });
    const [head, body, signature] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body!, 'base64url').toString()), role: 'portal' }),
    );
    await expect(verify(`${head}.${forged.toString('base64url')}.${signature}`)).rejects.toMatchObject(
      refused('the token was not signed by the issuer of this system'),
    );
  });

  it('is refused where it is signed by nobody (alg none)', async () => {
    const token = new UnsecuredJWT({ role: 'auditor', sub: 'x' }).setExpirationTime('5m').encode();
    await expect(verify(token)).rejects.toThrow(TokenRefused);
  });

  it('is refused where it is signed with a shared secret made of the public key', async () => {
    const { x = '' } = await crypto.subtle.exportKey('jwk', issuer.publicKey);
    const token = await signed({ role: 'auditor' }, 'HS256', new TextEncoder().encode(x.repeat(2)));
    await expect(verify(token)).rejects.toMatchObject(refused('the token is signed in a way that is not accepted'));
  });

  it('is refused where another key signed it', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expect(verify(await signed({ role: 'auditor' }, 'ES256', privateKey))).rejects.toThrow(TokenRefused);
  });

  it.each(['', 'x', 'a.b.c', 'x'.repeat(9000)])('is refused where it is none: %#', async (token) => {
    await expect(verify(token)).rejects.toThrow(TokenRefused);
  });

  const signed = (claims: JWTPayload, alg: string, key: Parameters<SignJWT['sign']>[0]): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg })
      .setIssuer('urn:shanyraq:development-issuer')
      .setAudience('shanyraq')
      .setSubject('x')
      .setExpirationTime('5m')
      .sign(key);
});

describe('a token of an OpenID Connect issuer', () => {
  let server: Server;
  let asked: string[];
  let broken: boolean;
  let key: Awaited<ReturnType<typeof generateKeyPair>>;
  let config: { mode: 'production'; dataFolder: string; oidc: { issuer: string; audience: string } };

  beforeEach(async () => {
    key = await generateKeyPair('RS256', { extractable: true });
    asked = [];
    broken = false;
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (broken) response.writeHead(500).end();
      else if (request.url === '/jwks')
        void exportJWK(key.publicKey).then((jwk) => response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'k1' }] })));
      else response.end(JSON.stringify({ issuer: config.oidc.issuer, jwks_uri: `${config.oidc.issuer}/jwks` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // a listening TCP server has an address of this kind
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    config = { mode: 'production', dataFolder: '/nowhere', oidc: { issuer, audience: 'housing' } };
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const token = (claims: JWTPayload = {}, audience = 'housing') =>
    new SignJWT({ role: 'provider-head', office: 'aktobe', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(config.oidc.issuer)
      .setAudience(audience)
      .setSubject('head')
      .setExpirationTime('5m')
      .sign(key.privateKey);

  it('is verified with the published keys, which are discovered and fetched once', async () => {
    const verify = await createTokenVerifier(config);
    expect(await verify(await token())).toEqual({ subject: 'head', role: 'provider-head', office: 'aktobe' });
    await verify(await token({ office: 'almaty-medeu' }));
    expect(asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  it('is refused where it is for somebody else', async () => {
    const verify = await createTokenVerifier(config);
    await expect(verify(await token({}, 'bank'))).rejects.toMatchObject(
      refused("the token's claim aud is not accepted"),
    );
  });

  it.each([
    [{ role: 'admin' }, 'the token carries no role of this service'],
    [{ role: ['auditor'] }, 'the token carries no role of this service'],
    [{ office: undefined }, 'the role provider-head is bound to an office, and the token names none'],
    [{ office: 'a b' }, 'the office that the token names is not one'],
    [{ sub: '' }, 'the token names no subject'],
  ])('is refused where its claims are not ours: %j', async (claims, reason) => {
    const verify = await createTokenVerifier(config);
    const subject = 'sub' in claims ? claims.sub : 'head';
    const text = await new SignJWT({ role: 'provider-head', office: 'aktobe', ...claims, sub: subject })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(config.oidc.issuer)
      .setAudience('housing')
      .setExpirationTime('5m')
      .sign(key.privateKey);
    await expect(verify(text)).rejects.toMatchObject(refused(reason));
  });

  it('is neither accepted nor refused while the issuer is away, and accepted once it is back', async () => {
    const verify = await createTokenVerifier(config);
    broken = true;
    await expect(verify(await token())).rejects.toThrow(IssuerUnavailable);
    broken = false;
    expect(await verify(await token())).toMatchObject({ subject: 'head' });
  });

  it('is not verified by an issuer that calls itself otherwise', async () => {
    const verify = await createTokenVerifier({ ...config, oidc: { ...config.oidc, issuer: `${config.oidc.issuer}/` } });
    await expect(verify(await token())).rejects.toThrow(IssuerUnavailable);
  });
});
