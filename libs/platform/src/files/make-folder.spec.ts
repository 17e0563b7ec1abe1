import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shanyraq-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  it('is made with those above it, and again where it is there', () => {
    const path = join(folder, 'a', 'b', 'c');
    makeFolder(path, 0o700);
    makeFolder(path, 0o700);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('is refused where it cannot be, without an end that never comes', () => {
    expect(() => makeFolder('/proc/shanyraq/data')).toThrow(/'\/proc/);
    expect(existsSync('/proc/shanyraq')).toBe(false);
  });

  it('is refused where a file is in the way', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow('EEXIST');
    expect(() => makeFolder(join(file, 'below'))).toThrow('ENOTDIR');
  });
});
