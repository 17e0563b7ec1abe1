import { isAfter } from '../calendar/zones.js';
import type { InstantString } from '../case/case.types.js';
import type { Duty } from '../duties/duty.js';

/** How a duty stands at a moment. LAPSED is a power whose day is over: nobody owed it. */
export const dutyStandings = ['OPEN', 'OVERDUE', 'LAPSED', 'KEPT', 'LATE', 'FALLEN_AWAY'] as const;
export type DutyStanding = (typeof dutyStandings)[number];

/** How a duty stands at a moment: what is open is overdue once its day is over. */
export const standingOf = (
  { status, kind, late, dueAt }: Pick<Duty, 'status' | 'kind' | 'late' | 'dueAt'>,
  at: InstantString,
): DutyStanding => {
  if (status === 'DISCHARGED') return late ? 'LATE' : 'KEPT';
  if (status === 'FALLEN_AWAY' || !isAfter(at, dueAt)) return status;
  return kind === 'POWER' ? 'LAPSED' : 'OVERDUE';
};
