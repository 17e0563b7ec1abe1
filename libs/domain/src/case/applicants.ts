import { isAfter, localDateOf } from '../calendar/zones.js';
import { isAdultOn, parseIin } from '../identity/iin.js';
import { refuse } from '../refusals/refuse.js';
import { together } from '../refusals/together.js';
import { saysSomething } from './stated.js';
import type { SubmitApplication } from './case.commands.js';
import type { CaseSettings } from './case.settings.js';
import type { SubmittedCase } from './case.state.js';
import type { FormSignature, InstantString, LocalDate, PersonNumber, Representative } from './case.types.js';
import { noticeOf } from './notices.js';
import { type KnownCase, personOf } from './people.js';

type Check = Readonly<{ on: LocalDate; acceptForeigners: boolean }>;

/**
 * Everyone named is an individual with an IIN, named once, and has not signed in the future;
 * who represents the applicant holds a notarized power of attorney (R-21, para 5).
 */
export const assertPeople = (command: SubmitApplication, check: Check): void => {
  const { applicant, familyMembers, representative } = command;
  together(
    () => assertIin(applicant.iin, 'applicant.iin', check),
    ...familyMembers.map(
      ({ iin }, index) =>
        () =>
          assertIin(iin, `familyMembers.${index}.iin`, check),
    ),
    () => representative && assertIin(representative.iin, 'representative.iin', check),
    () => representative && assertEmpowered(representative, check),
    () => assertNamedOnce(command),
    () => assertSigned(command),
  );
};

/** Adult members of the family who have not signed (R-60, A23): 18 years old on the day of filing. */
export const adultsWithoutConsent = ({ familyMembers }: SubmitApplication, filedOn: LocalDate): number =>
  familyMembers.filter(({ iin, consent }) => consent === null && isAdult(iin, filedOn)).length;

/** Told, and not refused: the Order does not say how old an applicant is (A28). */
export const minorNoticeOf = ({ applicant }: SubmitApplication, filedOn: LocalDate): string | null =>
  isAdult(applicant.iin, filedOn) ? null : noticeOf('minor');

/** Read with foreigners accepted: whether they are was settled before. */
const isAdult = (iin: string, on: LocalDate): boolean => {
  const parsed = parseIin(iin, { acceptForeigners: true });
  return 'iin' in parsed && isAdultOn(parsed.iin.birthDate, on);
};

/** Throws `not-an-individual` or `iin-invalid`, with the field that holds the number. */
const assertIin = (text: string, field: string, { on, acceptForeigners }: Check): void => {
  const parsed = parseIin(text, { notAfter: on, acceptForeigners });
  if ('iin' in parsed) return;
  throw refuse(parsed.fault === 'business' ? 'not-an-individual' : 'iin-invalid', { field, fault: parsed.fault });
};

/** Who of a case somebody is, named in a field. Throws as `assertIin`, and `not-a-person-of-the-case`. */
export const subjectOf = (
  { iin, field, at }: Readonly<{ iin: string; field: string; at: InstantString }>,
  state: KnownCase & SubmittedCase,
  { acceptForeignerIin }: Pick<CaseSettings, 'acceptForeignerIin'>,
): PersonNumber => {
  assertIin(iin, field, { on: localDateOf(at, state.application.zone), acceptForeigners: acceptForeignerIin });
  return personOf(iin, field, state);
};

const assertEmpowered = ({ powerOfAttorney }: Representative, { on }: Check): void => {
  const { number, notary, notarizedOn } = powerOfAttorney;
  if (!saysSomething(number) || !saysSomething(notary)) throw refuse('power-of-attorney-missing');
  if (notarizedOn > on) throw refuse('power-of-attorney-later', { notarizedOn, filedOn: on });
};

const assertNamedOnce = ({ applicant, familyMembers }: SubmitApplication): void => {
  const iins = [applicant.iin, ...familyMembers.map(({ iin }) => iin)];
  const repeated = familyMembers.findIndex(({ iin }, index) => iins.indexOf(iin) !== index + 1);
  if (repeated >= 0) throw refuse('family-member-repeated', { field: `familyMembers.${repeated}.iin` });
};

/** Nobody signs after it is entered, nor what was filed before they signed it. */
const assertSigned = ({ signature, familyMembers, at, enteredAt }: SubmitApplication): void => {
  together(
    () => assertSignedBefore(signature, 'signature.signedAt', { at, enteredAt }),
    ...familyMembers.map(
      ({ consent }, index) =>
        () =>
          assertSignedBefore(consent, `familyMembers.${index}.consent.signedAt`, { at, enteredAt }),
    ),
  );
};

const assertSignedBefore = (
  signature: FormSignature | null,
  field: string,
  { at, enteredAt }: Pick<SubmitApplication, 'at' | 'enteredAt'>,
): void => {
  if (signature === null) return;
  if (isAfter(signature.signedAt, enteredAt)) throw refuse('signed-in-future', { field });
  if (isAfter(signature.signedAt, at)) throw refuse('signed-after-filing', { field });
};
