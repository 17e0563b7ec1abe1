import type { LocalDate } from '../case/case.types.js';
import { refuse } from '../refusals/refuse.js';
import type { ComplaintEffect, ComplaintOutcome } from './complaint.types.js';

type Judged = Readonly<{ outcome: ComplaintOutcome; effect: ComplaintEffect | null }>;

/** Whether nothing follows for the case. */
export const leavesTheCase = ({ effect }: Judged): boolean => effect === null || effect.kind === 'NONE';

/**
 * Who has a case decided anew says by which day, after their own, and nobody else does (R-83a, A31). Throws
 * `carry-out-day-mismatch`.
 */
export const assertDayToCarryOut = ({ effect }: Judged, decidedOn: LocalDate): void => {
  const { kind = 'NONE', carryOutBy = null } = effect ?? {};
  const isSet = carryOutBy !== null && carryOutBy > decidedOn;
  if (kind === 'DECIDE_ANEW' ? !isSet : carryOutBy !== null) {
    throw refuse('carry-out-day-mismatch', { effect: kind, carryOutBy, decidedOn });
  }
};
