import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startDocumentNode } from '../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../test/support/process.js';
import { connectVault } from './connect-vault.js';
import { MasterKeyRefused, SealBroken, VaultUnavailable, type Vault } from './vault.js';
import { rotateMasterKey } from './rotate-master-key.js';

const aliya = '790101300123';
const bolat = '800202300456';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let mongo: MongoClient;
let mongoUrl: string;
let masterKeyFile: string;
let nth = 0;
const opened: Vault[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  node = await startDocumentNode(join(folder.path, 'documents'));
  mongo = new MongoClient(node.url);
});

afterAll(async () => {
  await mongo.close();
  await node.stop();
  await folder.remove();
});

/** Every spec has a vault of its own. */
beforeEach(() => {
  nth += 1;
  mongoUrl = node.url.replace(/\/(?=\?|$)/, `/vault${nth}_test`);
  masterKeyFile = join(folder.path, `master-${nth}.key`);
});

afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.close();
});

describe('sealing', () => {
  it('gives back what was sealed, in the order asked, also in another process', async () => {
    const vault = await open();
    const sealed = await vault.seal([
      { subject: aliya, text: '{"name":"Әлия"}', at: '/p', place: 'p1' },
      { subject: bolat, text: '"Болат"', at: '/p', place: 'p2' },
      { subject: aliya, text: 'null', at: '/p', place: 'p3' },
    ]);
    const requests = sealed.map((value, index) => ({ sealed: value, at: '/p', place: `p${index + 1}` }));
    const texts = [
      { text: '{"name":"Әлия"}', disclosure: expect.any(String) },
      { text: '"Болат"', disclosure: expect.any(String) },
      { text: 'null', disclosure: expect.any(String) },
    ];

    expect(await vault.unseal(requests)).toEqual(texts);
    expect(await (await open()).unseal(requests)).toEqual(texts);
  });

  it('makes one key per person, however many ask for it at once', async () => {
    const vaults = [await open(), await open(), await open()];
    const sealed = await Promise.all(
      range(30).map((index) => vaults[index % 3]!.seal([{ subject: aliya, text: `${index}`, at: '/p', place: 'p' }])),
    );

    expect(await keyRows()).toHaveLength(1);
    const requests = sealed.flat().map((value) => ({ sealed: value, at: '/p', place: 'p' }));
    expect(await (await open()).unseal(requests)).toEqual(
      range(30).map((index) => ({ text: `${index}`, disclosure: expect.any(String) })),
    );
  });

  it('stores neither the IIN nor the sealed text nor a key in the clear', async () => {
    const vault = await open();
    const sealed = await vault.seal([{ subject: aliya, text: 'secret words', at: '/p', place: 'p' }]);
    const rows = JSON.stringify([await keyRows(), await headRows(), sealed]);

    expect(rows).not.toContain(aliya);
    expect(rows).not.toContain('secret words');
    expect(await keyRows()).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-f]{32}-1$/),
        state: 'ACTIVE',
        wrapped: expect.any(String),
        master: expect.any(String),
      },
    ]);
  });

  it('binds a value to its place', async () => {
    const vault = await open();
    const [sealed] = await vault.seal([{ subject: aliya, text: 'x', at: '/p', place: 'here' }]);

    await expect(vault.unseal([{ sealed: sealed!, at: '/p', place: 'there' }])).rejects.toThrow(SealBroken);
  });

  it.each(['2.a-1.b', '3.a-1.b.c', '1.a-1', 'nonsense'])('refuses what is not a sealed value: %s', async ($sealed) => {
    await expect((await open()).unseal([{ sealed: { $sealed }, at: '/p', place: 'p' }])).rejects.toThrow(SealBroken);
  });

  it('does not take a key that the vault never had for an erased one', async () => {
    const vault = await open();
    const [sealed] = await vault.seal([{ subject: aliya, text: 'x', at: '/p', place: 'p' }]);
    const elsewhere = sealed!.$sealed.replace(/^2\.[0-9a-f]{32}/, `2.${'0'.repeat(32)}`);

    await expect(vault.unseal([{ sealed: { $sealed: elsewhere }, at: '/p', place: 'p' }])).rejects.toThrow(
      'the vault has no key 00000000000000000000000000000000-1: is this its database, all of it?',
    );
  });
});

describe('digests', () => {
  it('are the same in every process, different for every text, and not to be made without the key', async () => {
    const [one, two] = [await open(), await open()];

    expect(one.digest('a')).toBe(two.digest('a'));
    expect(one.digest('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(one.digest('a')).not.toBe(one.digest('b'));
    mongoUrl = mongoUrl.replace('_test', '_other_test');
    expect((await open()).digest('a')).not.toBe(one.digest('a'));
  });
});

describe('the master key', () => {
  it('is made on the first start where that is allowed, once for all who start', async () => {
    const vaults = await Promise.all(range(5).map(open));
    const [sealed] = await vaults[0]!.seal([{ subject: aliya, text: 'x', at: '/p', place: 'p' }]);

    for (const vault of vaults)
      expect(await vault.unseal([{ sealed: sealed!, at: '/p', place: 'p' }])).toEqual([
        { text: 'x', disclosure: expect.any(String) },
      ]);
    expect(await headRows()).toHaveLength(1);
  });

  it('is asked for where it may not be made', async () => {
    await expect(connectVault({ mongoUrl, masterKeyFile })).rejects.toThrow(
      new MasterKeyRefused(`There is no master key file ${masterKeyFile}: set MASTER_KEY_FILE to one that exists.`),
    );
  });

  it('is never made anew for a vault that has keys', async () => {
    await open();
    masterKeyFile += '.lost';

    await expect(open()).rejects.toThrow(
      /The vault holds keys wrapped by master key [0-9a-f]{16}, and there is no file/,
    );
  });

  it('that belongs to another vault is refused', async () => {
    await open();
    const [mine, url] = [masterKeyFile, mongoUrl];
    masterKeyFile += '.other';
    mongoUrl = mongoUrl.replace('_test', '_other_test');
    await open();
    mongoUrl = url;

    await expect(open()).rejects.toThrow(/is not the one that wrapped this vault's keys .*: name the right file/);
    masterKeyFile = mine;
    await open();
  });

  it('can be replaced: every key is wrapped anew, and what was sealed opens with the new file only', async () => {
    const vault = await open();
    const sealed = await vault.seal(
      range(7).map((index) => ({ subject: `${index}`, text: `${index}`, at: '/p', place: 'p' })),
    );
    const digest = vault.digest('a');
    const { keyIds } = await vault.keysOf('3');
    await vault.erase({ id: `e-${nth}`, keyIds, withheld: [], streams: [] });
    const newMasterKeyFile = `${masterKeyFile}.new`;

    expect(await rotateMasterKey({ mongoUrl, masterKeyFile, newMasterKeyFile })).toBe(6);
    expect(await rotateMasterKey({ mongoUrl, masterKeyFile, newMasterKeyFile })).toBe(0);
    await expect(open()).rejects.toThrow(MasterKeyRefused);
    masterKeyFile = newMasterKeyFile;
    const rotated = await open();
    expect(rotated.digest('a')).toBe(digest);
    expect(await rotated.unseal(sealed.map((value) => ({ sealed: value, at: '/p', place: 'p' })))).toEqual(
      range(7).map((index) => (index === 3 ? { erased: true } : { text: `${index}`, disclosure: anyText })),
    );
  });

  it('can be replaced by a file in another folder: what was erased is kept there too, and a restored backup erases again', async () => {
    const vault = await open();
    const [sealed] = await vault.seal([{ subject: aliya, text: 'x', at: '/p', place: 'p' }]);
    const before = await keyRows();
    const { keyIds } = await vault.keysOf(aliya);
    await vault.erase({ id: `e-${nth}`, keyIds, withheld: [], streams: [] });
    const elsewhere = join(folder.path, `elsewhere-${nth}`);
    await mkdir(elsewhere);
    const newMasterKeyFile = join(elsewhere, 'master.key');
    await rotateMasterKey({ mongoUrl, masterKeyFile, newMasterKeyFile });
    await rm(join(folder.path, 'erased-keys', `e-${nth}.json`));

    // The keys and the record of the vault as they were before the erasure.
    await database().collection('erasures').deleteMany({});
    await database().collection('keys').deleteMany({});
    await database().collection('keys').insertMany(before);
    masterKeyFile = newMasterKeyFile;
    expect(await (await open()).unseal([{ sealed: sealed!, at: '/p', place: 'p' }])).toEqual([{ erased: true }]);
  });

  it('that was replaced meanwhile is told apart from a lost key', async () => {
    const [sealed] = await (await open()).seal([{ subject: aliya, text: 'x', at: '/p', place: 'p' }]);
    const running = await open();
    await rotateMasterKey({ mongoUrl, masterKeyFile, newMasterKeyFile: `${masterKeyFile}.new` });

    await expect(running.unseal([{ sealed: sealed!, at: '/p', place: 'p' }])).rejects.toThrow(
      /restart it with the master key file now in use/,
    );
  });
});

describe('a database that is away', () => {
  it('is told as such', async () => {
    const options = { mongoUrl: 'mongodb://127.0.0.1:1/x_test?serverSelectionTimeoutMS=200', masterKeyFile };

    await expect(connectVault({ ...options, mayMakeMasterKey: true })).rejects.toThrow(VaultUnavailable);
  });
});

const open = async (): Promise<Vault> => {
  const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
  opened.push(vault);
  return vault;
};

const database = () => mongo.db(`${new URL(mongoUrl.replace('mongodb:', 'http:')).pathname.slice(1)}_vault`);
const keyRows = () => database().collection('keys').find().toArray();
const headRows = () => database().collection('head').find().toArray();

const anyText: unknown = expect.any(String);

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
