import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';

/**
 * Claims on a dwelling: at most one active application for each (docs/law/rules.md A25: a guard of ours, not of the
 * Order).
 */
export type DwellingClaimed = Readonly<{
  type: 'DwellingClaimed';
  data: Readonly<{ dwellingId: string; caseId: string; at: string }>;
}>;
export type DwellingReleased = Readonly<{
  type: 'DwellingReleased';
  data: Readonly<{ dwellingId: string; caseId: string; reason: 'CASE_CLOSED' | 'CASE_NEVER_CAME'; at: string }>;
}>;
export type DwellingEvent = DwellingClaimed | DwellingReleased;

/**
 * `otherHolders`: cases that hold the dwelling under another spelling of its id. `endedCaseIds`: those cases, of all that may
 * hold the claim, of which the caller knows that they have ended; `isReopened`: the case gave its claim up when it closed, and goes on.
 */
export type ClaimDwelling = Readonly<{
  type: 'ClaimDwelling';
  otherHolders: readonly string[];
  endedCaseIds: readonly string[];
  isReopened: boolean;
}> &
  DwellingClaimed['data'];
export type ReleaseDwelling = Readonly<{ type: 'ReleaseDwelling' }> & DwellingReleased['data'];
export type DwellingCommand = ClaimDwelling | ReleaseDwelling;

/** The case that holds a dwelling's one active application, if any. */
type DwellingState = Readonly<{ holder: string | null }>;

/**
 * Who may claim a dwelling (A25). A repeated claim or release changes nothing; a claim of an ended case is taken over.
 */
export const dwellingDecider = {
  initial: { holder: null } as DwellingState,
  decide: (command: DwellingCommand, state: DwellingState): readonly DwellingEvent[] =>
    command.type === 'ClaimDwelling' ? claim(command, state) : release(command, state),
  evolve: (state: DwellingState, event: DwellingEvent): DwellingState => {
    if (event.type === 'DwellingClaimed') return { holder: event.data.caseId };
    return event.type === 'DwellingReleased' ? { holder: null } : state;
  },
} satisfies Decider<DwellingCommand, DwellingState, DwellingEvent>;

const claim = (command: ClaimDwelling, { holder }: DwellingState): readonly DwellingEvent[] => {
  const { dwellingId, caseId, at, otherHolders, endedCaseIds, isReopened } = command;
  const claimed = { type: 'DwellingClaimed', data: { dwellingId, caseId, at } } as const;
  if (holder === caseId) return [];
  const holders = holder === null ? otherHolders : [holder, ...otherHolders];
  if (holders.some((one) => !endedCaseIds.includes(one)))
    throw refuse(isReopened ? 'reopened-dwelling-held' : 'dwelling-claimed', { dwellingId });
  if (holder === null) return [claimed];
  return [{ type: 'DwellingReleased', data: { dwellingId, caseId: holder, reason: 'CASE_CLOSED', at } }, claimed];
};

const release = (
  { dwellingId, caseId, reason, at }: ReleaseDwelling,
  { holder }: DwellingState,
): readonly DwellingEvent[] =>
  holder === caseId ? [{ type: 'DwellingReleased', data: { dwellingId, caseId, reason, at } }] : [];
