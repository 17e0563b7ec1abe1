import type { DutyPastItsDay, MissedDuties, RecordMissed } from '@app/application';
import type { ReadModels } from '@app/read-models';

/** A duty and the place of it in what is overdue. */
export type PlacedDuty = DutyPastItsDay & Readonly<{ place: string }>;

/** What owes duties: where those past their day are found, and who is asked about them. */
export type DutySource = Readonly<{
  /** Some of what is overdue at an instant and not recorded as missed, after a place; nothing at the end. */
  overdueAfter: (place: string | null, asOf: string) => Promise<readonly PlacedDuty[]>;
  record: RecordMissed;
}>;

/** The duties of cases, found on the deadline board. */
export const caseDuties = (
  deadlines: Pick<ReadModels['deadlines'], 'overdueAfter'>,
  { onCase }: Pick<MissedDuties, 'onCase'>,
): DutySource => ({
  overdueAfter: async (place, asOf) => {
    const found = await deadlines.overdueAfter(place, asOf);
    return found.map(({ caseId: id, rule, due, watched }) => ({ stream: `case-${id}`, id, rule, due, place: watched }));
  },
  record: onCase,
});

/** The duties of complaints, found in the complaints. */
export const complaintDuties = (
  complaints: Pick<ReadModels['complaints'], 'overdueAfter'>,
  { onComplaint }: Pick<MissedDuties, 'onComplaint'>,
): DutySource => ({
  overdueAfter: async (place, asOf) => {
    const found = await complaints.overdueAfter(place, asOf);
    return found.map(({ complaintId: id, rule, due, watched }) => ({
      stream: `complaint-${id}`,
      id,
      rule,
      due,
      place: watched,
    }));
  },
  record: onComplaint,
});
