import type { ComplaintDto, ComplaintDutyDto, ShownComplainantDto } from '@app/contracts';
import { isOverdue, maskIin, type Complainant } from '@app/domain';
import { isErased } from '@app/event-store';
import type { ComplaintDutyView, ComplaintView } from '@app/read-models';
import { hidden } from '../http/masking.js';
import { missedAnswer } from '../http/missed-answer.js';

type Reader = Readonly<{ seesPersonalData: boolean; now: string }>;

/** A complaint as a reader may see it; null where nothing but unknown events is there. */
export const complaintAnswer = (
  view: ComplaintView & Readonly<{ officeId: string }>,
  { seesPersonalData, now }: Reader,
): ComplaintDto | null => {
  const { complaintId, officeId, revision, position, row, duties } = view;
  const { filing, ...facts } = view.facts;
  if (filing === null || row === null) return null;
  const { caseId, addressee, lodgedWith, medium, contested, demands, learnedOn, receivedOn, filingTermNotice } = filing;
  return {
    complaintId,
    caseId,
    officeId,
    status: row.status,
    revision,
    position,
    updatedAt: row.updatedAt,
    filedAt: row.filedAt,
    receivedOn,
    addressee,
    lodgedWith,
    medium,
    complainant: shownComplainant(filing.complainant, seesPersonalData),
    contested,
    demands,
    learnedOn,
    filingTermNotice,
    ...facts,
    missedDuties: missedAnswer(facts.missedDuties, duties),
    duties: duties.map((duty) => complaintDutyAnswer(duty, now)),
  };
};

/** A duty as it stands at a moment: `overdue` where it is owed and its day is over. */
export const complaintDutyAnswer = (duty: ComplaintDutyView, now: string): ComplaintDutyDto => ({
  ...duty,
  overdue: isOverdue(duty, now),
});

const shownComplainant = (complainant: Complainant, inFull: boolean): ShownComplainantDto => {
  if (isErased(complainant)) return { iin: hidden, fullName: '', erased: true };
  return inFull ? complainant : { iin: maskIin(complainant.iin), fullName: hidden };
};
