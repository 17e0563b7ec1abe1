import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '../support/system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ projector: false });
}, 60_000);
afterAll(() => system?.stop());

const page = 'text/html,application/xhtml+xml,*/*;q=0.8';
const ask = (path: string, accept = page, method = 'GET', headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${system.url()}${path}`, { method, headers: { accept, ...headers } });

const policyOf = (response: Response): string =>
  (response.headers.get('content-security-policy') ?? '').replace(/nonce-[^']+/, 'nonce-…');

describe('the page of the console', () => {
  it('has a policy that lets in files of this address and styles of this page, for GET and HEAD', async () => {
    const responses = [await ask('/'), await ask('/', '*/*', 'HEAD')];
    for (const response of responses) {
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(policyOf(response)).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
    }
  });

  it('bears the nonce of its policy, another one each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await ask('/');
        const [, nonce = ''] = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
        expect(await response.text()).toContain(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('is at every address that a browser asks for and nothing else has, and nowhere else', async () => {
    const statuses = await Promise.all(
      [
        ask('/cases/1?stage=DECISION'),
        ask('/cases', 'application/json'),
        ask('/api/v1/nothing'),
        ask('/assets/nothing.js'),
        ask('/log/nothing'),
        ask('/cases', page, 'POST'),
        ask('/docs'),
      ].map(async (asked) => {
        const response = await asked;
        return [response.status, policyOf(response) !== ''];
      }),
    );
    expect(statuses).toEqual([
      [200, true],
      [404, false],
      [404, false],
      [404, false],
      [404, false],
      [404, false],
      [200, false],
    ]);
  });

  it('lets the issuer of tokens in where there is one', async () => {
    const api = await system.startSecondApi({ OIDC_ISSUER: 'https://login.example/realm', OIDC_AUDIENCE: 'shanyraq' });
    try {
      const policy = policyOf(await fetch(api.url));
      expect(policy).toContain(
        "connect-src 'self' https://login.example; frame-src 'self' blob: https://login.example;",
      );
    } finally {
      await api.stop();
    }
  }, 60_000);
});

describe('a file of the console', () => {
  const script = async (): Promise<string> =>
    /src="(\/assets\/[^"]+\.js)"/.exec(await (await ask('/')).text())?.[1] ?? '';

  it('comes compressed, and is kept for ever', async () => {
    const response = await ask(await script(), '*/*', 'GET', { 'accept-encoding': 'br' });
    expect([response.status, response.headers.get('content-encoding'), response.headers.get('cache-control')]).toEqual([
      200,
      'br',
      'public, max-age=31536000, immutable',
    ]);
  });
});

describe('the built console', () => {
  const folder = 'dist/console/assets/';
  const weigh = (name: string): number => gzipSync(readFileSync(`${folder}${name}`), { level: 9 }).length;

  it('weighs less than 200 kB before its first screen, scripts and styles, compressed', () => {
    const html = readFileSync('dist/console/index.html', 'utf8');
    const first = [...html.matchAll(/\/assets\/([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name);
    // and the words of one language, those of the forms among them
    const language = readdirSync(folder).filter((name) => /^kk-.*\.js$/.test(name));
    expect(first.length).toBeGreaterThan(2);
    expect(language.length).toBeGreaterThan(1);
    expect([...first, ...language].map(weigh).reduce((sum, bytes) => sum + bytes)).toBeLessThan(200_000);
  });

  it('adds less than 60 kB for each further screen', () => {
    const screens = readdirSync(folder).filter((name) =>
      /^(worklist|case-page|command-page|palette)-.*\.(js|css)$/.test(name),
    );
    expect(screens.length).toBeGreaterThan(3);
    expect(screens.filter((name) => weigh(name) >= 60_000)).toEqual([]);
  });
});
