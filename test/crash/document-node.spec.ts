import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient, MongoServerError, type Collection } from 'mongodb';
import { startDocumentNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';

type Row = { _id: string; writer: number; n: number; office: string; keys: string[] };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let client: MongoClient;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await client.close();
  await node.stop();
  await folder.remove();
});

const start = async (): Promise<Collection<Row>> => {
  node = await startDocumentNode(folder.path);
  client = await new MongoClient(node.url, { serverSelectionTimeoutMS: 2_000 }).connect();
  return client.db('crash_test').collection<Row>('rows');
};

const patterns = { office: { office: 1, n: 1 }, keys: { keys: 1 }, n: { writer: 1, n: 1 } } as const;

const writers = 8;
/** The two rows that a writer's commands always write together. */
const pair = (writer: number): [string, string] => [`w${writer}-a`, `w${writer}-b`];

const row = (id: string, writer: number, n: number): Row => ({
  _id: id,
  writer,
  n,
  office: `office-${n % 5}`,
  keys: [`k${n}`, `k${n + 1}`, id],
});

/** Writes both rows in one command, again and again, until the server is gone; answers the last number that was acknowledged. */
const writeUntilGone = async (rows: Collection<Row>, writer: number, from: number): Promise<number> => {
  for (let n = from; ; n += 1) {
    const operations = pair(writer).map((id) => ({
      replaceOne: { filter: { _id: id, n: { $lt: n } }, replacement: row(id, writer, n), upsert: true },
    }));
    try {
      await rows.bulkWrite(operations, { ordered: false });
    } catch (error) {
      if (error instanceof MongoServerError && error.code !== undefined) throw error;
      return n - 1;
    }
  }
};

/** Inserts rows of their own, and deletes every third, until the server is gone; answers what was acknowledged to be there and to be gone. */
const churnUntilGone = async (rows: Collection<Row>, writer: number, round: number) => {
  const there = new Set<string>();
  const gone = new Set<string>();
  for (let n = 0; ; n += 1) {
    const id = `c${writer}-${round}-${n}`;
    try {
      await rows.insertOne(row(id, 100 + writer, n));
      there.add(id);
      if (n % 3 !== 0) continue;
      there.delete(id);
      await rows.deleteOne({ _id: id });
      gone.add(id);
    } catch {
      return { there, gone };
    }
  }
};

const expectIndexesToAgree = async (rows: Collection<Row>): Promise<void> => {
  const byId = await rows.find().sort({ _id: 1 }).toArray();
  for (const hint of Object.values(patterns))
    expect(await rows.find().hint(hint).sort({ _id: 1 }).toArray()).toEqual(byId);
  for (const { _id, n } of byId.slice(0, 50)) {
    const found = await rows
      .find({ keys: `k${n}` })
      .hint(patterns.keys)
      .toArray();
    expect(found.map((one) => one['_id'])).toContain(_id);
  }
};

/** Answers where the two rows stand: the last acknowledged write, or the one that was under way, which may have happened. */
const expectWhole = async (rows: Collection<Row>, writer: number, last: number): Promise<number> => {
  const [one, other] = await rows.find({ _id: { $in: pair(writer) } }).toArray();
  expect(other?.n).toBe(one?.n);
  const stands = one ? one.n : last;
  expect([last, last + 1]).toContain(stands);
  return stands;
};

describe('a node that is killed at any moment', () => {
  it('has lost nothing it acknowledged, holds no half of a command, and its indexes agree', async () => {
    let rows = await start();
    await rows.createIndexes(Object.entries(patterns).map(([name, key]) => ({ name, key })));
    const stands = Array.from({ length: writers }, () => 0);
    for (let round = 0; round < 6; round += 1) {
      const writing = stands.map((last, writer) => writeUntilGone(rows, writer, last + 1));
      const churning = [0, 1].map((writer) => churnUntilGone(rows, writer, round));
      await enoughWrites(rows, round);
      await node.kill();
      const [ends, churned] = await Promise.all([Promise.all(writing), Promise.all(churning)]);
      await client.close();
      rows = await start();
      for (const [writer, last] of ends.entries()) stands[writer] = await expectWhole(rows, writer, last);
      for (const { there, gone } of churned) {
        expect(await rows.countDocuments({ _id: { $in: [...there] } })).toBe(there.size);
        expect(await rows.countDocuments({ _id: { $in: [...gone] } })).toBe(0);
      }
      await expectIndexesToAgree(rows);
    }
    expect(Math.min(...stands)).toBeGreaterThan(0);
  }, 180_000);
});

/** Another number of writes each round, so that the node dies at other moments. */
const enoughWrites = async (rows: Collection<Row>, round: number): Promise<void> => {
  const enough = 40 + round * 37;
  while ((await rows.countDocuments({ _id: { $gte: `c0-${round}-`, $lt: `c0-${round}.` } })) < enough);
};
