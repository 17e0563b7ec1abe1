import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { startEventNode } from '../support/nodes.js';
import { temporaryFolder } from '../support/process.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

describe('the event node', () => {
  it('refuses a folder that another one works in, with a sentence, and leaves that one alone', async () => {
    const first = await startEventNode(folder.path);
    const client = EventStoreDBClient.connectionString(first.url);

    await expect(startEventNode(folder.path)).rejects.toThrow(
      `ended with 1 before it was ready: The folder ${folder.path} is in use by another event node (process ${first.child.pid}). ` +
        'Stop it, or name another folder with --data.',
    );
    await client.appendToStream('still-there', binaryEvent({ type: 'Bytes', data: Buffer.alloc(1) }));

    await client.dispose();
    await first.kill();
  });

  it('takes over the folder of one that was killed', async () => {
    const first = await startEventNode(folder.path);
    await first.kill();
    const second = await startEventNode(folder.path);

    expect(await second.stop()).toBe(0);
  });

  it('refuses a port that is taken, with a sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const started = startEventNode(folder.path, port);

    await expect(started).rejects.toThrow(
      `ended with 1 before it was ready: The event node cannot listen on 127.0.0.1:${port} ` +
        `(listen EADDRINUSE: address already in use 127.0.0.1:${port}). Stop what uses the port, or name another one with --port.`,
    );
    other.close();
  });

  it('refuses a folder that cannot be made, with a sentence', async () => {
    await writeFile(join(folder.path, 'file'), '');

    await expect(startEventNode(join(folder.path, 'file', 'below'))).rejects.toThrow(
      /The folder .*below cannot be made \(.*\)\. Name another one with --data\./,
    );
  });

  it('stops in order when the process that started it is gone', async () => {
    const node = await startEventNode(folder.path);
    const ended = once(node.child, 'exit');
    node.child.disconnect();

    expect((await ended)[0]).toBe(0);
  });
});

/** A node that may write files up to a size only: a disk that gets full. */
const startLimited = async (kibibytes: number) => {
  const command = `ulimit -f ${kibibytes}; exec "${process.execPath}" dist/infra/embedded/event-node/main.js --data "${folder.path}"`;
  const child = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number, said }));
  const [line] = await Promise.race([
    once(child.stdout, 'data') as Promise<[Buffer]>,
    ended.then(() => [null] as const),
  ]);
  // The ready line is the node's own.
  const url = line ? (JSON.parse(line.toString()) as { ready: { url: string } }).ready.url : null;
  return { url, ended };
};

describe('a disk that is full', () => {
  it('ends the node with a sentence; everything that was confirmed is there after the next start', async () => {
    const limited = await startLimited(6_000);
    const client = EventStoreDBClient.connectionString(limited.url!);
    let confirmed = 0;
    const write = async (): Promise<void> => {
      for (;;) {
        await client.appendToStream('filling', binaryEvent({ type: 'Bytes', data: Buffer.alloc(100_000) }));
        confirmed += 1;
      }
    };
    await write().catch(() => undefined);
    await client.dispose();

    const { code, said } = await limited.ended;
    expect(code).toBe(1);
    expect(said).toContain(`The event log in ${folder.path} cannot be written any more (EFBIG`);
    expect(said).toContain('Nothing that was confirmed is lost.');
    expect(said).toContain('See that the disk has room');
    expect(confirmed).toBeGreaterThan(10);
    const again = await startEventNode(folder.path);
    const reader = EventStoreDBClient.connectionString(again.url);
    let stored = 0;
    for await (const { event } of reader.readStream('filling')) stored += event ? 1 : 0;
    expect([confirmed, confirmed + 1]).toContain(stored);
    await reader.dispose();
    await again.kill();
  });

  it('from the beginning ends the start with a sentence', async () => {
    const { url, ended } = await startLimited(100);

    expect(url).toBeNull();
    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toMatch(/^The event log in .* cannot be written any more \(EFBIG.*\n$/);
  });
});
