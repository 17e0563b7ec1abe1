import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Collection, Filter } from 'mongodb';
import { codeOf, describeEmbedded, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

/** Longer than a key of the embedded node's indexes, by far or by a little. */
const long = 'я'.repeat(1_500);
const texts = [
  ['short', 'a'],
  ['at the limit', 'b'.repeat(1_975)],
  ['long', `${long}m`],
  ['longer', `${long}mm`],
  ['greater', `${long}n`],
  ['less', `${long}a`],
  ['beside', `я${long}`],
  ['last', 'яяяѐ'],
] as const;
const inOrder = [...texts].sort(([, a], [, b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const ids = (found: readonly AnyDocument[]): unknown[] => found.map(({ _id }) => _id);

describe.each([
  ['with an index', { text: 1 }],
  ['with an index on more', { kind: 1, text: 1, n: 1 }],
  ['without an index', undefined],
] as const)('texts of more than 1,978 bytes, %s', (_, keys) => {
  let items: Collection<AnyDocument>;
  beforeAll(async () => {
    items = server.collection();
    if (keys) await items.createIndex(keys);
    await items.insertMany(texts.map(([_id, text], n) => ({ _id, kind: 'k', text, n: texts.length - n })));
  });

  const found = async (text: unknown): Promise<unknown[]> =>
    ids(
      await items
        .find({ kind: 'k', text } as Filter<AnyDocument>)
        .sort({ _id: 1 })
        .toArray(),
    );
  const those = (test: (text: string) => boolean): string[] =>
    texts
      .filter(([, text]) => test(text))
      .map(([id]) => id)
      .sort();
  const before = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;

  it('are found by equality, each alone', async () => {
    for (const [id, text] of texts) expect(await found(text)).toEqual([id]);
    expect(await found(`${long}x`)).toEqual([]);
    expect(await found({ $in: [`${long}mm`, `${long}a`, 'a'] })).toEqual(['less', 'longer', 'short']);
  });

  it('are bounds of ranges', async () => {
    for (const [, bound] of [...texts, ['none', `${long}b`] as const]) {
      expect(await found({ $lt: bound })).toEqual(those((text) => before(text, bound)));
      expect(await found({ $gte: bound })).toEqual(those((text) => !before(text, bound)));
      expect(await found({ $gt: bound, $lte: `${long}mm` })).toEqual(
        those((text) => before(bound, text) && !before(`${long}mm`, text)),
      );
    }
  });

  it('are sorted, and paged by the place of the last', async () => {
    const sorted = async (direction: 1 | -1) =>
      ids(await items.find({ kind: 'k' }).sort({ text: direction }).toArray());
    expect(await sorted(1)).toEqual(inOrder.map(([id]) => id));
    expect(await sorted(-1)).toEqual(inOrder.map(([id]) => id).reverse());
    const met: unknown[] = [];
    for (let place = ''; ;) {
      const [next] = await items
        .find({ kind: 'k', text: { $gt: place } })
        .sort({ text: 1 })
        .limit(1)
        .toArray();
      if (!next) break;
      met.push(...ids([next]));
      place = next['text'];
    }
    expect(met).toEqual(inOrder.map(([id]) => id));
  });

  it('are counted, changed and deleted', async () => {
    expect(await items.countDocuments({ kind: 'k', text: `${long}n` })).toBe(1);
    expect(await items.countDocuments({ kind: 'k', text: { $gt: `${long}m` } })).toBe(4);
    const changed = await items.updateOne({ kind: 'k', text: `${long}n` }, { $set: { text: `${long}o` } });
    expect(changed).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect([await found(`${long}n`), await found(`${long}o`)]).toEqual([[], ['greater']]);
    expect(await items.deleteOne({ kind: 'k', text: `${long}o` })).toMatchObject({ deletedCount: 1 });
    expect(await found(`${long}o`)).toEqual([]);
    await items.insertOne({ _id: 'greater', kind: 'k', text: `${long}n`, n: 4 });
  });

  it('alike at the front keep the order of what comes after them', async () => {
    const pairs = server.collection();
    if (keys) await pairs.createIndex({ text: 1, n: 1 });
    await pairs.insertMany(
      Array.from({ length: 20 }, (__, n) => ({ _id: n, text: `${long}${n % 3}`, n: (n * 7) % 20 })),
    );
    const read = await pairs
      .find({ text: `${long}1` })
      .sort({ n: -1 })
      .toArray();
    expect(read.map(({ n }) => n)).toEqual([13, 12, 11, 10, 9, 8, 7]);
  });
});

describe('long and short texts, with an index and without', () => {
  it('answer every range, in every order, alike', async () => {
    const [indexed, plain] = [server.collection(), server.collection()];
    await indexed.createIndexes([{ key: { a: 1, b: 1 } }, { key: { b: 1 } }]);
    const text = fc
      .tuple(fc.constantFrom(0, 900, 955, 970, 972, 973, 980), fc.constantFrom('', 'a', 'b', '\u0000', 'я'))
      .map(([length, end]) => `${'я'.repeat(length)}${end}`);
    const content = fc.array(fc.record({ a: text, b: text }), { minLength: 1, maxLength: 10 });
    const condition = fc.oneof(
      text,
      fc.record({ $gt: text }),
      fc.record({ $gte: text, $lt: text }),
      fc.record({ $lte: text }),
      fc.record({ $in: fc.array(text, { maxLength: 3 }) }),
    );
    const asked = fc.tuple(
      fc.dictionary(fc.constantFrom('a', 'b'), condition, { maxKeys: 2 }),
      fc.constantFrom({ a: 1 }, { b: -1, a: -1 }, { a: -1, b: 1 }, { b: 1 }),
      fc.nat({ max: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(content, fc.array(asked, { minLength: 4, maxLength: 8 }), async (rows, questions) => {
        for (const collection of [indexed, plain]) {
          await collection.deleteMany({});
          await collection.insertMany(rows.map((row, _id) => ({ _id, ...row })));
        }
        for (const [filter, sort, limit] of questions) {
          const ask = (collection: Collection<AnyDocument>) =>
            collection
              .find(filter as Filter<AnyDocument>)
              .sort({ ...sort, _id: 1 } as Record<string, 1 | -1>)
              .limit(limit)
              .toArray();
          expect(ids(await ask(indexed))).toEqual(ids(await ask(plain)));
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('reading with bounds of more than 1,978 bytes', () => {
  it('leaves reading as it was, however often it is done', async () => {
    const items = server.collection();
    await items.createIndex({ text: 1 });
    await items.insertMany([
      { _id: 'a', text: 'x' },
      { _id: long.slice(0, 900), text: long },
    ]);
    for (let turn = 0; turn < 500; turn += 1) {
      const words = `${'\ufdfa'.normalize('NFKC').repeat(61)}${turn}`;
      expect(await items.find({ text: { $gte: words, $lt: `${words}\uffff` } }).toArray()).toEqual([]);
      expect(await items.findOne({ _id: words })).toBeNull();
      expect(await items.countDocuments({ _id: { $lt: words } })).toBe(2);
    }
    expect(await items.findOne({ _id: 'a' })).toEqual({ _id: 'a', text: 'x' });
    expect(await items.countDocuments()).toBe(2);
  }, 120_000);

  it('leaves writing as it was, too', async () => {
    const items = server.collection();
    await items.createIndex({ text: 1 });
    await items.insertOne({ _id: 'a', text: 'x' });
    for (let turn = 0; turn < 200; turn += 1) {
      const words = `${long}${turn}`;
      expect(await items.updateOne({ _id: words }, { $set: { n: 1 } })).toMatchObject({ matchedCount: 0 });
      expect(await items.updateMany({ text: { $gt: words } }, { $set: { n: 1 } })).toMatchObject({ matchedCount: 0 });
      expect(await items.deleteMany({ text: words })).toMatchObject({ deletedCount: 0 });
    }
    expect(await items.updateOne({ _id: 'a' }, { $set: { n: 1 } })).toMatchObject({ modifiedCount: 1 });
  }, 120_000);
});

describeEmbedded('an id of more than 1,978 bytes', 'a real server keeps it', () => {
  it('is refused by name', async () => {
    const items = server.collection();
    expect(await codeOf(items.insertOne({ _id: 'x'.repeat(3_000) }))).toBe(238);
    expect(await codeOf(items.updateOne({ _id: 'x'.repeat(3_000) }, { $set: { n: 1 } }, { upsert: true }))).toBe(238);
    expect(await items.countDocuments()).toBe(0);
  });
});
