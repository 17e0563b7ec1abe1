import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import * as fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../errors.js';
import { keyOf } from '../bson/key.js';
import { valueOf } from '../testing/values.js';
import { Catalog } from './catalog.js';
import type { Collection } from './collection.js';
import { openEnvironment, type Environment } from './environment.js';
import { entriesOf, type Index } from './index-store.js';

let folder: string;
let environment: Environment;
let catalog: Catalog;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanyraq-collection-'));
  environment = openEnvironment(folder);
  catalog = new Catalog(environment);
});
afterEach(async () => {
  await environment.close();
  await rm(folder, { recursive: true, force: true });
});

const bson = (document: object): Buffer => Buffer.from(serialize(document));

const definition = (name: string, pattern: object) => ({ name, pattern: bson(pattern) });

const definitions = [definition('plain', { a: 1, b: 1 }), definition('items', { l: 1 })];

/** The entries that an index has, and those it would have if it were made anew. */
const entries = (collection: Collection, index: Index): { stored: string[]; rebuilt: string[] } => {
  const stored: string[] = [];
  for (const { key, value } of index.store.all()) stored.push(`${key.toString('hex')} ${value.toString('hex')}`);
  const rebuilt = new Set<string>();
  for (const { key: id, value: bytes } of collection.store.all())
    for (const key of entriesOf(index, bytes, id, () => undefined))
      rebuilt.add(`${key.toString('hex')} ${id.toString('hex')}`);
  return { stored, rebuilt: [...rebuilt].sort() };
};

const small = fc.nat({ max: 3 });
/** Longer than a key may be. */
const long = 'x'.repeat(2_000);
const document = fc.record(
  {
    a: fc.oneof(small, fc.constantFrom(null, `${long}a`, `${long}b`)),
    b: fc.oneof(small, fc.array(small, { maxLength: 2 })),
    l: fc.array(fc.record({ x: small }, { requiredKeys: [] }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const write = fc.record({
  id: fc.nat({ max: 8 }),
  content: document,
  kind: fc.constantFrom('put' as const, 'remove' as const),
});

const perform = (
  collection: Collection,
  { id, content, kind }: { id: number; content: object; kind: string },
): void => {
  const stored = collection.get(keyOf(valueOf(id)));
  const bytes = bson({ _id: id, ...content });
  if (kind === 'remove') return stored && collection.remove(stored);
  return stored ? collection.replace(stored, bytes) : collection.insert(bytes);
};

describe('a collection', () => {
  it('keeps every index equal to one that is made anew, also after refused writes', () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 40 }), (writes) => {
        const collection = catalog.ensure('db.all');
        catalog.addIndexes(collection, definitions);
        for (const one of writes)
          environment.transact(() => {
            try {
              perform(collection, one);
            } catch (error) {
              if (!(error instanceof CommandError)) throw error;
            }
          });
        for (const index of collection.indexes) {
          const { stored, rebuilt } = entries(collection, index);
          expect(stored).toEqual(rebuilt);
        }
        catalog.drop([collection]);
      }),
      { numRuns: 40 },
    );
  });

  it('is found again with its indexes, and with what they know of arrays, when the folder is opened again', async () => {
    const collection = catalog.ensure('db.kept');
    catalog.addIndexes(collection, definitions);
    environment.transact(() => {
      collection.insert(bson({ _id: 1, l: [{ x: 1 }, { x: 2 }] }));
      catalog.saveNews();
    });
    await environment.close();
    environment = openEnvironment(folder);
    const again = new Catalog(environment).find('db.kept');
    expect(again?.indexes.map(({ name, known }) => ({ name, known }))).toEqual([
      { name: 'plain', known: { holdsArrays: false, clipped: false } },
      { name: 'items', known: { holdsArrays: true, clipped: false } },
    ]);
    expect(again?.get(keyOf(valueOf(1)))?.bytes).toEqual(bson({ _id: 1, l: [{ x: 1 }, { x: 2 }] }));
  });

  it('is found again as an earlier version wrote it down, which told how deep in each field arrays lay', async () => {
    const pattern = bson({ l: 1 }).toString('base64');
    const index = { name: 'l_1', number: 2, pattern, unique: false, partial: null };
    const entry = (number: number, arrayDepths: number[][]) => ({
      namespace: `db.c${number}`,
      number,
      indexes: [{ ...index, arrayDepths }],
    });
    environment.transact(() => {
      environment.catalog.putSync('collection:1', entry(1, [[1]]));
      environment.catalog.putSync('collection:3', entry(3, [[]]));
    });
    await environment.close();
    environment = openEnvironment(folder);
    const again = new Catalog(environment).all().flatMap(({ indexes }) => indexes.map(({ known }) => known));
    expect(again).toEqual([
      { holdsArrays: true, clipped: false },
      { holdsArrays: false, clipped: false },
    ]);
  });

  it('with a unique or a partial index of an earlier version is refused, by name', async () => {
    const index = { name: 'n_1', number: 2, pattern: bson({ n: 1 }).toString('base64') };
    for (const foreign of [{ unique: true }, { unique: false, partial: 'x' }]) {
      const entry = { namespace: 'db.foreign', number: 1, indexes: [{ ...index, ...foreign }] };
      environment.transact(() => environment.catalog.putSync('collection:1', entry));
      expect(() => new Catalog(environment)).toThrow('The index n_1 of db.foreign is a unique or a partial one');
    }
  });

  it('of which nothing was written keeps nothing of a transaction that failed', () => {
    const collection = catalog.ensure('db.failed');
    catalog.addIndexes(collection, definitions);
    const failing = () =>
      environment.transact(() => {
        collection.insert(bson({ _id: 1, a: 1 }));
        throw new Error('the power went');
      });
    expect(failing).toThrow('the power went');
    expect(collection.get(keyOf(valueOf(1)))).toBeUndefined();
    for (const index of collection.indexes) expect(entries(collection, index)).toEqual({ stored: [], rebuilt: [] });
  });
});
