import { type Acceptance, nominalAcceptance } from '../../calendar/acceptance.js';
import { earlierDecreeParameters } from '../../rulebook/earlier-decree-parameters.js';
import type { LocalDate, Payment } from '../case.types.js';

/** The first applications stated no signature of the applicant, and consents no name. */
export const withoutForm = (data: object): object => ({
  signature: null,
  confirmations: null,
  nominalOwnerIin: null,
  minorNotice: null,
  ...data,
  familyMembers: membersOf(data).map((member) => ({ ...member, ...consentOf(member) })),
});

const membersOf = (data: object): readonly object[] =>
  'familyMembers' in data && Array.isArray(data.familyMembers) ? data.familyMembers : [];

/** Nothing of a member who was erased, or has not agreed. */
const consentOf = (member: object): object =>
  'consent' in member && typeof member.consent === 'object' && member.consent !== null
    ? { consent: { certificateSerial: null, nominalOwnerIin: null, ...member.consent } }
    : {};

type Filed = Readonly<{ payment: Payment; acceptedOn: LocalDate | null; acceptance: Acceptance }>;

/** Before version 3 they were decided by the parameters that were built in then, and keep them. */
export const withEarlierParameters = (data: object): object => {
  // Every event of this type has these, since its first version.
  const { payment, acceptedOn, acceptance } = data as Filed;
  const isAsked = payment.mode === 'INSTALMENTS';
  return {
    decreeParameters: isAsked ? earlierDecreeParameters(acceptedOn ?? nominalAcceptance(acceptance)) : null,
    ...data,
  };
};
