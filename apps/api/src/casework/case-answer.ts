import type { ApplicationDto, CaseDto, DutyDto } from '@app/contracts';
import { deemedRefusedBy, tengeFromTiyn, type Payment } from '@app/domain';
import type { CaseFacts, CaseView, DutyView } from '@app/read-models';
import { personalFactsAnswer } from './case-facts-answer.js';
import { shownPerson, shownValue } from '../http/masking.js';
import { agreementAnswer, paymentAnswer } from './payment-answer.js';

type Reader = Readonly<{ seesPersonalData: boolean; now: string }>;
type ShownCase = Omit<CaseView, 'state'>;
type Application = NonNullable<CaseFacts['application']>;

/** A case as a reader may see it. Amounts become tenge. */
export const caseAnswer = (view: ShownCase & Readonly<{ officeId: string }>, reader: Reader): CaseDto | null => {
  const { caseId, officeId, status, stage, revision, position, updatedAt } = view;
  const { application, decision, agreement, payments, ...facts } = view.facts;
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
    ...personalFactsAnswer(facts, reader.seesPersonalData),
    application: applicationAnswer(application, reader.seesPersonalData),
    decision: decision && { ...decision, priceBasis: priceBasisAnswer(decision.priceBasis) },
    agreement: agreement && agreementAnswer(agreement, payments),
    payments: payments.map(paymentAnswer),
    deemedRefusedFrom: deemedRefusedBy(view.duties, reader.now),
    duties: view.duties.map((duty) => dutyAnswer(duty, reader.now)),
  };
};

/** A duty as it stands at a moment: `overdue` where it is owed and its day is over. */
export const dutyAnswer = (duty: DutyView, now: string): DutyDto => ({
  ...duty,
  overdue: duty.kind === 'OBLIGATION' && duty.status === 'OPEN' && Date.parse(duty.dueAt) < Date.parse(now),
});

const applicationAnswer = (application: Application, inFull: boolean): ApplicationDto => {
  const { caseId: _caseId, officeId: _officeId, acceptance: _acceptance, ...told } = application;
  const { applicant, familyMembers, representative, tenancy, dwelling, documents, payment } = application;
  return {
    ...told,
    applicant: shownPerson(applicant, inFull),
    familyMembers: familyMembers.map((member) => shownPerson(member, inFull)),
    representative: representative && shownPerson(representative, inFull),
    tenancy: shownValue(tenancy, inFull),
    dwelling: { dwellingId: dwelling.dwellingId, address: shownValue(dwelling.address, inFull) },
    documents: documents.map((document) => ({ ...document, number: shownValue(document.number, inFull) })),
    payment: paymentModeAnswer(payment),
  };
};

const paymentModeAnswer = (payment: Payment): ApplicationDto['payment'] =>
  payment.mode === 'INSTALMENTS'
    ? { ...payment, initialContribution: tengeFromTiyn(payment.initialContribution) }
    : payment;

const priceBasisAnswer = (
  basis: NonNullable<CaseFacts['decision']>['priceBasis'],
): NonNullable<CaseDto['decision']>['priceBasis'] =>
  basis && { ...basis, residualValue: tengeFromTiyn(basis.residualValue) };
