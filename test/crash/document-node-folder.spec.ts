import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDocumentNode } from '../support/nodes.js';
import { temporaryFolder } from '../support/process.js';

const entry = 'dist/infra/embedded/document-node/main.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** What a start that fails says, and the code it ends with. */
const failedStart = async (...args: string[]): Promise<{ said: string; code: number | null }> => {
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return { said, code: child.exitCode };
};

describe('a folder', () => {
  it('in use by one node is refused to another, and free when that one is gone, however it went', async () => {
    const first = await startDocumentNode(folder.path);
    const refused = await failedStart('--data', folder.path);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`is in use by another document node (process ${first.child.pid})`);
    expect(refused.said).toContain('give --data another folder');
    await first.kill();
    const second = await startDocumentNode(folder.path);
    expect(await second.stop()).toBe(0);
    const third = await startDocumentNode(folder.path);
    expect(await third.stop()).toBe(0);
  });

  it('that is a file, or holds something else, is refused in one sentence', async () => {
    const file = join(folder.path, 'file');
    await writeFile(file, 'x');
    await writeFile(join(folder.path, 'data.mdb'), 'no database '.repeat(2_000));
    for (const path of [file, folder.path]) {
      const { said, code } = await failedStart('--data', path);
      expect(code).toBe(1);
      expect(said).toContain(path);
      expect(said).toContain('--data');
      expect(said.trim().split('\n')).toHaveLength(1);
    }
  });

  it('may have a dot in its name', async () => {
    const node = await startDocumentNode(join(folder.path, 'cases.2025'));
    expect(await node.stop()).toBe(0);
  });

  it('has to be named', async () => {
    expect(await failedStart()).toMatchObject({ code: 1, said: expect.stringContaining('--data <folder>') });
  });
});

describe('a port', () => {
  it('in use is refused in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    // A listening TCP server has an address with a port.
    const { port } = other.address() as AddressInfo;
    const { said, code } = await failedStart('--data', folder.path, '--port', String(port));
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is in use.`);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});

describe('a node whose parent is gone', () => {
  it('stops by itself', async () => {
    const node = await startDocumentNode(folder.path);
    const exit = once(node.child, 'exit');
    node.child.disconnect();
    expect(await exit).toEqual([0, null]);
  });
});

describe('a disk that is full', () => {
  /** A node whose files may not grow beyond this, as where the disk takes no more. */
  const startWithin = async (kilobytes: number): Promise<{ child: ChildProcess; url: string }> => {
    const command = `ulimit -f ${kilobytes * 2}; exec "${process.execPath}" ${entry} --data "${folder.path}"`;
    const child = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    // The line is the node's own.
    return { child, url: (JSON.parse(String(line)) as { ready: { url: string } }).ready.url };
  };

  it('is told to the writer; what was acknowledged stays, reads go on, and room made is used', async () => {
    const { child, url } = await startWithin(12_000);
    const client = await new MongoClient(url).connect();
    const rows = client.db('full_test').collection<{ _id: number; text: string }>('rows');
    await rows.createIndex({ text: 1 });
    const text = 'x'.repeat(1_500);
    let written = 0;
    const fill = async (): Promise<unknown> => {
      for (;;) {
        const batch = Array.from({ length: 50 }, (_, i) => ({ _id: written + i, text }));
        await rows.insertMany(batch);
        written += batch.length;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 14031, message: expect.stringContaining('Make room') });
    expect(written).toBeGreaterThan(0);
    expect(await rows.countDocuments()).toBe(written);
    expect(await rows.find().hint({ text: 1 }).toArray()).toHaveLength(written);

    const exit = once(child, 'exit');
    await client.close();
    child.kill('SIGKILL');
    await exit;
    const roomy = await startDocumentNode(folder.path);
    const again = await new MongoClient(roomy.url).connect();
    const same = again.db('full_test').collection<{ _id: number; text: string }>('rows');
    expect(await same.countDocuments()).toBe(written);
    await same.insertOne({ _id: -1, text });
    expect(await same.find().hint({ text: 1 }).toArray()).toHaveLength(written + 1);
    await again.close();
    await roomy.stop();
  }, 60_000);
});
