import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import * as fc from 'fast-check';
import { copyFile, mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalog } from './catalog.js';
import { refuseDamagedFile } from './data-file.js';
import { openEnvironment } from './environment.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanyraq-data-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bson = (document: object): Buffer => Buffer.from(serialize(document));
const index = { name: 'text', pattern: bson({ text: 1 }) };

/** A folder of 300 documents, some of them long, and 300 that were removed again. */
const filled = async (): Promise<string> => {
  const path = join(folder, 'filled');
  const environment = openEnvironment(path);
  const catalog = new Catalog(environment);
  const collection = catalog.ensure('db.rows');
  catalog.addIndexes(collection, [index]);
  const insert = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1)
      collection.insert(bson({ _id: i, text: `text ${i}`, more: 'x'.repeat(i % 10 ? 100 : 9_000) }));
  };
  environment.transact(() => insert(0, 300));
  environment.transact(() => insert(300, 600));
  const later = [...collection.store.all()].slice(300).map(({ key: id, value: bytes }) => ({ id, bytes }));
  environment.transact(() => later.forEach((document) => collection.remove(document)));
  await environment.close();
  return join(path, 'data.mdb');
};

/** What is said of the file where it is cut to this length; null where nothing is wrong with it. */
const saidOf = async (data: string, length: number): Promise<string | null> => {
  const cut = join(folder, 'data.mdb');
  await copyFile(data, cut);
  await truncate(cut, length);
  try {
    refuseDamagedFile(cut);
    return null;
  } catch (error) {
    return String(error);
  }
};

/** All that a folder with this data file holds. */
const contentsOf = async (data: string, length: number): Promise<number> => {
  const path = await mkdtemp(join(folder, 'cut-'));
  await copyFile(data, join(path, 'data.mdb'));
  await truncate(join(path, 'data.mdb'), length);
  const environment = openEnvironment(path);
  const collection = new Catalog(environment).find('db.rows');
  const found = [...(collection?.store.all() ?? [])].length;
  await environment.close();
  return found;
};

describe('a data file that is cut short', () => {
  it('is either refused with what to do, or lacks nothing', async () => {
    const data = await filled();
    const { size } = await stat(data);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: size }), async (length) => {
        const said = await saidOf(data, length);
        if (said !== null) refused += 1;
        const outcome = said ?? (await contentsOf(data, length));
        expect([300, expect.stringMatching(/^Error: data\.mdb is .*restore it from a copy/u)]).toContainEqual(outcome);
      }),
      { numRuns: 60, examples: [[0], [1], [4_096], [5_000], [8_192], [8_193], [size], [size - 1]] },
    );
    expect(refused).toBeGreaterThan(6);
  });

  it('is opened where only free pages are gone', async () => {
    const data = await filled();
    let low = 0;
    let high = (await stat(data)).size / 4_096;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await saidOf(data, middle * 4_096)) === null) high = middle;
      else low = middle + 1;
    }
    const shortest = low * 4_096;
    expect(await saidOf(data, shortest - 1)).toContain('is cut short');
    expect(await contentsOf(data, shortest)).toBe(300);
  });
});
