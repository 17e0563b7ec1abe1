import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { OpsProblem } from '../command.js';
import type { GeneratedFile } from './generated-file.js';

const launcher = fileURLToPath(new URL('../../../launcher/src/main.js', import.meta.url));

/** The HTTP contract, as a system that was started for the purpose answers it. */
export const openApiDocument = async (): Promise<GeneratedFile> => {
  const data = await mkdtemp(join(tmpdir(), 'shanyraq-docs-'));
  const child = spawn(process.execPath, [launcher, '--no-seed'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      SHANYRAQ_DATA: data,
      EVENTSTORE_URL: '',
      MONGODB_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'close');
  try {
    const url = await Promise.race([readyUrl(child.stdout), ended.then(() => null)]);
    if (url === null)
      throw new OpsProblem('system-not-started', 'the system that was to tell its contract did not start');
    const response = await fetch(`${url}/api/v1/openapi.json`);
    return { path: 'docs/generated/openapi.json', text: `${JSON.stringify(await response.json(), null, 2)}\n` };
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  }
};

const readyUrl = (output: Readable | null): Promise<string> =>
  new Promise((resolve) => {
    if (output)
      createInterface({ input: output }).on('line', (line) => {
        // The launcher's own line, known by its first characters.
        if (line.startsWith('{"ready"')) resolve((JSON.parse(line) as { ready: { url: string } }).ready.url);
      });
  });
