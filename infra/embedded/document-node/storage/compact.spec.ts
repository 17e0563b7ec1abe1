import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compactFolder } from './compact.js';
import { openEnvironment } from './environment.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compact-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entries = (from: number, to: number, word: string) =>
  Array.from({ length: to - from }, (_, index) => ({
    key: Buffer.from(`key-${from + index}`),
    value: Buffer.from(`${word} ${from + index} ${'x'.repeat(index % 300)}`),
  }));

const holds = (text: string): boolean => readFileSync(join(folder, 'data.mdb')).includes(text);

describe('a compacted folder', () => {
  it('holds every entry as before, and nothing of what was removed or written over', async () => {
    const before = openEnvironment(folder);
    before.transact(() => before.catalog.putSync('about', { of: 'the store' }));
    const store = before.openStore('documents');
    before.transact(() => entries(0, 2_000, 'Removed Person').forEach(({ key, value }) => store.put(key, value)));
    before.transact(() => entries(0, 1_000, 'kept').forEach(({ key, value }) => store.put(key, value)));
    before.transact(() => entries(1_000, 2_000, '').forEach(({ key }) => store.remove(key)));
    const kept = [...store.all()].map(({ key, value }) => [String(key), String(value)]);
    await before.close();
    expect(holds('Removed Person')).toBe(true);

    const sizes = await compactFolder(folder);
    expect(holds('Removed Person')).toBe(false);
    expect(sizes.after).toBeLessThan(sizes.before);
    const after = openEnvironment(folder);
    expect([...after.openStore('documents').all()].map(({ key, value }) => [String(key), String(value)])).toEqual(kept);
    expect(after.catalog.get('about')).toEqual({ of: 'the store' });
    after.transact(() => after.openStore('documents').put(Buffer.from('new'), Buffer.from('entry')));
    await after.close();
  });
});
