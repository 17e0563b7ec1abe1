import { isMissed, type ComplaintState, type KnownComplaintDuty } from '@app/domain';

type Owed = Pick<KnownComplaintDuty, 'rule' | 'instance' | 'due' | 'dueAt' | 'status' | 'late'>;

/** The duties of a complaint that are owed and not recorded as missed on the day on which they are due. */
export const unrecorded = <Duty extends Owed>(duties: readonly Duty[], { missed }: ComplaintState): readonly Duty[] =>
  duties.filter((duty) => duty.status === 'OPEN' && !isMissed(duty, missed));

/** When the first of them falls due; null where there is none. */
export const watchedFrom = (duties: readonly Owed[], state: ComplaintState): string | null =>
  unrecorded(duties, state)
    .flatMap(({ dueAt }) => dueAt ?? [])
    .toSorted()[0] ?? null;
