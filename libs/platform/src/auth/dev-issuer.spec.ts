import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { openDevIssuer } from './dev-issuer.js';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'shanyraq-issuer-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

const development = () => ({ mode: 'development' as const, dataFolder, oidc: null });

describe('the development issuer', () => {
  it('issues tokens with role, office, subject and end', async () => {
    const issuer = await openDevIssuer(development());
    const token = await issuer.issueToken({ role: 'caseworker', office: 'almaty-bostandyk', sub: 'aliya', minutes: 5 });
    const { iat, exp, ...claims } = decodeJwt(token);
    expect(claims).toEqual({
      iss: 'urn:shanyraq:development-issuer',
      aud: 'shanyraq',
      sub: 'aliya',
      role: 'caseworker',
      office: 'almaty-bostandyk',
    });
    expect((exp ?? 0) - (iat ?? 0)).toBe(300);
  });

  it('names a different person per role and office where nobody is named', async () => {
    const issuer = await openDevIssuer(development());
    const subjectOf = async (request: Parameters<typeof issuer.issueToken>[0]) =>
      decodeJwt(await issuer.issueToken(request)).sub;
    expect(await subjectOf({ role: 'provider-head', office: 'aktobe' })).toBe('provider-head@aktobe');
    expect(await subjectOf({ role: 'auditor' })).toBe('auditor');
  });

  it('issues no token that the api would refuse: an office-bound role needs an office', async () => {
    const issuer = await openDevIssuer(development());
    await expect(issuer.issueToken({ role: 'caseworker' })).rejects.toThrow('a token for caseworker needs an office');
  });

  it('makes one key however many ask at the same time, and leaves no draft behind', async () => {
    const issuers = await Promise.all(Array.from({ length: 8 }, () => openDevIssuer(development())));
    const keys = await Promise.all(issuers.map(({ publicKey }) => crypto.subtle.exportKey('jwk', publicKey)));
    expect(new Set(keys.map(({ x }) => x)).size).toBe(1);
    expect(await readdir(dataFolder)).toEqual(['development-issuer.jwk.json']);
  });

  it('keeps the key to its owner', async () => {
    await openDevIssuer(development());
    const { mode } = await stat(join(dataFolder, 'development-issuer.jwk.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('hands out no private part', async () => {
    const { publicKey } = await openDevIssuer(development());
    expect(publicKey.type).toBe('public');
    expect(JSON.parse(await readFile(join(dataFolder, 'development-issuer.jwk.json'), 'utf8'))).toHaveProperty('d');
  });

  it('says which file is broken', async () => {
    await writeFile(join(dataFolder, 'development-issuer.jwk.json'), '{');
    await expect(openDevIssuer(development())).rejects.toThrow('development-issuer.jwk.json cannot be read');
  });

  it('does not exist in production', async () => {
    await expect(openDevIssuer({ mode: 'production', dataFolder, oidc: null })).rejects.toThrow(
      'the development issuer does not exist in production',
    );
    expect(await readdir(dataFolder)).toEqual([]);
  });

  it('gives way to a configured issuer', async () => {
    const oidc = { issuer: 'https://login.example', audience: 'x' };
    await expect(openDevIssuer({ ...development(), oidc })).rejects.toThrow('tokens come from https://login.example');
  });
});
