import type { Sees } from '@app/application';
import type { ApplicationDto } from '@app/contracts';
import { tengeFromTiyn, type Payment } from '@app/domain';
import type { CaseFacts } from '@app/read-models';
import { shownIin, shownPerson, shownValue } from '../http/masking.js';

type Application = NonNullable<CaseFacts['application']>;

/** What was filed, as a reader may see it: people and papers are masked for who does not work on the case. */
export const applicationAnswer = (
  application: Application,
  sees: Sees,
): Omit<ApplicationDto, 'registrationDueExpected'> => {
  const { caseId: _caseId, officeId: _officeId, acceptance: _acceptance, ...told } = application;
  const { applicant, familyMembers, representative, tenancy, dwelling, documents, payment } = application;
  const { signature, nominalOwnerIin } = application;
  return {
    ...told,
    applicant: shownPerson(applicant, sees('APPLICANT')),
    familyMembers: familyMembers.map((member) => shownPerson(member, sees('RELATIVES'))),
    representative: representative && shownPerson(representative, sees('RELATIVES')),
    tenancy: shownValue(tenancy, sees('HOME')),
    freeCategory: shownValue(application.freeCategory, sees('PAPERS')),
    dwelling: { dwellingId: dwelling.dwellingId, address: shownValue(dwelling.address, sees('HOME')) },
    documents: documents.map((document) => ({ ...document, number: shownValue(document.number, sees('PAPERS')) })),
    payment: paymentModeAnswer(payment),
    signature: shownValue(signature, sees('APPLICANT')),
    nominalOwnerIin: nominalOwnerIin && shownIin(nominalOwnerIin, sees('APPLICANT')),
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
