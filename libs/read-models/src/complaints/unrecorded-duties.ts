import type { ComplaintState, KnownComplaintDuty } from '@app/domain';

type Owed = Pick<KnownComplaintDuty, 'rule' | 'due' | 'dueAt' | 'status'>;

/** The duties of a complaint that are owed and not recorded as missed on the day on which they are due. */
export const unrecorded = <Duty extends Owed>(duties: readonly Duty[], { missed }: ComplaintState): readonly Duty[] =>
  duties.filter(
    ({ rule, due, status }) => status === 'OPEN' && !missed.some((one) => one.rule === rule && one.due === due),
  );

/** When the first of them falls due; null where there is none. */
export const watchedFrom = (duties: readonly Owed[], state: ComplaintState): string | null =>
  unrecorded(duties, state)
    .map(({ dueAt }) => dueAt)
    .toSorted()[0] ?? null;
