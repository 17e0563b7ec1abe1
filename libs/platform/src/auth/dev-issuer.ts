import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Config } from '../config/config.js';
import { makeFolder } from '../files/make-folder.js';
import { isOfficeBound, type Role } from './principal.js';

export const devIssuerName = 'urn:shanyraq:development-issuer';
export const devAudience = 'shanyraq';
const algorithm = 'ES256';
const fileName = 'development-issuer.jwk.json';

export type TokenRequest = Readonly<{
  role: Role;
  /** Needed for a role that is bound to an office. */
  office?: string;
  /** The person. Absent: `<role>@<office>`. */
  sub?: string;
  /** How long the token is valid. Absent: 480. A negative number makes a token that has expired. */
  minutes?: number;
}>;

export type DevIssuer = Readonly<{
  /** A signed bearer token. Throws where the role is bound to an office and none is given. */
  issueToken: (request: TokenRequest) => Promise<string>;
  publicKey: CryptoKey;
}>;

/**
 * The built-in issuer for development: its key pair lives in the data folder and is made on first use, once, however many
 * processes ask at the same time. Throws in production, and where another issuer is configured.
 */
export const openDevIssuer = async ({
  mode,
  dataFolder,
  oidc,
}: Pick<Config, 'mode' | 'dataFolder' | 'oidc'>): Promise<DevIssuer> => {
  if (mode === 'production')
    throw new Error('the development issuer does not exist in production: take tokens from OIDC_ISSUER');
  if (oidc !== null) throw new Error(`tokens come from ${oidc.issuer} (OIDC_ISSUER), not from the development issuer`);

  const jwk = await readOrMakeKey(dataFolder);
  const privateKey = await keyOf(jwk);
  return {
    issueToken: (request) => sign(request, privateKey),
    publicKey: await keyOf({ ...jwk, d: undefined, key_ops: ['verify'] }),
  };
};

/** Whether the issuer of a data folder has its key already: it is made on first use. */
export const hasDevIssuerKey = (dataFolder: string): boolean => existsSync(join(dataFolder, fileName));

const sign = async ({ role, office, sub, minutes = 480 }: TokenRequest, key: CryptoKey): Promise<string> => {
  if (isOfficeBound(role) && office === undefined) throw new Error(`a token for ${role} needs an office`);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ role, ...(office === undefined ? {} : { office }) })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(devIssuerName)
    .setAudience(devAudience)
    .setSubject(sub ?? [role, office].filter(Boolean).join('@'))
    .setIssuedAt(now)
    .setExpirationTime(now + Math.round(minutes * 60))
    .sign(key);
};

const readOrMakeKey = async (folder: string): Promise<JWK> => {
  const path = join(folder, fileName);
  const found = await readKey(path);
  if (found) return found;

  await keepKey(folder, path, await newKey());
  const published = await readKey(path);
  if (!published) throw new Error(`${path} vanished while it was being made`);
  return published;
};

const keepKey = async (folder: string, path: string, text: string): Promise<void> => {
  try {
    makeFolder(folder);
    await publishOnce(path, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `the key of the development issuer cannot be kept (${why}): name another folder with SHANYRAQ_DATA`,
      {
        cause: error,
      },
    );
  }
};

const newKey = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
};

/** A link is made whole or not at all and never replaces a file: of several writers one wins, and all read the same key. */
const publishOnce = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const readKey = async (path: string): Promise<JWK | null> => {
  try {
    // this module alone writes the file; importJWK checks what it holds
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw new Error(`${path} cannot be read; remove it and a new key is made`, { cause: error });
  }
};

const keyOf = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error('the key of the development issuer is not a key pair');
  return key;
};

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
