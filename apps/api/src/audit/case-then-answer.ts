import type { CaseThenDto } from '@app/contracts';
import { standingOf } from '@app/domain';
import type { CaseView, DutyView } from '@app/read-models';
import { caseAnswer, dutyAnswer } from '../casework/case-answer.js';

type Told = Pick<CaseThenDto, 'asOf' | 'revision' | 'position' | 'status' | 'stage' | 'duties' | 'case'>;

type ShownCase = Omit<CaseView, 'state'>;

/** For whom, and the moment at which the duties are looked at. */
type Reader = Readonly<{ seesPersonalData: boolean; now: string }>;

/** A case as it was at a point; nothing but the moment where it was not there yet. */
export const caseThenAnswer = (then: ShownCase | null, reader: Reader): Told => {
  const asOf = reader.now;
  if (!then) return { asOf, revision: null, position: null, status: null, stage: null, duties: [], case: null };
  const { revision, position, status, stage } = then;
  const duties = then.duties.map((duty) => dutyThenAnswer(duty, asOf));
  return { asOf, revision, position, status, stage, duties, case: factsAnswer(then, reader) };
};

const factsAnswer = (then: ShownCase, reader: Reader): CaseThenDto['case'] => {
  const answer = caseAnswer({ ...then, officeId: then.officeId ?? '' }, reader);
  if (!answer) return null;
  const { duties: _duties, ...facts } = answer;
  return facts;
};

/** A duty as it stood at a moment. */
export const dutyThenAnswer = (duty: DutyView, at: string): CaseThenDto['duties'][number] => ({
  ...dutyAnswer(duty, at),
  standing: standingOf(duty, at),
});
