import { describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import { Pace } from '../reading/pace.js';
import { valueOf } from '../testing/values.js';
import { grouped, parseGroup } from './group.js';

describe('the groups of a stage', () => {
  it('hold no more than a stage may hold in memory, few as they are', async () => {
    let left = 60;
    // Two megabytes each, all different.
    const source = {
      next: () => (left-- > 0 ? Buffer.from(serialize({ text: `${left} ${'x'.repeat(2_000_000)}` })) : null),
    };
    const groups = grouped(source, parseGroup(valueOf({ _id: '$text', n: { $sum: 1 } })));
    await expect((async () => groups.next(new Pace()))()).rejects.toMatchObject({ code: 292 });
    expect(left).toBeGreaterThan(0);
  });
});
