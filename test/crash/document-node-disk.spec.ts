import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient, type Collection, type MongoServerError } from 'mongodb';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDocumentNode } from '../support/nodes.js';
import { startProcess, temporaryFolder } from '../support/process.js';

const entry = 'dist/infra/embedded/document-node/main.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let started: ChildProcess | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  started?.kill('SIGKILL');
  await folder.remove();
});

type Row = { _id: number; text: string };

const text = 'x'.repeat(1_500);

/** Inserts in batches of 50 until that was refused so often; answers the refusals. */
const fill = async (rows: Collection<Row>, from: number, refusals: number): Promise<unknown[]> => {
  const refused: unknown[] = [];
  for (let next = from; refused.length < refusals; next += 50) {
    const batch = Array.from({ length: 50 }, (_, i) => ({ _id: next + i, text: `${next + i} ${text}` }));
    await rows.insertMany(batch).catch((error: MongoServerError) => refused.push(`${error.code} ${error.message}`));
  }
  return refused;
};

/** The node itself met the full disk, ahead of LMDB, whose own errors are in other words. */
const refusal =
  "14031 The disk of the document node's folder takes no more (Error: ENOSPC: no space left on device, write). Make room, then try again; nothing of this command was written.";

describe('a disk that is full', () => {
  // A file system of its own, in a namespace of its own, that ends with the node; `filler` takes a third of it.
  const asOwnRoot = process.getuid?.() === 0 ? ['-m'] : ['-rm'];
  const onSmallDisk = (command: string): string[] => [
    ...asOwnRoot,
    'bash',
    '-c',
    `mount -t tmpfs -o size=24m tmpfs "${folder.path}" && ${command}`,
  ];
  const canMount = (): boolean => spawnSync('unshare', onSmallDisk('true')).status === 0;

  const startOnSmallDisk = async () => {
    const command = `head -c 8m /dev/zero > "${folder.path}/filler" && exec "${process.execPath}" ${entry} --data "${folder.path}/data"`;
    const child = spawn('unshare', onSmallDisk(command), { stdio: ['ignore', 'pipe', 'inherit'] });
    started = child;
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    // The line is the node's own.
    return { child, url: (JSON.parse(String(line)) as { ready: { url: string } }).ready.url };
  };

  it('is told to every writer; the node lives, reads and removes, and writes again once there is room', async () => {
    if (!canMount()) return process.stderr.write('Skipped: no small file system can be mounted here (unshare -m).\n');
    const { child, url } = await startOnSmallDisk();
    const client = await new MongoClient(url).connect();
    const rows = client.db('full_test').collection<Row>('rows');
    await rows.createIndex({ text: 1 });

    const writers = Array.from({ length: 8 }, (_, i) => fill(rows, i * 1_000_000, 5));
    expect((await Promise.all(writers)).flat()).toEqual(Array.from({ length: 40 }, () => refusal));
    const written = await rows.countDocuments();
    expect(written).toBeGreaterThan(0);
    expect(await rows.find().hint({ text: 1 }).toArray()).toHaveLength(written);
    expect(await rows.deleteMany({ _id: { $lt: 10 } })).toMatchObject({ deletedCount: 10 });

    await rm(`/proc/${child.pid}/root${folder.path}/filler`);
    const again = await rows.insertMany(Array.from({ length: 50 }, (_, i) => ({ _id: -1 - i, text })));
    expect(again.insertedCount).toBe(50);
    expect(await rows.find().hint({ text: 1 }).toArray()).toHaveLength(written + 40);
    await client.close();
    child.kill();
    return expect(await once(child, 'exit')).toEqual([0, null]);
  }, 60_000);

  it('undoes the whole of a bulk over several collections that it ends', async () => {
    if (!canMount()) return process.stderr.write('Skipped: no small file system can be mounted here (unshare -m).\n');
    const { url } = await startOnSmallDisk();
    const client = await new MongoClient(url).connect();
    const database = client.db('full_test');
    const [left, right] = ['left', 'right'].map((name) => database.collection<Row>(name));
    if (!left || !right) throw new Error('two collections');
    const pairs = (from: number) =>
      Array.from({ length: 400 }, (_, i) => ({
        filter: { _id: from + i },
        replacement: { text },
        upsert: true,
      })).flatMap((model) =>
        [left, right].map(({ namespace }) => ({ name: 'replaceOne' as const, namespace, ...model })),
      );
    let acknowledged = 0;
    const fillBoth = async (): Promise<never> => {
      for (;;) {
        const models = pairs(acknowledged);
        acknowledged += (await client.bulkWrite<Record<string, Row>>(models, { ordered: false })).upsertedCount / 2;
      }
    };
    await expect(fillBoth()).rejects.toMatchObject({ cause: { code: 14031, message: refusal.slice('14031 '.length) } });
    expect(acknowledged).toBeGreaterThan(0);
    for (const collection of [left, right]) expect(await collection.countDocuments()).toBe(acknowledged);
    return client.close();
  }, 60_000);
});

describe('a data file that is cut short', () => {
  it('is refused in one sentence that says what to do, wherever it is cut', async () => {
    const whole = await startDocumentNode(folder.path);
    const client = await new MongoClient(whole.url).connect();
    const rows = client.db('cut_test').collection<Row>('rows');
    await rows.createIndex({ text: 1 });
    await rows.insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i, text: `${i} ${text}` })));
    await client.close();
    await whole.kill();

    const data = join(folder.path, 'data.mdb');
    const { size } = await stat(data);
    const cut = join(folder.path, 'cut');
    await mkdir(cut);
    for (const length of [0, 1, 4_099, 8_192, 100_001, 1_048_576, Math.floor(size / 3)]) {
      await copyFile(data, join(cut, 'data.mdb'));
      await truncate(join(cut, 'data.mdb'), length);
      const refused = startProcess(entry, ['--data', cut]);
      await expect(refused).rejects.toThrow(
        /ended with 1 before it was ready: .*cannot be opened \(data\.mdb is .*restore it from a copy.*\n$/u,
      );
    }
  }, 60_000);

  it('is not made anew where a new folder would be: what was there is not overwritten', async () => {
    await writeFile(join(folder.path, 'data.mdb'), '');
    await expect(startProcess(entry, ['--data', folder.path])).rejects.toThrow('data.mdb is empty');
    expect((await stat(join(folder.path, 'data.mdb'))).size).toBe(0);
  });
});
