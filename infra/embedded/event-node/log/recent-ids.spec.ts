import { describe, expect, it } from '@jest/globals';
import { RecentIds } from './recent-ids.js';

describe('the memory of event ids', () => {
  it('knows the revision of an id in its stream, and nothing of it in another', () => {
    const ids = new RecentIds(10);
    ids.add('a', { stream: 's', revision: 4 });

    expect([ids.find('a', 's'), ids.find('a', 'other'), ids.find('b', 's')]).toEqual([4, null, null]);
  });

  it('forgets the oldest first', () => {
    const ids = new RecentIds(3);
    for (const [revision, id] of ['a', 'b', 'c', 'd'].entries()) ids.add(id, { stream: 's', revision });

    expect(['a', 'b', 'c', 'd'].map((id) => ids.find(id, 's'))).toEqual([null, 1, 2, 3]);
  });

  it('knows the latest place of an id that was written twice', () => {
    const ids = new RecentIds(2);
    ids.add('a', { stream: 's', revision: 0 });
    ids.add('b', { stream: 's', revision: 1 });
    ids.add('a', { stream: 's', revision: 2 });
    ids.add('c', { stream: 's', revision: 3 });

    expect([ids.find('a', 's'), ids.find('b', 's')]).toEqual([2, null]);
  });
});
