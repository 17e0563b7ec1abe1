import { describe, expect, it } from '@jest/globals';
import { projections } from '@app/read-models';
import { prove } from '../bench/proof/prove.js';

describe('events that are appended with 64 in flight while a projector runs', () => {
  it('are in every projection once: every certificate is complete, and every document is what its stream gives', async () => {
    const proved = await prove({ events: 3_000, inFlight: 64, projectors: 1, sample: 25 });
    expect(proved.events).toBeGreaterThanOrEqual(3_000);
    expect([proved.certificates, proved.faults]).toEqual([projections.length, []]);
  }, 240_000);
});
