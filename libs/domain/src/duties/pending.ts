import type { Pending } from '../calendar/due-date.js';
import type { LocalDate } from '../case/case.types.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusals/refuse.js';
import type { Duty } from './duty.js';

/** The refusal of a gate that protects somebody until a day which no calendar tells yet (docs/law/rules.md 4.3). */
export const refusePending = ({ missingYear, notBefore }: Pending): Refusal =>
  refuse('calendar-year-missing', { year: missingYear, date: notBefore });

/** What must be done within a term is done in time for sure by the earliest day on which that can end; later, it cannot be told while that is pending. */
export const assertNotPendingOn = (day: LocalDate, { pending }: Pick<Duty, 'pending'>): void => {
  if (pending !== null && day > pending.notBefore) throw refusePending(pending);
};
