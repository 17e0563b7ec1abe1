import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Filter, Sort } from 'mongodb';
import { codeOf, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

describe('the order of values', () => {
  it('goes by type, then by value', async () => {
    const items = server.collection();
    const inOrder = [
      [],
      null,
      NaN,
      -Infinity,
      -1.5,
      0,
      2,
      2.5,
      '',
      'B',
      'a',
      'aa',
      'á',
      'я',
      { a: 1 },
      { a: 1, b: 0 },
      { b: 0 },
      { a: 'x' },
      false,
      true,
      new Date(0),
      new Date(1),
    ];
    await items.insertMany(inOrder.map((v, i) => ({ _id: (i * 7) % inOrder.length, v, place: i })));
    const places = (await items.find().sort({ v: 1 }).toArray()).map(({ place }) => place);
    expect(places).toEqual(inOrder.map((_, i) => i));
    const backwards = (await items.find().sort({ v: -1 }).toArray()).map(({ place }) => place);
    expect(backwards).toEqual(inOrder.map((_, i) => i).reverse());
  });

  it('of ids goes by type and value too', async () => {
    const items = server.collection<{ _id: unknown }>();
    const ids = ['b', 10, 9.5, 'a', 'aa', -3];
    await items.insertMany(ids.map((_id) => ({ _id })) as never);
    expect((await items.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      -3,
      9.5,
      10,
      'a',
      'aa',
      'b',
    ]);
  });
});

describe.each([['with indexes'], ['without indexes']])('a list of cases, %s', (kind) => {
  const count = 300;
  let cases: Collection<AnyDocument>;
  const rows = Array.from({ length: count }, (_, i) => ({
    _id: `case-${String((i * 7) % count).padStart(4, '0')}`,
    office: `office-${i % 3}`,
    status: ['REGISTERED', 'DECIDED'][i % 2],
    due: `2024-03-${String((i % 28) + 1).padStart(2, '0')}`,
  }));

  beforeAll(async () => {
    cases = server.collection();
    await cases.insertMany(rows);
    if (kind === 'with indexes')
      await cases.createIndexes([
        { key: { office: 1, due: 1, _id: 1 } },
        { key: { office: 1, status: 1, due: 1 } },
        { key: { due: 1 } },
      ]);
  });

  const inOrder = (test: (row: (typeof rows)[number]) => boolean): string[] =>
    rows
      .filter(test)
      .map(({ due, _id }) => `${due} ${_id}`)
      .sort();

  const read = async (filter: Filter<AnyDocument>, sort: Sort, limit = 0): Promise<AnyDocument[]> =>
    cases.find(filter).sort(sort).limit(limit).toArray();

  const shown = (found: readonly AnyDocument[]): string[] => found.map(({ due, _id }) => `${String(due)} ${_id}`);

  it('is sorted by several fields, up', async () => {
    const found = await read({ office: 'office-1' }, { due: 1, _id: 1 });
    expect(shown(found)).toEqual(inOrder(({ office }) => office === 'office-1'));
  });

  it('is sorted by several fields, down', async () => {
    const found = await read({ office: 'office-1' }, { due: -1, _id: -1 });
    expect(shown(found)).toEqual(inOrder(({ office }) => office === 'office-1').reverse());
  });

  it('is sorted by mixed directions', async () => {
    const found = await read({ office: 'office-1', status: 'DECIDED' }, { due: -1, _id: 1 });
    const dues = found.map(({ due }) => String(due));
    expect(dues).toEqual([...dues].sort().reverse());
    expect(shown(found).sort()).toEqual(inOrder(({ office, status }) => office === 'office-1' && status === 'DECIDED'));
  });

  it('is sorted where the filter names several values', async () => {
    const found = await read({ office: { $in: ['office-0', 'office-2'] } }, { due: 1, _id: 1 }, 40);
    expect(shown(found)).toEqual(inOrder(({ office }) => office !== 'office-1').slice(0, 40));
  });

  it('is paged by the place of the last row, none twice and none left out', async () => {
    const pages: string[] = [];
    let after: Filter<AnyDocument> = {};
    for (;;) {
      const page = await read({ office: 'office-2', ...after }, { due: 1, _id: 1 }, 17);
      pages.push(...shown(page));
      const last = page.at(-1);
      if (!last) break;
      const { due, _id } = last;
      after = { $or: [{ due: { $gt: due } }, { due, _id: { $gt: _id } }] };
    }
    expect(pages).toEqual(inOrder(({ office }) => office === 'office-2'));
  });

  it('is read in batches of any size', async () => {
    for (const batchSize of [1, 7, 1000]) {
      const found: AnyDocument[] = [];
      for await (const row of cases.find({ office: 'office-0' }, { batchSize }).sort({ due: 1, _id: 1 }))
        found.push(row);
      expect(shown(found)).toEqual(inOrder(({ office }) => office === 'office-0'));
    }
  });

  it('counts what passes, and all', async () => {
    expect(await cases.countDocuments({ due: { $lt: '2024-03-03' } })).toBe(22);
    expect(await cases.estimatedDocumentCount()).toBe(count);
    expect(await cases.countDocuments({ office: 'nowhere' })).toBe(0);
  });
});

describe('a cursor', () => {
  it('reads many batches while others write, and meets every document that stays', async () => {
    const items = server.collection();
    await items.insertMany(Array.from({ length: 2_000 }, (_, i) => ({ _id: i, n: i })));
    const met = new Set<unknown>();
    const writing = Array.from({ length: 50 }, (_, i) => items.updateOne({ _id: i * 30 }, { $set: { m: 1 } }));
    for await (const { _id } of items.find({}, { batchSize: 37 })) met.add(_id);
    await Promise.all(writing);
    expect(met.size).toBe(2_000);
  });

  it('that was closed is not found again', async () => {
    const items = server.collection();
    await items.insertMany(Array.from({ length: 10 }, (_, i) => ({ _id: i })));
    const asLongs = { promoteLongs: false };
    const opened = await server.database.command({ find: items.collectionName, batchSize: 2 }, asLongs);
    const id: unknown = opened['cursor'].id;
    const killed = await server.database.command({ killCursors: items.collectionName, cursors: [id] }, asLongs);
    expect(killed['cursorsKilled']).toEqual([id]);
    const more = server.database.command({ getMore: id, collection: items.collectionName });
    expect(await codeOf(more)).toBe(43);
  });

  it('may begin with an empty batch', async () => {
    const items = server.collection();
    await items.insertMany([{ _id: 1 }, { _id: 2 }]);
    expect(await items.find({}, { batchSize: 0 }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
  });

  it('on a collection that is not there is empty', async () => {
    expect(await server.collection().find({ a: 1 }).sort({ b: 1 }).toArray()).toEqual([]);
  });
});

describe('a projection', () => {
  const stored = {
    _id: 1,
    name: 'x',
    row: { status: 'OPEN', due: 'd', deep: { a: 1, b: 2 } },
    duties: [{ rule: 'R-15', due: 'd1' }, 5, { rule: 'R-27' }],
  };
  let items: Collection<AnyDocument>;
  beforeAll(async () => {
    items = server.collection();
    await items.insertOne(stored);
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['takes fields, and the id', { name: 1 }, { _id: 1, name: 'x' }],
    ['takes fields without the id', { name: 1, _id: 0 }, { name: 'x' }],
    ['takes the id alone', { _id: 1 }, { _id: 1 }],
    ['leaves out fields, never the id', { row: 0, duties: 0 }, { _id: 1, name: 'x' }],
    ['leaves out the id alone', { _id: 0, row: 0, duties: 0 }, { name: 'x' }],
    ['takes fields inside', { 'row.deep.a': 1 }, { _id: 1, row: { deep: { a: 1 } } }],
  ])('%s', async (_, projection, expected) => {
    expect(await items.findOne({}, { projection })).toEqual(expected);
  });

  it('of both kinds at once is refused', async () => {
    expect(await codeOf(items.findOne({}, { projection: { name: 1, row: 0 } }))).not.toBeNull();
  });
});
