import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '../support/system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ projector: false });
}, 60_000);
afterAll(() => system?.stop());

/** The status of an address as it is written: `fetch` would set it right. */
const statusOf = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> => {
  const { hostname, port } = new URL(system.url());
  const sent = request({ hostname, port, path, headers, agent: false }).end();
  const [response]: IncomingMessage[] = await once(sent, 'response');
  response?.resume();
  return response?.statusCode;
};

describe('an address below /docs', () => {
  it.each(['/docs/../package.json', '/docs/..', '/docs/%5c..%5c', '/docs/./x', '/docs//etc/passwd'])(
    'that leads out of its folder is 404: %s',
    async (path) => expect(await statusOf(path)).toBe(404),
  );

  it.each(['/docs/%00', '/docs/a%00b', '/docs/swagger-ui.css%00', `/docs/${'a'.repeat(5_000)}`])(
    'that names no file is 404: %#',
    async (path) => expect(await statusOf(path)).toBe(404),
  );

  it('whose range is not in the file is 400', async () => {
    expect(await statusOf('/docs/swagger-ui.css')).toBe(200);
    expect(await statusOf('/docs/swagger-ui.css', { range: 'bytes=99999999-' })).toBe(400);
  });
});
