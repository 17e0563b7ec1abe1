import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DwellingEvent } from '@app/domain';
import { refold } from '../engine/refold.js';
import { recorder } from '../testing/recorded.js';
import { dwellingClaims } from './dwelling-claims.projection.js';

const at = '2024-03-04T10:00:00+05:00';
const claimed = (caseId: string): DwellingEvent => ({
  type: 'DwellingClaimed',
  data: { dwellingId: 'd1', caseId, at },
});
const released = (caseId: string): DwellingEvent => ({
  type: 'DwellingReleased',
  data: { dwellingId: 'd1', caseId, reason: 'CASE_CLOSED', at },
});

const claimAfter = (...events: readonly DwellingEvent[]): unknown =>
  refold(dwellingClaims, recorder()('dwelling-d1', events)).documents[0];

describe('the claims on a dwelling', () => {
  it('name the case that holds it, by which event since when', () => {
    expect(claimAfter(claimed('c1'))).toEqual({
      _id: 'd1',
      position: 700,
      revision: 0,
      tally: { count: 1, digest: createHash('sha256').update('dwelling-d1@0').digest('hex') },
      dwellingId: 'd1',
      holder: 'c1',
      heldPosition: 700,
      claimId: 'dwelling-d1@0',
      claimedAt: '2024-03-04T05:00:00.700Z',
    });
  });

  it('name nobody once released', () => {
    expect(claimAfter(claimed('c1'), released('c1'))).toMatchObject({ holder: null, heldPosition: null, revision: 1 });
  });

  it('name the next case that claims it', () => {
    expect(claimAfter(claimed('c1'), released('c1'), claimed('c2'))).toMatchObject({
      holder: 'c2',
      heldPosition: 2103,
      claimId: 'dwelling-d1@2',
    });
  });
});
