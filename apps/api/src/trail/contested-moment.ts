import { endOfLocalDay, type FilingState, type KnownDuty } from '@app/domain';

/**
 * The moment that a complaint is about, ISO 8601: the end of the day of the contested decision or action; for an inaction
 * the first moment at which the duty had not been kept in time; that of filing where neither is known.
 */
export const contestedMoment = (
  { contested, zone }: Pick<FilingState, 'contested' | 'zone'>,
  duties: readonly KnownDuty[],
  filedAt: string,
): string => {
  if (contested.on !== null) return endOfLocalDay(contested.on, zone);
  const duty = duties.find(({ rule }) => rule === contested.rule);
  return duty ? new Date(Date.parse(duty.dueAt) + 1).toISOString() : filedAt;
};
