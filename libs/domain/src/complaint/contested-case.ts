import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type CaseState, isSubmitted } from '../case/case.state.js';
import { dutiesOf } from '../duties/duties.js';
import type { Duty } from '../duties/duty.js';
import type { ContestedCase, ContestedDuty } from './complaint.types.js';

/**
 * What a complaint about a case must know of it; null before submission. Throws what `dutiesOf` throws.
 */
export const contestedCaseOf = (state: CaseState, calendar: WorkingCalendar): ContestedCase | null => {
  if (!isSubmitted(state)) return null;
  const { caseId, officeId, zone, rulebook } = state.application;
  const owed = dutiesOf(state, calendar).filter(({ kind }) => kind === 'OBLIGATION');
  return { caseId, officeId, zone, rulebook, duties: owed.map(contestedDuty) };
};

/** An open duty is missed from the end of its day on, if nothing happens until then. */
const contestedDuty = ({ rule, due, dueAt, status, late }: Duty): ContestedDuty => ({
  rule,
  due,
  missedFrom: status === 'OPEN' || late ? dueAt : null,
});
