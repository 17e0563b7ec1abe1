import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import { MongoClient } from 'mongodb';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startDocumentNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let client: MongoClient;
beforeEach(async () => {
  folder = await temporaryFolder();
  node = await startDocumentNode(folder.path);
  client = await new MongoClient(node.url).connect();
}, 60_000);
afterEach(async () => {
  await client.close();
  await node.stop();
  await folder.remove();
});

const megabyte = 1024 * 1024;

/** The memory that the node takes, in bytes. */
const memory = (): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(node.child.pid)], { encoding: 'utf8' })) * 1024;

/** A command as it goes over the wire (OP_MSG). */
const message = (command: object): Buffer => {
  const body = Buffer.from(serialize(command));
  const header = Buffer.alloc(21);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(2013, 12);
  return Buffer.concat([header, body]);
};

describe('a client that reads nothing', () => {
  it('makes the node hold one answer for it, however much it asks; the others are served', async () => {
    const rows = client.db('slow_test').collection<{ _id: number; text: string }>('rows');
    for (let i = 0; i < 15; i += 1) await rows.insertOne({ _id: i, text: 'x'.repeat(megabyte) });
    const before = memory();

    const silent = connect(Number(new URL(node.url).port), '127.0.0.1').pause();
    await once(silent, 'connect');
    silent.write(Buffer.concat(Array.from({ length: 200 }, () => message({ find: 'rows', $db: 'slow_test' }))));
    for (let i = 0; i < 200; i += 1) expect(await rows.countDocuments({ _id: { $gte: 0 } })).toBe(15);

    expect(memory() - before).toBeLessThan(300 * megabyte);
    silent.destroy();
  }, 60_000);

  it('loses its oldest cursors where it opens more and more; those in use go on', async () => {
    const rows = client.db('slow_test').collection('rows');
    await rows.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
    const open = async () => {
      const cursor = rows.find({}, { batchSize: 1 });
      await cursor.next();
      return cursor;
    };
    const oldest = await open();
    const inUse = await open();
    for (let i = 0; i < 500; i += 1) await open();
    await inUse.next();
    for (let i = 0; i < 500; i += 1) await open();
    expect(await inUse.next()).toMatchObject({ n: 3 });
    await expect(oldest.next()).rejects.toMatchObject({
      code: 43,
      message: expect.stringContaining('made way for newer'),
    });
  }, 60_000);
});
