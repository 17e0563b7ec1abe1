import { endOfLocalDay } from '../calendar/zones.js';
import type { InstantString } from '../case/case.types.js';
import type { Duty } from '../duties/duty.js';
import type { FilingState } from './complaint.state.js';

/**
 * The moment that a complaint is about, ISO 8601: the end of the day of the contested decision or action; for an inaction
 * the first moment at which the duty had not been kept in time; that of filing where neither is known.
 */
export const contestedMoment = (
  { contested, zone }: Pick<FilingState, 'contested' | 'zone'>,
  duties: readonly Pick<Duty, 'rule' | 'dueAt'>[],
  filedAt: InstantString,
): InstantString => {
  if (contested.on !== null) return endOfLocalDay(contested.on, zone);
  const duty = duties.find(({ rule }) => rule === contested.rule);
  return duty ? new Date(Date.parse(duty.dueAt) + 1).toISOString() : filedAt;
};
