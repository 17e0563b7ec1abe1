import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoServerError, MongoWriteConcernError, type Collection, type MongoBulkWriteError } from 'mongodb';
import { startDocumentNode } from '../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../test/support/process.js';
import { startRelay, type Relay } from '../../../test/support/relay.js';
import { duplicatesIn, isDuplicate } from './duplicates.js';
import { openClient, type OpenClient } from './open-client.js';
import { isMongoAway } from './store-away.js';

type Item = { _id: string };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let relay: Relay;
let open: OpenClient;
let items: Collection<Item>;

/** A client that reaches the node through the relay, and tries nothing twice. */
const openThroughRelay = (): OpenClient =>
  openClient(`mongodb://127.0.0.1:${relay.port}/?directConnection=true&retryReads=false&retryWrites=false`, {});
const itemsOf = ({ client }: OpenClient) => client.db('spec').collection<Item>('items');

beforeAll(async () => {
  folder = await temporaryFolder();
  node = await startDocumentNode(folder.path);
  relay = await startRelay(Number(new URL(node.url).port));
  open = openThroughRelay();
  items = itemsOf(open);
  await items.insertOne({ _id: 'there' });
});
afterAll(async () => {
  await open.close();
  await relay.close();
  await node.stop();
  await folder.remove();
});

const errorOf = (action: Promise<unknown>): Promise<unknown> =>
  action.then(
    () => null,
    (error: unknown) => error,
  );

/** The error of an action whose request is cut off, of a new client: one that was cut off before may still think that its server is away. */
const inMiddleOf = async (bytes: string, action: (of: Collection<Item>) => Promise<unknown>): Promise<unknown> => {
  const fresh = openThroughRelay();
  await fresh.client.db('spec').command({ ping: 1 });
  const cut = relay.cutAt(bytes, 'nothing', async () => undefined);
  const error = await errorOf(action(itemsOf(fresh)));
  await cut;
  await fresh.close();
  return error;
};
const many = (of: Collection<Item>) => of.insertMany([{ _id: 'new' }, { _id: 'newer' }], { ordered: false });

describe('an outage', () => {
  it.each([
    ['a query', 'find', (of: Collection<Item>) => of.find().toArray()],
    ['a single write', 'insert', (of: Collection<Item>) => of.insertOne({ _id: 'new' })],
    ['a bulk insert', 'insert', many],
    [
      'a bulk write',
      'update',
      (of: Collection<Item>) => of.bulkWrite([{ replaceOne: { filter: { _id: 'a' }, replacement: {} } }]),
    ],
  ])('in the middle of %s is told as such', async (_, bytes, action) => {
    expect(isMongoAway(await inMiddleOf(bytes, action))).toBe(true);
  });

  it.each([91, 189, 10_107, 11_600, 13_436, 64])('that a server tells by code %i is one', (code) => {
    expect(isMongoAway(new MongoServerError({ code, message: 'going away' }))).toBe(true);
    expect(isMongoAway(new MongoWriteConcernError({ ok: 1, writeConcernError: { code, errmsg: 'going away' } }))).toBe(
      true,
    );
  });

  it('is a socket that breaks while the driver waits for it to drain', async () => {
    const server = createServer((socket) => void socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket.resume(), 'end');
    const drained = once(socket, 'drain');
    socket.write('late');
    expect(isMongoAway(await errorOf(drained))).toBe(true);
    server.close();
  });

  it('is found where it is the cause of another error, and nowhere else', async () => {
    const cause = await inMiddleOf('find', (of) => of.find().toArray());
    expect(isMongoAway(new Error('the list could not be read', { cause }))).toBe(true);
    expect([new TypeError('not a function'), 'text', null].map(isMongoAway)).toEqual([false, false, false]);
  });

  it('is a server that is gone, for every kind of call', async () => {
    const gone = openClient('mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100', {});
    const collection = gone.client.db('spec').collection<Item>('items');
    const errors = [await errorOf(collection.findOne()), await errorOf(collection.insertMany([{ _id: 'a' }]))];
    expect(errors.map(isMongoAway)).toEqual([true, true]);
    await gone.close();
    expect(isMongoAway(await errorOf(collection.findOne()))).toBe(true);
  });
});

describe('a refusal', () => {
  it('of what is there already is an answer, of one write and of many', async () => {
    const one = await errorOf(items.insertOne({ _id: 'there' }));
    expect([isMongoAway(one), isDuplicate(one)]).toEqual([false, true]);
    const some = await errorOf(items.insertMany([{ _id: 'there' }, { _id: 'fresh' }], { ordered: false }));
    expect([isMongoAway(some), duplicatesIn(some)?.indexes]).toEqual([false, new Set([0])]);
  });

  it('does not hide that no majority has taken the rest', async () => {
    const refused = await errorOf(items.insertMany([{ _id: 'there' }, { _id: 'other' }], { ordered: false }));
    // The driver's own error of a bulk, to which a part is added that the embedded node never gives.
    const { result } = refused as MongoBulkWriteError;
    result.getWriteConcernError = () => ({ code: 64 }) as ReturnType<typeof result.getWriteConcernError>;
    expect([isMongoAway(refused), duplicatesIn(refused)]).toEqual([true, null]);
  });
});
