import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/process.js';
import { ErasedKeys } from './erased-keys.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let kept: ErasedKeys;
const erasure = { id: 'erasure-1', keyIds: ['a-1'], withheld: [], streams: ['case-1'] };

beforeEach(async () => {
  folder = await temporaryFolder();
  kept = new ErasedKeys(join(folder.path, 'master.key'), Buffer.alloc(32, 1));
});

afterEach(() => folder.remove());

const files = () => readdir(join(folder.path, 'erased-keys'));

describe('the record of destroyed keys', () => {
  it('is whole where several keep it at once, also those that have one process id, as in containers', async () => {
    await Promise.all(Array.from({ length: 8 }, () => kept.keep(erasure)));
    expect(await kept.all()).toEqual([expect.objectContaining(erasure)]);
    expect(await files()).toEqual(['erasure-1.json']);
  });

  it('leaves no draft where it cannot be kept', async () => {
    await mkdir(join(folder.path, 'erased-keys', 'erasure-1.json'), { recursive: true });
    await expect(kept.keep(erasure)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(await files()).toEqual(['erasure-1.json']);
    await rm(join(folder.path, 'erased-keys'), { recursive: true });
    await writeFile(join(folder.path, 'erased-keys'), '');
    await expect(kept.keep(erasure)).rejects.toThrow('EEXIST');
  });
});
