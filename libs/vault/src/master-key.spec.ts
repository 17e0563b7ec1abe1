import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/process.js';
import { makeMasterKey, readMasterKey } from './master-key.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'keys', 'master.key');
});

afterEach(() => folder.remove());

describe('the master key file', () => {
  it('is made once, for its owner only, and read again as it was made', async () => {
    const made = await makeMasterKey(file);

    expect(made.bytes).toHaveLength(32);
    expect(await readMasterKey(file)).toEqual(made);
    expect(await makeMasterKey(file)).toEqual(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is one and the same for all who make it at once, and leaves no drafts behind', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => makeMasterKey(file)));

    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await readdir(join(folder.path, 'keys'))).toEqual(['master.key']);
  });

  it('is different from every other', async () => {
    expect((await makeMasterKey(file)).id).not.toBe((await makeMasterKey(`${file}2`)).id);
  });

  it('is null where there is none', async () => {
    expect(await readMasterKey(file)).toBeNull();
  });

  it.each(['', 'secret', 'shanyraq-master-key-1:c2hvcnQ'])('is refused where it holds %j', async (text) => {
    await writeFile(join(folder.path, 'bad.key'), text);

    await expect(readMasterKey(join(folder.path, 'bad.key'))).rejects.toThrow(/is not a master key file: it must hold/);
  });

  it('is refused where it cannot be read', async () => {
    await expect(readMasterKey(folder.path)).rejects.toThrow(/cannot be read: make it readable for this process/);
  });
});
