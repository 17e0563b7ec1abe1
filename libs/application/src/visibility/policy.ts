import { roles, type Role } from '@app/platform';

/** Every kind of personal data, and what it holds. Each place of an event belongs to one (`fieldOf`). */
export const personalFields = {
  APPLICANT: 'who applies or complains: name, IIN, address, identity document, signature',
  RELATIVES: 'who else stands in the case: family members, representative, whom a paper or an answer is about',
  HOME: 'the address of the dwelling and the tenancy agreement',
  PAPERS: 'numbers and days of papers, answers of registers, why a dwelling is free of charge',
  NUMBERS: 'numbers of the papers of the office, ids of the members of a commission',
  FREE_TEXT: 'what people wrote or said, and whatever else an event seals',
} as const;

export type PersonalField = keyof typeof personalFields;

// the keys of an object literal, as its own type names them
export const personalFieldNames = Object.keys(personalFields) as readonly PersonalField[];

/**
 * How a role sees a field. CLEAR: in clear, on record. TRANSFER: in clear, on record, in cases of the route whose dwelling changes
 * hands first (para 9); masked in all others. PURPOSE: masked, and in clear where the caller asks for it and says why. MASKED: never.
 * OPEN: names nobody by itself, and is shown to everybody without a record; an IIN in it is masked all the same.
 */
export type Visibility = 'CLEAR' | 'TRANSFER' | 'PURPOSE' | 'MASKED' | 'OPEN';

type Row = Readonly<Record<PersonalField, Visibility>>;

const all = (visibility: Visibility): Row => ({
  APPLICANT: visibility,
  RELATIVES: visibility,
  HOME: visibility,
  PAPERS: visibility,
  NUMBERS: 'OPEN',
  FREE_TEXT: visibility,
});

/** Whoever hands the dwelling over or takes it needs to know which one it is, and who asked for it. */
const transfer: Row = { ...all('MASKED'), APPLICANT: 'TRANSFER', HOME: 'TRANSFER' };

/** The one policy of who sees what of a person. */
const policy: Readonly<Record<Role, Row>> = {
  'front-desk': all('CLEAR'),
  portal: all('CLEAR'),
  caseworker: all('CLEAR'),
  'commission-secretary': all('CLEAR'),
  'provider-head': all('CLEAR'),
  'property-officer': transfer,
  'communal-property-officer': transfer,
  'complaints-officer': all('CLEAR'),
  // It decides complaints, and so reads what is demanded.
  'authorized-body': all('PURPOSE'),
  'quality-officer': all('PURPOSE'),
  'quality-monitor': all('PURPOSE'),
  auditor: all('PURPOSE'),
  administrator: all('PURPOSE'),
};

/** How a role sees a field. */
export const visibilityOf = (role: Role, field: PersonalField): Visibility => policy[role][field];

/** Whether a role says why before it sees anything of a person. */
export const needsPurpose = (role: Role): boolean => has(role, 'PURPOSE');

/** Whether a role may see persons of every case that it sees: only such a role looks cases up by a person. */
export const looksUpPersons = (role: Role): boolean => ['CLEAR', 'PURPOSE'].includes(visibilityOf(role, 'APPLICANT'));

/** The roles that see nothing of a person without saying why, and those that never do. */
export const maskedByDefault = roles.filter((role) => !has(role, 'CLEAR') && !has(role, 'TRANSFER'));

function has(role: Role, visibility: Visibility): boolean {
  return personalFieldNames.some((field) => visibilityOf(role, field) === visibility);
}
