import { eventSchemas, type EventSchema } from '@app/domain';
import { isErased, personalValues, withValues } from '@app/event-store';
import type { PersonalField } from './policy.js';

/** What stands for a text that the reader may not see, or that was erased. */
export const hidden = '***';

/** Which fields a reader sees, of one case. */
export type Sees = (field: PersonalField) => boolean;

/** The places of events that are not free text. Whatever an event seals besides is, so that a new place is masked from its first day. */
const fields: Readonly<Record<string, PersonalField>> = {
  'ApplicationSubmitted applicant': 'APPLICANT',
  'ApplicationSubmitted familyMembers.*': 'RELATIVES',
  'ApplicationSubmitted representative': 'RELATIVES',
  'ApplicationSubmitted freeCategory': 'PAPERS',
  'ApplicationSubmitted tenancy': 'HOME',
  'ApplicationSubmitted dwelling.address': 'HOME',
  'ApplicationSubmitted documents.*.number': 'PAPERS',
  'ApplicationSubmitted signature': 'APPLICANT',
  'ApplicationSubmitted nominalOwnerIin': 'APPLICANT',
  'DocumentAdded subjectIin': 'RELATIVES',
  'DocumentAdded document.number': 'PAPERS',
  'FamilyActStated subjectIin': 'RELATIVES',
  'FamilyActStated actOn': 'PAPERS',
  'StateDataReceived subjectIin': 'RELATIVES',
  'StateDataReceived summary': 'PAPERS',
  'FamilyDataReceived answers.*.subjectIin': 'RELATIVES',
  'FamilyDataReceived answers.*.summary': 'PAPERS',
  'ResultIssued powerOfAttorney': 'RELATIVES',
  'ComplaintFiled complainant': 'APPLICANT',
};

/** The same of what is a number or an id in every event. */
const numbers: ReadonlySet<string> = new Set([
  'agreementNumber',
  'appealNumber',
  'chairId',
  'consentNumber',
  'decisionNumber',
  'deliveryNumber',
  'eds.certificateSerial',
  'forwardingNumber',
  'members.*.memberId',
  'noticeNumber',
  'number',
  'petitionNumber',
  'priceBasis.valuationDocumentId',
  'receiptNumber',
  'registrationNumber',
  'rulingNumber',
  'secretaryId',
  'votes.*.memberId',
]);

/** The field to which a sealed place of an event belongs. */
export const fieldOf = (type: string, at: string): PersonalField => {
  if (at === 'applicantIin') return 'APPLICANT';
  return fields[`${type} ${at}`] ?? (numbers.has(at) ? 'NUMBERS' : 'FREE_TEXT');
};

/** The sealed places of an event type, as its schema declares them; none of a type that this version does not know. */
export const placesOf = (type: string): EventSchema['personal'] =>
  Object.entries<EventSchema>(eventSchemas).find(([name]) => name === type)?.[1].personal ?? [];

/** Data of an event without the free text that the reader does not see, or that was erased; the rest is left as it is. */
export const withoutFreeText = <Data extends object>(type: string, data: Data, sees: Sees): Data =>
  blanked(type, data, (field, value) => field === 'FREE_TEXT' && (isErased(value) || !sees(field)));

/** Data of an event without anything that the reader does not see. What is sealed stays sealed, as it says nothing. */
export const maskedData = (type: string, data: object, sees: Sees): object =>
  blanked(type, data, (field, value) => !isSealedValue(value) && !sees(field));

const blanked = <Data extends object>(
  type: string,
  data: Data,
  isHidden: (field: PersonalField, value: unknown) => boolean,
): Data => {
  const values = placesOf(type).flatMap((place) =>
    personalValues({ stream: '', data, personal: [place] })
      .filter(({ value }) => isHidden(fieldOf(type, place.at), value))
      .map(({ trail, value }) => ({ trail, value: blank(value) })),
  );
  // Only values of their own kind are put in the place of others.
  return withValues(data, values) as Data;
};

/** A value of the same shape that says nothing. */
const blank = (value: unknown): unknown => {
  if (typeof value === 'string' || isErased(value)) return hidden;
  if (Array.isArray(value)) return value.map(blank);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, blank(member)]));
};

const isSealedValue = (value: unknown): boolean => typeof value === 'object' && value !== null && '$sealed' in value;
