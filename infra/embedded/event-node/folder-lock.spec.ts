import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/process.js';
import { FolderInUse, lockFolder } from './folder-lock.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const lock = (): string => join(folder.path, 'lock');

describe('the lock of a folder', () => {
  it('lets nobody else in while its process lives, and says who holds it', () => {
    lockFolder(folder.path);

    expect(() => lockFolder(folder.path)).toThrow(FolderInUse);
    expect(() => lockFolder(folder.path)).toThrow(`in use by another event node (process ${process.pid})`);
  });

  it('is gone when it is given back', async () => {
    lockFolder(folder.path)();
    expect(await readdir(folder.path)).toEqual([]);

    lockFolder(folder.path)();
  });

  it.each([
    ['a process that has ended', JSON.stringify({ pid: 999_999_999, started: '1', token: 'x' })],
    ['an earlier process with the same number', JSON.stringify({ pid: process.pid, started: '1', token: 'x' })],
    ['nobody that can be read', '{'],
  ])('left by %s is taken over', async (_who, content) => {
    writeFileSync(lock(), content);

    lockFolder(folder.path);

    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await readdir(folder.path)).toEqual(['lock']);
  });

  it('that nobody can make or read is named, and not tried for ever', () => {
    symlinkSync(join(folder.path, 'nowhere'), lock());

    expect(() => lockFolder(folder.path)).toThrow(`The lock ${lock()} can be neither made nor read: remove it.`);
  });

  it('that another took over meanwhile is left alone when given back', () => {
    const unlock = lockFolder(folder.path);
    writeFileSync(lock(), 'theirs');
    unlock();

    expect(readFileSync(lock(), 'utf8')).toBe('theirs');
  });
});
