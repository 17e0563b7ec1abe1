import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiReply, ApiRequest } from '../http/request.js';

/** Addresses of the API and of what else has its own answers: there is no page at them. */
const reserved = /^\/(api|assets|dev|docs|health|log|metrics)(\/|$)/;

/** Where the build lays the console: `dist/console` of this package, from wherever this file runs. Null where it is not built. */
export const consoleFolder = (): string | null => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const built = join(folder, 'dist', 'console');
  return existsSync(join(built, 'index.html')) ? built : null;
};

/** The page of the console: at `/`, and wherever a browser asks for a page and nothing else is. */
export class ConsolePage {
  private constructor(
    private readonly html: string,
    /** Where people sign in; null for the development sign-in. */
    private readonly issuer: string | null,
  ) {}

  static async read(folder: string, issuer: string | null): Promise<ConsolePage> {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    return new ConsolePage(html, issuer === null ? null : new URL(issuer).origin);
  }

  /** Whether a request that no route takes is one for the page. */
  isAskedFor({ method, url, headers }: Pick<ApiRequest, 'method' | 'url' | 'headers'>): boolean {
    if (method !== 'GET' && method !== 'HEAD') return false;
    const path = url.replace(/[?#].*$/s, '');
    if (path === '/') return true;
    return !reserved.test(path) && /\btext\/html\b/.test(headers.accept ?? '');
  }

  send(reply: ApiReply): void {
    const nonce = randomBytes(16).toString('base64');
    reply
      .code(200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': this.#policy(nonce),
        'referrer-policy': 'no-referrer',
      })
      .send(this.html.replaceAll('{{nonce}}', nonce));
  }

  /** Scripts and files of this address alone, styles that bear the nonce of the page, nobody's frame. */
  #policy(nonce: string): string {
    const issuer = this.issuer === null ? '' : ` ${this.issuer}`;
    return [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self'${issuer}`,
      `frame-src 'self' blob:${issuer}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
  }
}
