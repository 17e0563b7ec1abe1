import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { pageLimit } from '../queries/page.js';
import { dwellingClaims, type DwellingClaim } from './dwelling-claims.projection.js';

/** A claim that holds a dwelling now. */
export type HeldClaim = Readonly<{
  dwellingId: string;
  caseId: string;
  claimedAt: string;
  claimId: string;
  position: number;
}>;

export type ClaimQueries = Readonly<{
  /** Claims held since a log position (exclusive), in that order, at most 200. */
  heldAfter: (position: number | null) => Promise<readonly HeldClaim[]>;
  /** The claims that these cases (at most 200) hold. */
  heldBy: (caseIds: readonly string[]) => Promise<readonly HeldClaim[]>;
  /** The case that holds a dwelling; null where none does. */
  holderOf: (dwellingId: string) => Promise<string | null>;
}>;

/** The queries on claims. */
export const claimQueries = (live: LiveFillings): ClaimQueries => {
  const claims = () => live.collection<Stored<DwellingClaim>>(dwellingClaims);
  return {
    heldAfter: async (position) => {
      const found = await claims()
        .find({ heldPosition: { $gt: position ?? -1 } })
        .sort({ heldPosition: 1 })
        .limit(pageLimit)
        .toArray();
      return found.flatMap(heldClaim);
    },
    heldBy: async (caseIds) => {
      const found = await claims()
        .find({ holder: { $in: [...caseIds] } })
        .toArray();
      return found.flatMap(heldClaim);
    },
    holderOf: async (dwellingId) => (await claims().findOne({ _id: dwellingId }))?.holder ?? null,
  };
};

const heldClaim = ({ dwellingId, holder, claimedAt, claimId, heldPosition }: DwellingClaim): readonly HeldClaim[] =>
  holder === null || heldPosition === null
    ? []
    : [{ dwellingId, caseId: holder, claimedAt, claimId, position: heldPosition }];
