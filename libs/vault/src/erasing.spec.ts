import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startDocumentNode } from '../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../test/support/process.js';
import { connectVault } from './connect-vault.js';
import type { Vault } from './vault.js';

const aliya = '790101300123';
const bolat = '800202300456';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let mongo: MongoClient;
let mongoUrl: string;
let masterKeyFile: string;
let nth = 0;
/** Erasures of one spec. */
let erased = 0;
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
  erased = 0;
  mongoUrl = node.url.replace(/\/(?=\?|$)/, `/vault${nth}_test`);
  masterKeyFile = join(folder.path, `master-${nth}.key`);
});

afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.close();
});

describe('erasing', () => {
  it('leaves a mark in place of all that the person sealed, here and in other processes, and nothing else', async () => {
    const vault = await open();
    const sealed = await vault.seal([
      { subject: aliya, text: 'hers', at: '/p', place: 'p' },
      { subject: bolat, text: 'his', at: '/p', place: 'p' },
    ]);
    const requests = sealed.map((value) => ({ sealed: value, at: '/p', place: 'p' }));

    expect(await erase(vault, aliya)).toBe(1);
    expect(await vault.unseal(requests)).toEqual([{ erased: true }, { text: 'his', disclosure: expect.any(String) }]);
    expect(await (await open()).unseal(requests)).toEqual([
      { erased: true },
      { text: 'his', disclosure: expect.any(String) },
    ]);
    expect((await keyRows()).map(({ state, wrapped }) => [state, wrapped === '']).sort()).toEqual([
      ['ACTIVE', false],
      ['ERASED', true],
    ]);
  });

  it('does not stand in the way of what the same person brings later', async () => {
    const vault = await open();
    const [before] = await vault.seal([{ subject: aliya, text: 'before', at: '/p', place: 'p' }]);
    await erase(vault, aliya);
    const [after] = await vault.seal([{ subject: aliya, text: 'after', at: '/p', place: 'p' }]);
    const requests = [before!, after!].map((value) => ({ sealed: value, at: '/p', place: 'p' }));

    expect(await (await open()).unseal(requests)).toEqual([
      { erased: true },
      { text: 'after', disclosure: expect.any(String) },
    ]);
    expect(await erase(vault, aliya)).toBe(1);
    expect(await vault.unseal(requests)).toEqual([{ erased: true }, { erased: true }]);
  });

  it('takes the keys of the streams that the person owns, also where the owner was told after the key was made', async () => {
    const vault = await open();
    const words = (subject: string, owner: string | null) => ({
      subject,
      owner,
      text: '"words"',
      at: '/p',
      place: 'p',
    });
    const sealed = await vault.seal([words('case-1', aliya), words('case-2', null), words('case-3', bolat)]);
    await (await open()).seal([words('case-2', aliya)]);

    expect(await erase(vault, aliya)).toBe(2);
    expect(await vault.unseal(sealed.map((value) => ({ sealed: value, at: '/p', place: 'p' })))).toEqual([
      { erased: true },
      { erased: true },
      { text: '"words"', disclosure: expect.any(String) },
    ]);
    expect(JSON.stringify(await keyRows())).not.toContain('case-');
  });

  it('finds no keys of somebody unknown', async () => {
    expect(await (await open()).keysOf(aliya)).toMatchObject({ keyIds: [] });
  });
});

describe('an erasure', () => {
  const requestsOf = (sealed: Awaited<ReturnType<Vault['seal']>>) =>
    sealed.map((value) => ({ sealed: value, at: '/p', place: 'p' }));

  it('is kept beside the master key: a restored backup of the vault applies it before it opens, also to keys that it never had', async () => {
    const vault = await open();
    const sealed = await vault.seal([
      { subject: aliya, text: 'hers', at: '/p', place: 'p' },
      { subject: 'case-1', owner: aliya, text: '"words"', at: '/p', place: 'p' },
    ]);
    const backup = await keyRows();
    await erase(vault, aliya);
    await database().collection('erasures').drop();
    await database().collection('keys').drop();
    await database().collection('keys').insertMany(backup.slice(0, 1));

    const restored = await open();
    expect(await restored.unseal(requestsOf(sealed))).toEqual([{ erased: true }, { erased: true }]);
    expect((await keyRows()).map(({ state, wrapped }) => [state, wrapped])).toEqual([
      ['ERASED', ''],
      ['ERASED', ''],
    ]);
    expect((await restored.unshownErasures()).map(({ streams }) => streams)).toEqual([['case-1']]);
  });

  it('withholds what may name the person in cases of others: the key is there and opens nothing', async () => {
    const vault = await open();
    const sealed = await vault.seal([{ subject: 'case-2', owner: bolat, text: '"words"', at: '/p', place: 'p' }]);
    const withheld = await vault.activeKeys(['case-2', 'case-9']);
    await vault.erase({ id: `e-${nth}`, keyIds: [], withheld, streams: ['case-2'] });

    expect(await (await open()).unseal(requestsOf(sealed))).toEqual([{ erased: true }]);
    expect((await keyRows()).map(({ state, wrapped }) => [state, wrapped === ''])).toEqual([['WITHHELD', false]]);
    expect((await vault.keysOf(bolat)).keyIds).toEqual(withheld);
    expect([vault.isErased('case-2'), vault.isErased('case-1')]).toEqual([true, false]);
  });

  it('is learned by other processes, which forget their keys then', async () => {
    const [vault, other] = [await open(), await open()];
    const sealed = await other.seal([{ subject: aliya, text: 'hers', at: '/p', place: 'p' }]);
    await other.unseal(requestsOf(sealed));
    await erase(vault, aliya);
    await other.learnErasures();

    expect(await other.unseal(requestsOf(sealed))).toEqual([{ erased: true }]);
    expect(other.isErased('case-1')).toBe(true);
  });

  it('is no trap for what another process seals at once, before it has learned of it: that opens', async () => {
    const [vault, other] = [await open(), await open()];
    const words = { subject: 'case-1', owner: aliya, at: '/p', place: 'p' };
    const before = await other.seal([
      { subject: aliya, text: 'hers', at: '/p', place: 'p' },
      { ...words, text: '"w"' },
    ]);
    const { epoch } = other;
    await erase(vault, aliya);
    const after = await other.seal([
      { subject: aliya, text: 'new', at: '/p', place: 'p' },
      { ...words, text: '"n"' },
    ]);

    expect(await (await open()).unseal(requestsOf([...before, ...after]))).toEqual([
      { erased: true },
      { erased: true },
      { text: 'new', disclosure: expect.any(String) },
      { text: '"n"', disclosure: expect.any(String) },
    ]);
    expect(other.epoch).toBeGreaterThan(epoch);
  });

  it('closes its keys first: they open what they sealed and seal nothing more, anywhere, and the person is told by them still', async () => {
    const [vault, other] = [await open(), await open()];
    const at = '2026-01-01T00:00:00.000Z';
    const [before] = await other.seal([{ subject: aliya, text: 'before', at: '/p', place: 'p' }]);
    const { keyIds } = await vault.keysOf(aliya);
    expect(await vault.closeKeys(keyIds, at)).toBeGreaterThan(5_000);
    expect([...(await (await open()).keyIds([aliya])).values()]).toEqual(keyIds);
    const [after] = await other.seal([{ subject: aliya, text: 'after', at: '/p', place: 'p' }]);

    expect(await vault.closeKeys(keyIds, '2026-01-01T00:00:30.000Z')).toBeGreaterThan(5_000);
    expect(await vault.closeKeys(keyIds, '2026-01-01T00:02:00.000Z')).toBe(0);
    expect((await vault.keysOf(aliya)).keyIds).toHaveLength(2);
    await vault.erase({ id: `e-${nth}`, keyIds, withheld: [], streams: [] });
    expect(await (await open()).unseal(requestsOf([before!, after!]))).toEqual([
      { erased: true },
      { text: 'after', disclosure: expect.any(String) },
    ]);
  });

  it('done again changes nothing, and what was shown anew is told no more', async () => {
    const vault = await open();
    await vault.seal([{ subject: aliya, text: 'hers', at: '/p', place: 'p' }]);
    await erase(vault, aliya);
    await vault.noteShown(`e-${nth}`);
    await vault.erase({ id: `e-${nth}`, keyIds: [], withheld: [], streams: ['case-1'] });

    expect(await vault.unshownErasures()).toEqual([]);
    expect(await (await open()).unshownErasures()).toEqual([]);
  });

  it('that cannot be read keeps the vault shut: what it erased would come back', async () => {
    const vault = await open();
    await erase(vault, aliya);
    const file = join(folder.path, 'erased-keys', `e-${nth}.json`);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 20));
    await expect(open()).rejects.toThrow(/cannot be read as a record of destroyed keys/);
    await writeFile(file, whole);
  });
});

const open = async (): Promise<Vault> => {
  const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: true });
  opened.push(vault);
  return vault;
};

/** Erases all that a person sealed; answers how many keys are destroyed. */
const erase = async (vault: Vault, subject: string): Promise<number> => {
  const { keyIds } = await vault.keysOf(subject);
  erased += 1;
  await vault.erase({
    id: erased === 1 ? `e-${nth}` : `e-${nth}-${erased}`,
    keyIds,
    withheld: [],
    streams: ['case-1'],
  });
  return keyIds.length;
};

const database = () => mongo.db(`${new URL(mongoUrl.replace('mongodb:', 'http:')).pathname.slice(1)}_vault`);
const keyRows = () => database().collection('keys').find().toArray();
