import type { CaseThenDto, ComplaintTrailDto } from '@app/contracts';
import { dutyChanges } from '@app/domain';
import type { Trail, TrailSide } from '@app/read-models';
import { caseThenAnswer, dutyThenAnswer } from '../audit/case-then.js';
import { pointAnswer } from '../audit/points.js';
import { complaintAnswer } from './complaint-answer.js';

/** For whom, and the moment at which duties are looked at (ISO 8601). */
type Reader = Readonly<{ seesPersonalData: boolean; now: string }>;

type Told = Omit<ComplaintTrailDto, 'position' | 'heldBackAt' | 'decidedAt'>;

/** A trail as a reader may see it; null where nothing but unknown events is there. */
export const trailAnswer = (trail: Trail, officeId: string, reader: Reader): Told | null => {
  const { events, contestedAt, known, effective, duties, happened, changes, actors, madeFrom } = trail;
  const { caseId } = trail.complaint.facts.filing ?? {};
  const complaint = complaintAnswer({ ...trail.complaint, officeId }, reader);
  if (!complaint || caseId === undefined) return null;
  const asOf = reader.now;
  const before = { duties: known.shown?.duties ?? [], asOf: contestedAt };
  return {
    asOf,
    madeFrom,
    complaint,
    events,
    contestedAt,
    known: sideAnswer(known, caseId, { ...reader, now: contestedAt }),
    effective: sideAnswer(effective, caseId, { ...reader, now: contestedAt }),
    dutiesNow: duties.map((duty) => dutyThenAnswer(duty, asOf)),
    since: { happened, changes, duties: dutyChanges(before, { duties, asOf }) },
    actors,
  };
};

const sideAnswer = (
  { point, revisions, clockWentBackAt, shown }: TrailSide,
  caseId: string,
  reader: Reader,
): CaseThenDto => ({
  caseId,
  point: pointAnswer(point),
  ...caseThenAnswer(shown, reader),
  revisions,
  clockWentBackAt,
});
