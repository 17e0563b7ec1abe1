import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openEnvironment, type Environment } from './environment.js';

let folder: string;
let environment: Environment;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanyraq-entries-'));
  environment = openEnvironment(folder);
});
afterEach(async () => {
  await environment.close();
  await rm(folder, { recursive: true, force: true });
});

it('a read that fails gives its reader back, so that any number of them may fail', async () => {
  const store = environment.openStore('entries');
  const [key, value] = [Buffer.from('a'), Buffer.from('b')];
  store.put(key, value);
  for (let turn = 0; turn < 300; turn += 1) {
    expect(() => store.range({ start: key, end: Buffer.alloc(2_000, 'x') })).toThrow('too large');
    // The next turn of the event loop reads with another reader.
    store.put(Buffer.from(`b${turn}`), value);
    await setImmediate();
  }
  expect(store.range({ start: key, limit: 1 })).toEqual([{ key, value }]);
}, 60_000);

it('a read ends with the entry that passes the bytes that it may take', () => {
  const store = environment.openStore('entries');
  const entries = ['a', 'b', 'c'].map((name) => ({ key: Buffer.from(name), value: Buffer.alloc(10) }));
  for (const { key, value } of entries) store.put(key, value);
  expect(store.range({}, 10)).toEqual(entries.slice(0, 2));
  expect(store.range({})).toEqual(entries);
});
