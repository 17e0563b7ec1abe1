import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { startDocumentNode } from '../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../test/support/process.js';
import { openClient, type OpenClient } from './open-client.js';
import { replaceEach, type Replacement } from './replace-each.js';

/** What a server of each age is sent for writes to two collections. */
const ages = [
  ['MongoDB 8', '25', ['bulkWrite']],
  ['MongoDB 7', '21', ['update', 'update']],
] as const;

describe.each(ages)('writing to several collections of %s', (_, wireVersion, sent) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let node: RunningProcess;
  let open: OpenClient;
  let round = 0;
  let one: Collection<Document>;
  let other: Collection<Document>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    node = await startDocumentNode(folder.path, undefined, { DOCUMENT_NODE_WIRE_VERSION: wireVersion });
    open = openClient(`${node.url}&monitorCommands=true`, {});
  });
  afterAll(async () => {
    await open.close();
    await node.stop();
    await folder.remove();
  });
  beforeEach(() => {
    round += 1;
    one = open.client.db(`spec${round}`).collection('one');
    other = open.client.db(`spec${round}`).collection('other');
  });

  const at = (collection: Collection<Document>, id: string, position: number): Replacement => ({
    collection,
    filter: { _id: id, position: { $lt: position } },
    replacement: { position },
  });
  const stored = async (collection: Collection<Document>) => collection.find().sort({ _id: 1 }).toArray();

  it('replaces and adds in each, with as few commands as it knows', async () => {
    await replaceEach(open.client, [at(one, 'a', 1)]);
    const commands: string[] = [];
    open.client.on('commandStarted', ({ commandName }) => commands.push(commandName));
    expect(await replaceEach(open.client, [at(one, 'a', 2), at(other, 'b', 1), at(one, 'c', 1)])).toEqual([]);
    open.client.removeAllListeners('commandStarted');
    expect(commands).toEqual(sent);
    expect(await stored(one)).toEqual([
      { _id: 'a', position: 2 },
      { _id: 'c', position: 1 },
    ]);
    expect(await stored(other)).toEqual([{ _id: 'b', position: 1 }]);
  });

  it('tells each that is refused by its place, and writes all others', async () => {
    await replaceEach(open.client, [at(one, 'a', 5), at(other, 'b', 5)]);
    const refused = await replaceEach(open.client, [
      at(other, 'c', 1),
      at(one, 'a', 4),
      at(one, 'd', 1),
      at(other, 'b', 5),
    ]);
    expect(refused.map(({ index, code }) => [index, code]).toSorted()).toEqual([
      [1, 11_000],
      [3, 11_000],
    ]);
    expect((await stored(one)).map(({ _id }) => String(_id))).toEqual(['a', 'd']);
    expect((await stored(other)).map(({ _id }) => String(_id))).toEqual(['b', 'c']);
  });

  it('sends nothing where there is nothing to write', async () => {
    expect(await replaceEach(open.client, [])).toEqual([]);
  });

  it('takes more documents than a server takes in one command', async () => {
    const many = Array.from({ length: 700 }, (__, index) => ({
      ...at(index % 2 ? one : other, String(index), 1),
      replacement: { position: 1, text: 'x'.repeat(40_000) },
    }));
    const refused = await replaceEach(open.client, [...many, { ...at(one, '1', 1) }]);
    expect(refused.map(({ index }) => index)).toEqual([700]);
    expect([await one.countDocuments(), await other.countDocuments()]).toEqual([350, 350]);
  });

  it('throws what is not about a document: the server that is gone', async () => {
    const gone = openClient('mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100', {});
    const collection = gone.client.db('spec').collection('one');
    await expect(replaceEach(gone.client, [at(collection, 'a', 1)])).rejects.toThrow(/ECONNREFUSED|selection/i);
    await gone.close();
  });
});
