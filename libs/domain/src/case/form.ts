import { refuse } from '../refusals/refuse.js';
import { together } from '../refusals/together.js';
import type { SubmitApplication } from './case.commands.js';
import type { LocalDate } from './case.types.js';

/**
 * What the forms of Appendices 1 and 2 ask for beside the people and the dwelling: the applicant's own signature, in
 * whose name the dwelling is privatized, consents that name the same, and an EDS under what is electronic.
 */
export const assertForm = (command: SubmitApplication): void => {
  const { channel, medium, signature } = command;
  together(
    () => assertMedium(channel, medium),
    () => assertSignedAtAll(signature),
    () => assertNominalOwner(command),
    () => medium === 'ELECTRONIC' && assertEds(command),
  );
};

const assertMedium = (channel: SubmitApplication['channel'], medium: SubmitApplication['medium']): void => {
  if (channel === 'PORTAL' && medium === 'PAPER') throw refuse('paper-on-portal');
};

const assertSignedAtAll = (signature: SubmitApplication['signature']): void => {
  if (signature === null) throw refuse('application-unsigned');
};

/** Somebody of the application: a dwelling is privatized by the tenant with the family (docs/law/rules.md 1.2, A34). */
const assertNominalOwner = ({ applicant, familyMembers, nominalOwnerIin }: SubmitApplication): void => {
  const isOfTheApplication = [applicant, ...familyMembers].some(({ iin }) => iin === nominalOwnerIin);
  if (!isOfTheApplication) throw refuse('nominal-owner-not-in-application', { field: 'nominalOwnerIin' });
  const other = familyMembers.findIndex(
    ({ consent }) => consent !== null && consent.nominalOwnerIin !== nominalOwnerIin,
  );
  if (other >= 0) {
    throw refuse('consent-to-another-owner', { field: `familyMembers.${other}.consent.nominalOwnerIin` });
  }
};

/** No paper of the application is of a day after its filing: identity documents, the tenancy, what is attached. */
export const assertPapersIssued = (command: SubmitApplication, filedOn: LocalDate): void => {
  const { applicant, familyMembers, tenancy, documents } = command;
  const papers = [
    ['applicant.identityDocument.issuedOn', applicant.identityDocument.issuedOn],
    ...familyMembers.map(({ identityDocument }, index) => [
      `familyMembers.${index}.identityDocument.issuedOn`,
      identityDocument.issuedOn,
    ]),
    ['tenancy.concludedOn', tenancy.concludedOn],
    ...documents.map(({ issuedOn }, index) => [`documents.${index}.issuedOn`, issuedOn]),
  ] as const;
  together(
    ...papers.map(
      ([field, issuedOn]) =>
        () =>
          assertIssuedBy(issuedOn ?? null, filedOn, field ?? ''),
    ),
  );
};

/** A paper that is brought on a day was issued by then. */
export const assertIssuedBy = (issuedOn: LocalDate | null, on: LocalDate, field: string): void => {
  if (issuedOn !== null && issuedOn > on) throw refuse('paper-of-the-future', { field, issuedOn, on });
};

const assertEds = ({ signature, familyMembers }: SubmitApplication): void => {
  if (signature?.certificateSerial === null)
    throw refuse('application-eds-missing', { field: 'signature.certificateSerial' });
  const without = familyMembers.findIndex(({ consent }) => consent?.certificateSerial === null);
  if (without >= 0)
    throw refuse('application-eds-missing', { field: `familyMembers.${without}.consent.certificateSerial` });
};
