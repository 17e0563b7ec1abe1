import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BSONRegExp, deserialize, serialize } from 'bson';
import type { Document } from 'mongodb';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { codeOf, errorOf, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const megabytes = 1024 * 1024;

describe('what is larger than a document may be', () => {
  it('is refused with BSONObjectTooLarge: inserted, replaced, grown, upserted', async () => {
    const items = server.collection();
    const [text, more] = ['x'.repeat(16 * megabytes), 'x'.repeat(9 * megabytes)];
    await items.insertOne({ _id: 1, half: more });
    const refused = [
      items.insertOne({ _id: 2, text }),
      items.replaceOne({ _id: 1 }, { text }),
      items.updateOne({ _id: 1 }, { $set: { more } }),
      items.updateOne({ _id: 3 }, { $set: { text } }, { upsert: true }),
      items.findOneAndUpdate({ _id: 1 }, { $set: { more } }),
    ];
    for (const action of refused)
      expect(await errorOf(action)).toMatchObject({ code: 10334, message: expect.stringContaining('BSONObj') });
    expect(await items.countDocuments({ text: { $ne: null } })).toBe(0);
    expect(await items.countDocuments({ more: { $ne: null } })).toBe(0);
    expect(await items.countDocuments()).toBe(1);
  });

  it('is refused as a command, too', async () => {
    const items = server.collection();
    await items.insertOne({ _id: 1 });
    const text = 'x'.repeat(16 * megabytes + 65_536);
    expect(await codeOf(items.find({ text }).toArray())).toBe(10334);
    expect(await codeOf(items.deleteMany({ text }))).toBe(10334);
    expect(await items.countDocuments()).toBe(1);
  });
});

/** The bytes that a server answers to a message; none where it closes the connection instead. */
const answerTo = async (message: Buffer): Promise<Buffer | undefined> => {
  const { hostname, port } = new URL(server.url);
  const socket: Socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const answered = once(socket, 'data').then(([data]) => data as Buffer);
  const closed = once(socket, 'close').then(() => undefined);
  socket.write(message);
  const outcome = await Promise.race([answered, closed]);
  socket.destroy();
  return outcome;
};

/** An OP_MSG with this body, as a driver would not send it. */
const messageOf = (body: Buffer, length?: number): Buffer => {
  const message = Buffer.concat([Buffer.alloc(21), body]);
  message.writeInt32LE(length ?? message.length, 0);
  message.writeInt32LE(2013, 12);
  return message;
};

const bson = (document: Document): Buffer => Buffer.from(serialize(document));

/** What a command is answered whose bytes stand for text that no driver writes. */
const answerToBytes = async (command: Document, text: string, bytes: string): Promise<Document> => {
  const body = bson({ ...command, $db: server.database.databaseName });
  const changed = Buffer.from(body.toString('latin1').replaceAll(text, bytes), 'latin1');
  return deserialize((await answerTo(messageOf(changed)))?.subarray(21) ?? bson({}));
};

describe('a message', () => {
  it('of more than 48,000,000 bytes ends its connection, and no other', async () => {
    const ping = bson({ ping: 1, $db: 'admin' });
    expect(await answerTo(messageOf(ping))).toBeDefined();
    expect(await answerTo(messageOf(ping, 48_000_001))).toBeUndefined();
    expect(await server.database.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});

describe('a batch', () => {
  const tooMany = (make: (index: number) => Document): Document[] =>
    Array.from({ length: 100_001 }, (_, index) => make(index));
  const statements = {
    insert: { documents: tooMany((_id) => ({ _id })) },
    update: { updates: tooMany(() => ({ q: {}, u: { n: 1 } })) },
    delete: { deletes: tooMany(() => ({ q: {}, limit: 1 })) },
  };

  it.each(['insert', 'update', 'delete'] as const)(
    'of more than 100,000 writes, or of none: %s',
    async (command) => {
      const items = server.collection();
      await items.insertOne({ _id: -1 });
      const [[name, list]] = Object.entries(statements[command]) as [[string, Document[]]];
      for (const batch of [list, []]) {
        const error = await errorOf(server.database.command({ [command]: items.collectionName, [name]: batch }));
        expect(error).toMatchObject({ code: 16, codeName: 'InvalidLength' });
        expect(error?.message).toContain(`between 1 and 100000. Got ${batch.length} operations.`);
      }
      expect(await items.find().toArray()).toEqual([{ _id: -1 }]);
    },
    60_000,
  );

  it('of 100,000 is taken', async () => {
    const items = server.collection();
    const documents = statements.insert.documents.slice(1);
    expect(await server.database.command({ insert: items.collectionName, documents })).toMatchObject({ n: 100_000 });
  }, 60_000);
});

describe('a delete', () => {
  it.each([2, -1, 0.5, 1_000])('with a limit of %s is refused, and deletes nothing', async (limit) => {
    const items = server.collection();
    await items.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
    const deletes = [
      { q: { _id: 1 }, limit: 1 },
      { q: {}, limit },
    ];
    const error = await errorOf(server.database.command({ delete: items.collectionName, deletes }));
    expect(error).toMatchObject({ code: 9, message: expect.stringContaining('must be 0 or 1') });
    expect(await items.countDocuments()).toBe(3);
  });

  it('takes its limit as any kind of number', async () => {
    const items = server.collection();
    await items.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
    const remove = (limit: unknown) =>
      server.database.command({ delete: items.collectionName, deletes: [{ q: {}, limit }] });
    expect(await remove(1.0)).toMatchObject({ n: 1 });
    expect(await remove(0n)).toMatchObject({ n: 2 });
  });
});

describe('an id', () => {
  it.each<[string, unknown, number]>([
    ['an object with a $ name', { $a: 1 }, 52],
    ['an object with a later $ name', { a: 1, $b: 2 }, 52],
    ['an array', [1], 53],
    ['an empty array', [], 53],
    ['a regular expression', new BSONRegExp('a'), 53],
  ])('that is %s is refused, inserted or upserted', async (_, id, code) => {
    const items = server.collection();
    await items.insertOne({ _id: 1, n: 1 });
    expect(await codeOf(items.insertOne({ _id: id } as never))).toBe(code);
    const upserts = [
      { q: { n: 2 }, u: { $set: { _id: id } }, upsert: true },
      { q: { n: 2 }, u: { _id: id, n: 2 }, upsert: true },
    ];
    for (const statement of upserts) {
      const answer = await server.database.command({ update: items.collectionName, updates: [statement] });
      expect(answer['writeErrors']).toHaveLength(1);
    }
    expect(await items.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
  });

  it('that is undefined is refused', async () => {
    const items = server.collection();
    // A null's type byte is 10, that of undefined 6.
    const insert = { insert: items.collectionName, documents: [{ _id: null }] };
    const answer = await answerToBytes(insert, '\x0a_id', '\x06_id');
    expect(answer['writeErrors']).toMatchObject([{ index: 0, code: 53 }]);
  });

  it('given twice is refused', async () => {
    const items = server.collection();
    const twoIds = { _id: 1, $id: 2 };
    const insert = { insert: items.collectionName, documents: [twoIds] };
    const updates = [{ q: { n: 1 }, u: twoIds, upsert: true }];
    for (const command of [insert, { update: items.collectionName, updates }]) {
      const answer = await answerToBytes(command, '\x10$id', '\x10_id');
      expect(answer['writeErrors']).toHaveLength(1);
    }
    expect(await items.countDocuments()).toBe(0);
  });

  it('may be an object', async () => {
    const items = server.collection<{ _id: unknown }>();
    await items.insertMany([{ _id: { a: 1, b: { $c: 2 } } }, { _id: { b: 1, a: 1 } }] as never);
    expect(await items.countDocuments({ _id: { b: 1, a: 1 } })).toBe(1);
  });
});
