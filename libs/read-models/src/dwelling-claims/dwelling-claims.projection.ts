import type { DwellingEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Fold } from '../engine/projection.js';

/** Who holds a dwelling: the last claim, and whether it still holds. */
export type DwellingClaim = Readonly<{
  dwellingId: string;
  /** The case that holds the dwelling; null once released. */
  holder: string | null;
  /** Log position of the claim that holds; null once released. */
  heldPosition: number | null;
  /** The event id of the last claim, and when it was recorded. */
  claimId: string;
  claimedAt: string;
}>;

/** The holder per dwelling, for the reconciler. */
export const dwellingClaims: Fold<DwellingClaim> = {
  name: 'dwelling-claims',
  version: 2,
  streams: ['dwelling-'],
  idOf: ({ stream }) => stream.slice('dwelling-'.length),
  evolve: (claim, recorded) => {
    // A dwelling's stream holds the dwelling's events.
    const event = recorded as Recorded<DwellingEvent>;
    switch (event.type) {
      case 'DwellingClaimed':
        return {
          dwellingId: event.data.dwellingId,
          holder: event.data.caseId,
          heldPosition: event.position,
          claimId: event.id,
          claimedAt: event.metadata.recordedAt,
        };
      case 'DwellingReleased':
        return { ...(claim ?? neverClaimed(event)), holder: null, heldPosition: null };
      default:
        return claim ?? neverClaimed(recorded);
    }
  },
  indexes: [{ keys: { heldPosition: 1 } }, { keys: { holder: 1 } }],
};

const neverClaimed = ({ stream, id, metadata }: Recorded): DwellingClaim => ({
  dwellingId: stream.slice('dwelling-'.length),
  holder: null,
  heldPosition: null,
  claimId: id,
  claimedAt: metadata.recordedAt,
});
