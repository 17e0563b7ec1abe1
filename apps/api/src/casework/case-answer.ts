import type { ApplicationDto, CaseDto, DutyDto, InstalmentDto } from '@app/contracts';
import {
  acceptedOnBy,
  allocationsOf,
  deemedRefusedBy,
  isAfter,
  isLate,
  isOverdue,
  keptUntil,
  tengeFromTiyn,
  type Payment,
} from '@app/domain';
import type { CaseFacts, CaseView, DutyView } from '@app/read-models';
import { shownIin, shownPerson, shownValue } from '../http/masking.js';
import { missedAnswer } from '../http/missed-answer.js';

type Reader = Readonly<{ seesPersonalData: boolean; now: string }>;
type ShownCase = Omit<CaseView, 'state'>;
type Application = NonNullable<CaseFacts['application']>;

/** A case as a reader may see it. Amounts become tenge. */
export const caseAnswer = (view: ShownCase & Readonly<{ officeId: string }>, reader: Reader): CaseDto | null => {
  const { caseId, officeId, status, stage, revision, position, updatedAt } = view;
  const { application, decision, agreement, payments, preliminaryRefusal, ...facts } = view.facts;
  const inFull = reader.seesPersonalData;
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
    ...personalFactsAnswer({ ...facts, objections: objectionsAnswer(view) }, inFull),
    unavailableRegisters: unavailableAnswer(facts.stateData, inFull),
    missedDuties: missedAnswer(facts.missedDuties, view.duties),
    preliminaryRefusal: preliminaryRefusal && { ...preliminaryRefusal, pending: null, ...view.noticeDays },
    application: { ...applicationAnswer(application, inFull), ...daysNow(view) },
    decision: decision && { ...decision, priceBasis: priceBasisAnswer(decision.priceBasis) },
    ...paymentsAnswer(agreement, payments, view.duties, inFull),
    deemedRefusedFrom: deemedRefusedBy(view.duties, reader.now),
    duties: view.duties.map((duty) => dutyAnswer(duty, reader.now)),
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

/** A duty as it stands at a moment: `overdue` where it is owed and its day is over. */
export const dutyAnswer = (duty: DutyView, now: string): DutyDto => ({
  ...unknownBefore,
  ...duty,
  overdue: duty.kind === 'OBLIGATION' && isOverdue(duty, now),
});

const applicationAnswer = (
  application: Application,
  inFull: boolean,
): Omit<ApplicationDto, 'registrationDueExpected'> => {
  const { caseId: _caseId, officeId: _officeId, acceptance: _acceptance, ...told } = application;
  const { applicant, familyMembers, representative, tenancy, dwelling, documents, payment } = application;
  const { signature, nominalOwnerIin } = application;
  return {
    ...told,
    applicant: shownPerson(applicant, inFull),
    familyMembers: familyMembers.map((member) => shownPerson(member, inFull)),
    representative: representative && shownPerson(representative, inFull),
    tenancy: shownValue(tenancy, inFull),
    dwelling: { dwellingId: dwelling.dwellingId, address: shownValue(dwelling.address, inFull) },
    documents: documents.map((document) => ({ ...document, number: shownValue(document.number, inFull) })),
    payment: paymentModeAnswer(payment),
    signature: shownValue(signature, inFull),
    nominalOwnerIin: nominalOwnerIin && shownIin(nominalOwnerIin, inFull),
    decreeParameters: decreeAnswer(application.decreeParameters),
  };
};

const decreeAnswer = (decree: Application['decreeParameters']): ApplicationDto['decreeParameters'] => {
  const longer = decree?.longerAbove ?? null;
  return (
    decree && {
      ...decree,
      longerAbove: longer && { ...longer, residualValue: tengeFromTiyn(longer.residualValue) },
    }
  );
};

const paymentModeAnswer = (payment: Payment): ApplicationDto['payment'] =>
  payment.mode === 'INSTALMENTS'
    ? { ...payment, initialContribution: tengeFromTiyn(payment.initialContribution) }
    : payment;

const priceBasisAnswer = (
  basis: NonNullable<CaseFacts['decision']>['priceBasis'],
): NonNullable<CaseDto['decision']>['priceBasis'] =>
  basis && { ...basis, residualValue: tengeFromTiyn(basis.residualValue) };

type Agreement = NonNullable<CaseFacts['agreement']>;
type Payments = CaseFacts['payments'];

/** The agreement and its payments with amounts in tenge; each payment with the instalments that it went to, as payments are known now. */
const paymentsAnswer = (
  agreement: Agreement | null,
  known: Payments,
  duties: readonly DutyView[],
  inFull: boolean,
): Pick<CaseDto, 'agreement' | 'payments'> => {
  // Documents of an older version know of no reversal.
  const counted = known.filter(({ reversal }) => !reversal);
  const allocations = allocationsOf(keptUntil(agreement?.schedule ?? [], duties), counted);
  const payments = known.map((payment) => ({ ...payment, allocations: allocations[counted.indexOf(payment)] ?? [] }));
  return {
    agreement: agreement && agreementAnswer(agreement, payments),
    payments: payments.map((payment) => paymentAnswer(payment, inFull)),
  };
};

/** The agreement, its schedule with what of it is paid. */
const agreementAnswer = (agreement: Agreement, payments: Payments): NonNullable<CaseDto['agreement']> => ({
  ...agreement,
  price: tengeFromTiyn(agreement.price),
  schedule: agreement.schedule?.map((instalment) => instalmentAnswer(instalment, payments)) ?? null,
});

const paymentAnswer = (
  { applicantIin: _iin, reversal, ...payment }: Payments[number],
  inFull: boolean,
): CaseDto['payments'][number] => ({
  ...payment,
  repeatedBecause: shownValue(payment.repeatedBecause, inFull),
  reversal: reversal && {
    reversedOn: reversal.reversedOn,
    reason: shownValue(reversal.reason, inFull),
    reversedBy: reversal.reversedBy,
  },
  amount: tengeFromTiyn(payment.amount),
  outstanding: tengeFromTiyn(payment.outstanding),
  overpaid: tengeFromTiyn(payment.overpaid),
  allocations: payment.allocations.map((part) => ({ ...part, amount: tengeFromTiyn(part.amount) })),
});

const instalmentAnswer = (
  { number, dueOn, amount }: NonNullable<Agreement['schedule']>[number],
  payments: Payments,
): InstalmentDto => {
  const parts = payments.flatMap(({ allocations }) => allocations).filter((part) => part.number === number);
  const paid = parts.reduce((sum, part) => sum + part.amount, 0);
  return {
    number,
    dueOn,
    amount: tengeFromTiyn(amount),
    paid: tengeFromTiyn(paid),
    outstanding: tengeFromTiyn(amount - paid),
    paidLate: parts.some(({ late }) => late),
  };
};

/** Facts that hold something about a person. */
type PersonalFacts = Pick<
  CaseFacts,
  | 'addedDocuments'
  | 'setAsideDocuments'
  | 'familyActs'
  | 'stateData'
  | 'commission'
  | 'objections'
  | 'hearing'
  | 'results'
  | 'corrections'
>;

/** Those facts as a reader may see them: what people wrote and said is for who works on the case. */
export const personalFactsAnswer = (facts: PersonalFacts, inFull: boolean): Pick<CaseDto, keyof PersonalFacts> => ({
  addedDocuments: facts.addedDocuments.map(({ document, subjectIin, ...added }) => ({
    ...added,
    document: { ...document, number: shownValue(document.number, inFull) },
    subjectIin: shownIin(subjectIin, inFull),
  })),
  setAsideDocuments: facts.setAsideDocuments.map((setAside) => ({
    ...setAside,
    reason: shownValue(setAside.reason, inFull),
  })),
  familyActs: facts.familyActs.map((stated) => ({
    ...stated,
    subjectIin: shownIin(stated.subjectIin, inFull),
    actOn: shownValue(stated.actOn, inFull),
  })),
  stateData: facts.stateData.map(({ subjectIin, summary, ...received }) => ({
    ...received,
    subjectIin: shownIin(subjectIin, inFull),
    summary: shownValue(summary, inFull),
  })),
  objections: facts.objections.map((objection) => ({ ...objection, text: shownValue(objection.text, inFull) })),
  hearing: facts.hearing && {
    ...facts.hearing,
    minutes: shownValue(facts.hearing.minutes, inFull),
    note: shownValue(facts.hearing.note, inFull),
  },
  commission: facts.commission && commissionAnswer(facts.commission, inFull),
  results: facts.results.map(({ applicantIin: _iin, ...result }) => ({
    ...result,
    powerOfAttorney: shownValue(result.powerOfAttorney, inFull),
  })),
  corrections: facts.corrections.map((correction) => correctionAnswer(correction, inFull)),
});

const correctionAnswer = (
  { applicantIin: _iin, values, subject, was, is, reason, ...correction }: CaseFacts['corrections'][number],
  inFull: boolean,
): CaseDto['corrections'][number] => ({
  ...correction,
  subject: shownValue(subject, inFull),
  was: shownValue(was, inFull),
  is: shownValue(is, inFull),
  reason: shownValue(reason, inFull),
  // Documents of an older version know of no values.
  values: (values ?? []).map((value) => ({
    ...value,
    was: shownValue(recordedValue(value.was), inFull),
    is: shownValue(recordedValue(value.is), inFull),
  })),
});

/** Amounts are the only numbers that are set right. */
const recordedValue = (value: string | number | null): string | null =>
  typeof value === 'number' ? tengeFromTiyn(value) : value;

/** The registers that have not answered about somebody, each with the reason that was given last. */
const unavailableAnswer = (stateData: CaseFacts['stateData'], inFull: boolean): CaseDto['unavailableRegisters'] => {
  const isSame = (one: StateData, other: StateData) => one.register === other.register && one.person === other.person;
  return stateData
    .filter((answer, index) => !stateData.some((other, place) => isSame(answer, other) && tells(other, place > index)))
    .map(({ register, person, summary }) => ({ register, person, reason: shownValue(summary, inFull) }));
};

type StateData = CaseFacts['stateData'][number];

/** Whether it is an answer, or what was said last of none. */
const tells = ({ outcome }: StateData, isLater: boolean): boolean => outcome !== 'UNAVAILABLE' || isLater;

const commissionAnswer = (
  { applicantIin: _iin, ...commission }: NonNullable<CaseFacts['commission']>,
  inFull: boolean,
): NonNullable<CaseDto['commission']> => ({ ...commission, reason: shownValue(commission.reason, inFull) });

/** Objections to the notice that stands are late by its days as they are known; those to an earlier one as it was said then. */
const objectionsAnswer = ({ facts, noticeDays }: ShownCase): CaseFacts['objections'] => {
  const { objections, preliminaryRefusal } = facts;
  if (noticeDays === null || preliminaryRefusal === null) return objections;
  return objections.map((objection) =>
    isAfter(preliminaryRefusal.at, objection.at)
      ? objection
      : { ...objection, late: isLate(noticeDays.objectionsUntil, objection.receivedOn) },
  );
};
