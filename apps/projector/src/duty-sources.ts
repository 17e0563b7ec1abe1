import type { InstallationSettings } from '@app/application';
import { createCaseDecider, createComplaintDecider, type WorkingCalendar } from '@app/domain';
import type { CommandPipeline } from '@app/event-store';
import type { ReadModels } from '@app/read-models';
import { missedRecorder, type DutyPastItsDay, type RecordMissed } from './duty-recorder.js';

/** A duty and the place of it in what is overdue. */
export type PlacedDuty = DutyPastItsDay & Readonly<{ place: string }>;

/** What owes duties: where those past their day are found, and who is asked about them. */
export type DutySource = Readonly<{
  /** Some of what is overdue at an instant and not recorded as missed, after a place; nothing at the end. */
  overdueAfter: (place: string | null, asOf: string) => Promise<readonly PlacedDuty[]>;
  /** Asks under a calendar; to be kept as long as it is the same one, because the pipeline keeps states by the decider. */
  recorderUnder: (calendar: WorkingCalendar) => RecordMissed;
}>;

/** Through what cases and complaints are asked, and under what settings: those under which the api decides. */
export type Asking = Readonly<{ pipeline: CommandPipeline; installation: InstallationSettings }>;

/** The duties of cases, found on the deadline board. */
export const caseDuties = (
  deadlines: Pick<ReadModels['deadlines'], 'overdueAfter'>,
  { pipeline, installation }: Asking,
): DutySource => ({
  overdueAfter: async (place, asOf) => {
    const found = await deadlines.overdueAfter(place, asOf);
    return found.map(({ caseId: id, rule, due, watched }) => ({ stream: `case-${id}`, id, rule, due, place: watched }));
  },
  recorderUnder: (calendar) =>
    missedRecorder(pipeline, {
      decider: createCaseDecider(installation.under(calendar)),
      rulebookOf: ({ application }) => application?.rulebook ?? null,
    }),
});

/** The duties of complaints, found in the complaints. */
export const complaintDuties = (
  complaints: Pick<ReadModels['complaints'], 'overdueAfter'>,
  { pipeline, installation }: Asking,
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
  recorderUnder: (calendar) =>
    missedRecorder(pipeline, {
      decider: createComplaintDecider(installation.under(calendar)),
      rulebookOf: ({ filing }) => filing?.rulebook ?? null,
    }),
});
