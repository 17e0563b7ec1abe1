import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { madeOnce, replaceFile, textIn } from './whole-file.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanyraq-'));
  file = join(folder, 'new', 'it');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a whole file', () => {
  it('is made once, whoever else makes it at the same time', async () => {
    const made = await Promise.all(['a', 'b', 'c'].map((text) => madeOnce(file, text)));

    expect(new Set(made)).toEqual(new Set([await textIn(file)]));
    expect(await madeOnce(file, 'd')).toBe(made[0]);
    expect(await readdir(join(folder, 'new'))).toEqual(['it']);
  });

  it('is replaced as a whole, for its owner alone, and leaves no draft', async () => {
    await replaceFile(file, 'first');
    await replaceFile(file, 'second');

    expect(await textIn(file)).toBe('second');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'new'))).toEqual(['it']);
  });

  it('that cannot be put in its place leaves no draft and says what the system says', async () => {
    await replaceFile(join(file, 'inside'), 'x');

    await expect(replaceFile(file, 'x')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(join(folder, 'new'))).toEqual(['it']);
  });
});
