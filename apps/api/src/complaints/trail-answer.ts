import type { CaseThenDto, ComplaintTrailDto } from '@app/contracts';
import { dutyChanges, type Complainant, type Language } from '@app/domain';
import type { Trail, TrailSide } from '@app/read-models';
import { caseThenAnswer, dutyThenAnswer } from '../audit/case-then.js';
import { pointAnswer } from '../audit/points.js';
import type { Reader } from '../casework/case-answer.js';
import { entryAnswer } from '../casework/entry-answer.js';
import type { Looking, SeenCase } from '../http/access/looking.js';
import { seenCase, seenComplaint, together } from '../http/access/persons.js';
import { complaintAnswer } from './complaint-answer.js';

/** For whom, the moment at which duties are looked at (ISO 8601), and the language. */
type Asking = Readonly<{ looking: Looking; now: string; language: Language }>;

type Told = Omit<ComplaintTrailDto, 'position' | 'heldBackAt' | 'decidedAt'>;

/** A trail as a reader may see it; null where nothing but unknown events is there. */
export const trailAnswer = (trail: Trail, officeId: string, { looking, now: asOf, language }: Asking): Told | null => {
  const { events, contestedAt, known, effective, duties, happened, changes, actors, madeFrom } = trail;
  const { filing } = trail.complaint.facts;
  const caseId = filing?.caseId;
  if (!filing || caseId === undefined) return null;
  const sees = looking.at(seenInTrail(trail, caseId, filing.complainant));
  const complaint = complaintAnswer({ ...trail.complaint, officeId }, { sees, now: asOf });
  if (!complaint) return null;
  const before = { duties: known.shown?.duties ?? [], asOf: contestedAt };
  return {
    asOf,
    madeFrom,
    complaint,
    events: events.map((entry) => entryAnswer(entry, language)),
    contestedAt,
    known: sideAnswer(known, caseId, { sees, now: contestedAt, language }),
    effective: sideAnswer(effective, caseId, { sees, now: contestedAt, language }),
    dutiesNow: duties.map((duty) => dutyThenAnswer(duty, { now: asOf, language })),
    since: {
      happened: happened.map((entry) => entryAnswer(entry, language)),
      changes,
      duties: dutyChanges(before, { duties, asOf }, language),
    },
    actors,
  };
};

/** The case as it was and as it is said to have been, and who complains. */
const seenInTrail = ({ known, effective }: Trail, caseId: string, complainant: Complainant): SeenCase =>
  [known, effective]
    .map(({ shown }) => seenCase(caseId, shown?.facts ?? null))
    .reduce(together, seenComplaint(caseId, complainant));

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
