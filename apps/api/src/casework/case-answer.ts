import type { Sees } from '@app/application';
import type { ApplicationDto, CaseDto, DutyDto } from '@app/contracts';
import {
  acceptedOnBy,
  deemedRefusedBy,
  dutyIn,
  isAfter,
  isLate,
  isOverdue,
  tengeFromTiyn,
  type Language,
} from '@app/domain';
import type { CaseFacts, CaseView, DutyView } from '@app/read-models';
import { missedAnswer } from '../http/missed-answer.js';
import { factsWithoutFreeText } from './facts-without-free-text.js';
import { applicationAnswer } from './application-answer.js';
import { withNoticesIn } from './notices-answer.js';
import { paymentsAnswer } from './payments-answer.js';
import { personalFactsAnswer, unavailableAnswer } from './personal-facts-answer.js';

/** What a reader sees of the case in clear, when it is looked at (ISO 8601), and in which language they are told what to look at; in English where that is absent. */
export type Reader = Readonly<{ sees: Sees; now: string; language?: Language }>;
type ShownCase = Omit<CaseView, 'state'>;

/** A case as a reader may see it. Amounts become tenge. */
export const caseAnswer = (view: ShownCase & Readonly<{ officeId: string }>, reader: Reader): CaseDto | null => {
  const { caseId, officeId, status, stage, revision, position, updatedAt } = view;
  const { sees, language = 'en' } = reader;
  const { application, decision, agreement, payments, preliminaryRefusal, ...facts } = withNoticesIn(
    language,
    factsWithoutFreeText(view.facts, sees),
  );
  if (application === null || status === null) return null;
  return {
    caseId,
    officeId,
    status,
    stage,
    revision,
    position,
    updatedAt,
    ...facts,
    ...personalFactsAnswer({ ...facts, objections: objectionsAnswer(view, facts.objections) }, sees),
    unavailableRegisters: unavailableAnswer(facts.stateData, sees),
    missedDuties: missedAnswer(facts.missedDuties, view.duties),
    preliminaryRefusal: preliminaryRefusal && { ...preliminaryRefusal, pending: null, ...view.noticeDays },
    application: { ...applicationAnswer(application, sees), ...daysNow(view) },
    decision: decision && { ...decision, priceBasis: priceBasisAnswer(decision.priceBasis) },
    ...paymentsAnswer(agreement, payments, view.duties, sees),
    deemedRefusedFrom: deemedRefusedBy(view.duties, reader.now),
    duties: view.duties.map((duty) => dutyAnswer(duty, reader)),
  };
};

/** The days of an application as they are known now; the event holds what was said at filing. */
const daysNow = ({
  duties,
}: ShownCase): Pick<ApplicationDto, 'registrationDueExpected'> &
  Partial<Pick<ApplicationDto, 'acceptedOn' | 'registrationDue' | 'resultDue'>> => {
  const [registration, delivery, result] = ['R-15', 'R-18', 'R-27'].map((rule) =>
    duties.find((duty) => duty.rule === rule),
  );
  // The documents are to be delivered, and so to be registered, on the day of acceptance.
  const registrationDue = (registration ?? delivery)?.due;
  return {
    ...(result && { acceptedOn: acceptedOnBy(result), resultDue: result.due }),
    ...(registrationDue !== undefined && { registrationDue }),
    registrationDueExpected: registration === undefined,
  };
};

/** What documents of an older version know nothing of, until the new ones are filled. */
const unknownBefore = { instance: null, pending: null, heldBy: null };

/** A duty as it stands at a moment, in English where no language is given: `overdue` where it is owed and its day is over. */
export const dutyAnswer = (duty: DutyView, { now, language = 'en' }: Omit<Reader, 'sees'>): DutyDto => ({
  ...unknownBefore,
  ...duty,
  duty: dutyIn({ ...unknownBefore, ...duty }, language),
  overdue: duty.kind === 'OBLIGATION' && isOverdue(duty, now),
});

const priceBasisAnswer = (
  basis: NonNullable<CaseFacts['decision']>['priceBasis'],
): NonNullable<CaseDto['decision']>['priceBasis'] =>
  basis && { ...basis, residualValue: tengeFromTiyn(basis.residualValue) };

/** Objections to the notice that stands are late by its days as they are known; those to an earlier one as it was said then. */
const objectionsAnswer = (
  { facts: { preliminaryRefusal }, noticeDays }: ShownCase,
  objections: CaseFacts['objections'],
): CaseFacts['objections'] => {
  if (noticeDays === null || preliminaryRefusal === null) return objections;
  return objections.map((objection) =>
    isAfter(preliminaryRefusal.at, objection.at)
      ? objection
      : {
          ...objection,
          late: isLate({ due: noticeDays.objectionsUntil, pending: null }, objection.receivedOn),
        },
  );
};
