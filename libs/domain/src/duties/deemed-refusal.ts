import { millisOf } from '../calendar/zones.js';
import { kzCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { CaseState } from '../case/case.state.js';
import type { InstantString } from '../case/case.types.js';
import { dutiesOf } from './duties.js';
import type { Duty } from './duty.js';

/**
 * From when the recipient may take the provider's silence for a refusal, ISO 8601 in UTC: the instant after the term to
 * decide has run out, while no decision is signed (APPC 91(2), A22). Null where that has not come, or is over. It
 * opens the complaint; the case stays open and the decision owed. Throws as `dutiesOf` does.
 */
export const deemedRefusedFrom = (
  state: CaseState,
  now: InstantString,
  calendar: WorkingCalendar = kzCalendar,
): InstantString | null => deemedRefusedBy(dutiesOf(state, calendar), now);

/** As `deemedRefusedFrom`, of duties that are known. */
export const deemedRefusedBy = (
  duties: readonly Pick<Duty, 'rule' | 'status' | 'dueAt'>[],
  now: InstantString,
): InstantString | null => {
  const decision = duties.find(({ rule }) => rule === 'R-27');
  if (decision?.status !== 'OPEN') return null;
  const from = millisOf(decision.dueAt) + 1;
  return from <= millisOf(now) ? new Date(from).toISOString() : null;
};
