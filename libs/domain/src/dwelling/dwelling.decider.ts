import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import type { ClaimDwelling, DwellingCommand, DwellingEvent, ReleaseDwelling } from './dwelling.js';

/** The case that holds a dwelling's one active application, if any. */
export type DwellingState = Readonly<{ holder: string | null }>;

/**
 * Who may claim a dwelling (A25). A repeated claim or release changes nothing; a claim of an ended case is taken over.
 */
export const dwellingDecider: Decider<DwellingCommand, DwellingState, DwellingEvent> = {
  initial: { holder: null },
  decide: (command, state) => (command.type === 'ClaimDwelling' ? claim(command, state) : release(command, state)),
  evolve: (state, event) => {
    if (event.type === 'DwellingClaimed') return { holder: event.data.caseId };
    return event.type === 'DwellingReleased' ? { holder: null } : state;
  },
};

const claim = (command: ClaimDwelling, { holder }: DwellingState): readonly DwellingEvent[] => {
  const { dwellingId, caseId, at, endedCaseIds } = command;
  const claimed = { type: 'DwellingClaimed', data: { dwellingId, caseId, at } } as const;
  if (holder === caseId) return [];
  if (holder === null) return [claimed];
  if (!endedCaseIds.includes(holder)) throw refuse('dwelling-claimed', { dwellingId });
  return [{ type: 'DwellingReleased', data: { dwellingId, caseId: holder, reason: 'CASE_CLOSED', at } }, claimed];
};

const release = (
  { dwellingId, caseId, reason, at }: ReleaseDwelling,
  { holder }: DwellingState,
): readonly DwellingEvent[] =>
  holder === caseId ? [{ type: 'DwellingReleased', data: { dwellingId, caseId, reason, at } }] : [];
