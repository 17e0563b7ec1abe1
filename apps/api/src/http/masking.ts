import { hidden } from '@app/application';
import type { ShownPersonDto } from '@app/contracts';
import { maskIin, type FamilyMember, type Person, type Representative } from '@app/domain';
import { isErased } from '@app/event-store';

/** A person for a reader: in full, masked, or as one whose data was erased. */
export const shownPerson = (person: Person | FamilyMember | Representative, inFull: boolean): ShownPersonDto => {
  if (isErased(person)) return { iin: hidden, fullName: '', erased: true };
  if (inFull) return 'consent' in person ? { ...person, consent: consentInFull(person.consent) } : person;
  return {
    iin: maskIin(person.iin),
    fullName: hidden,
    ...('relationship' in person ? { relationship: person.relationship, consent: shownConsent(person.consent) } : {}),
  };
};

/** A consent with whose name it has, where that one was not erased. */
const consentInFull = (consent: FamilyMember['consent']): ShownPersonDto['consent'] =>
  consent && { ...consent, nominalOwnerIin: shownValue(consent.nominalOwnerIin, true) };

/** That somebody agreed and when, without whose name and which certificate. */
const shownConsent = (consent: FamilyMember['consent']): ShownPersonDto['consent'] =>
  consent && { signedAt: consent.signedAt, certificateSerial: null, nominalOwnerIin: null };

/** An IIN for a reader: in full, masked, or as one that was erased. */
export const shownIin = (iin: string, inFull: boolean): string => {
  if (isErased(iin)) return hidden;
  return inFull ? iin : maskIin(iin);
};

/** A personal value for a reader; null where it was erased. */
export const shownValue = <T>(value: T, inFull: boolean): T | null => (isErased(value) || !inFull ? null : value);
