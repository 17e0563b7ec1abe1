import { describe, expect, it } from '@jest/globals';
import { documentOf } from '../testing/values.js';
import { Cursors } from './cursors.js';
import { Pace } from './pace.js';
import { keptSource } from './query.js';

const id = (answer: Buffer): bigint => answer.readBigInt64LE(answer.indexOf(Buffer.from('\x12id\0')) + 4);

describe('cursors that keep documents in memory', () => {
  it('keep 256 MB together: the one that was not used for longest ends', async () => {
    const cursors = new Cursors();
    const large = documentOf({ text: 'x'.repeat(1024 * 1024) }).bytes;
    const open = async (): Promise<bigint> => {
      const pace = new Pace();
      const source = keptSource(
        Array.from({ length: 100 }, () => large),
        pace,
      );
      return id(await cursors.first('db.rows', source, { size: 1, pace }));
    };
    const more = (cursor: bigint) => cursors.more(cursor, 'db.rows', { size: 1, pace: new Pace() });
    const [first, second] = [await open(), await open()];
    await more(first);
    const third = await open();
    await expect(more(second)).rejects.toMatchObject({ code: 43 });
    for (const cursor of [first, third]) expect(id(await more(cursor))).toBe(cursor);
    expect(cursors.kill(first)).toBe(true);
    const fourth = await open();
    for (const cursor of [third, fourth]) expect(id(await more(cursor))).toBe(cursor);
  });
});
