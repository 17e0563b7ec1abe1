import { describe, expect, it } from '@jest/globals';
import { InvalidCursor, limitOf, pageOf, readCursor, writeCursor } from './page.js';

describe('a cursor', () => {
  it('leads back to where its list ended', () => {
    expect(readCursor('cases', writeCursor('cases', '2024-03-04 c1'))).toBe('2024-03-04 c1');
  });

  it('is not needed for the first page', () => {
    expect(readCursor('cases', null)).toBeNull();
    expect(readCursor('cases', undefined)).toBeNull();
  });

  it.each([
    ['of another list', writeCursor('duties', 'x')],
    ['that is no cursor', 'nonsense'],
    ['that is empty', ''],
    ['made up', Buffer.from('{"a":1}').toString('base64url')],
    ['with something else than text', Buffer.from('["cases",{"$gt":""}]').toString('base64url')],
  ])('%s is refused', (_, cursor) => {
    expect(() => readCursor('cases', cursor)).toThrow(InvalidCursor);
  });
});

describe('a page', () => {
  it('has a cursor where more was found than it holds', () => {
    expect(pageOf(['a', 'b', 'c'], 2, (last) => `after ${last}`)).toEqual({
      items: ['a', 'b'],
      nextCursor: 'after b',
    });
    expect(pageOf(['a', 'b'], 2, (last) => `after ${last}`)).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(pageOf([], 2, () => 'never')).toEqual({ items: [], nextCursor: null });
  });

  it('holds 50 rows unless told, and between 1 and 200', () => {
    expect([{}, { limit: 7 }, { limit: 0 }, { limit: -3 }, { limit: 201 }, { limit: 2.9 }].map(limitOf)).toEqual([
      50, 7, 1, 1, 200, 2,
    ]);
  });
});
