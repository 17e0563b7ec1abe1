import type { Acceptance } from '../../calendar/acceptance.js';
import type {
  CaseDocument,
  Channel,
  Confirmations,
  Consents,
  Dwelling,
  EdsSignature,
  FamilyMember,
  Form,
  FormSignature,
  Identification,
  LocalDate,
  Medium,
  Payment,
  Person,
  Representative,
  Route,
  Tenancy,
} from '../case.types.js';
import { entered, type Fact, type SchemasOf, textsAnd } from '../../event-schema.js';
import type { DecreeParameters } from '../../rulebook/decree-parameters.js';
import { withEarlierParameters, withoutForm } from './filing.upcasts.js';

/** Filing and acceptance: the first stage (paras 3-5). */
export type FilingEvent = ApplicationSubmitted | ReceiptIssued | DocumentsDelivered | ApplicationRegistered;

/** What an applicant files: as the command says it, so the event keeps it. */
export type Filed = Readonly<{
  caseId: string;
  channel: Channel;
  medium: Medium;
  form: Form;
  route: Route;
  applicant: Person;
  familyMembers: readonly FamilyMember[];
  tenancy: Tenancy;
  dwelling: Dwelling;
  payment: Payment;
  freeCategory: string | null;
  claims: readonly string[];
  representative: Representative | null;
  documents: readonly CaseDocument[];
  consents: Consents;
  /** Of the applicant, or of who represents them; null where it was not stated (version 1). */
  signature: FormSignature | null;
  /** Null where they were not stated (version 1). */
  confirmations: Confirmations | null;
  /** In whose name the dwelling is privatized: somebody of the application; null where it was not stated (version 1). */
  nominalOwnerIin: string | null;
}>;

export type ApplicationSubmitted = Fact<
  'ApplicationSubmitted',
  Filed & {
    officeId: string;
    /** IANA zone of the provider: the local dates of this case are dates there. */
    zone: string;
    rulebook: string;
    /** Shown wherever the case is, where the rulebook was not the law's own choice. */
    rulebookNotice: string | null;
    /** What holds for its instalments, for its whole life; null where none are asked for. */
    decreeParameters: DecreeParameters | null;
    /** The day of acceptance, normalized by paragraph 4; null where that needed a year without calendar. */
    acceptedOn: LocalDate | null;
    /** How `acceptedOn` followed from the moment of filing. */
    acceptance: Acceptance;
    /** Present where the applicant is a minor by the IIN. */
    minorNotice: string | null;
    /** Adult family members who had not signed at filing (A23); 18 years counted on the day of filing. */
    adultsWithoutConsent: number;
    /** Null where it needed a year without calendar, as `resultDue`. */
    registrationDue: LocalDate | null;
    resultDue: LocalDate | null;
  }
>;
export type ReceiptIssued = Fact<
  'ReceiptIssued',
  {
    receiptNumber: string;
    /** How the recipient or the representative was identified; null in events of version 1. */
    identification: Identification | null;
    /** Electronic copies were made and the originals given back; null in events of version 1. */
    copiesMade: boolean | null;
    originalsReturned: boolean | null;
  }
>;
export type DocumentsDelivered = Fact<'DocumentsDelivered', { deliveryNumber: string; deliveredOn: LocalDate }>;
export type ApplicationRegistered = Fact<
  'ApplicationRegistered',
  {
    registrationNumber: string;
    /** Of the provider, on the notice of acceptance; null on paper and in events of version 1. */
    eds: EdsSignature | null;
    /** Present where the EDS is late by what the installation says (EDS_LATE_AFTER_DAYS). */
    edsNotice: string | null;
    /** The day of acceptance where it was registered before that day began. */
    registeredOn: LocalDate;
  }
>;
/** How each of them is written. */
export const filingSchemas: SchemasOf<FilingEvent> = {
  ApplicationSubmitted: {
    version: 3,
    owner: 'applicant.iin',
    personal: [
      { at: 'applicant', subject: 'applicant.iin' },
      { at: 'familyMembers.*', subject: 'familyMembers.*.iin' },
      { at: 'representative', subject: 'representative.iin' },
      { at: 'freeCategory', subject: 'applicant.iin' },
      { at: 'tenancy', subject: 'applicant.iin' },
      { at: 'dwelling.address', subject: 'applicant.iin' },
      { at: 'documents.*.number', subject: 'applicant.iin' },
      { at: 'signature', subject: 'applicant.iin' },
      { at: 'nominalOwnerIin', subject: 'nominalOwnerIin' },
    ],
    correctable: {
      at: 'MOMENT',
      'applicant.fullName': 'TEXT',
      'applicant.address': 'TEXT',
      'applicant.identityDocument.number': 'TEXT',
      'applicant.identityDocument.issuedOn': 'DAY',
      'applicant.identityDocument.issuedBy': 'TEXT',
      'familyMembers.*.fullName': 'TEXT',
      'familyMembers.*.relationship': 'TEXT',
      'familyMembers.*.identityDocument.number': 'TEXT',
      'familyMembers.*.identityDocument.issuedOn': 'DAY',
      'familyMembers.*.identityDocument.issuedBy': 'TEXT',
      'familyMembers.*.consent.signedAt': 'MOMENT',
      'familyMembers.*.consent.certificateSerial': 'TEXT',
      'signature.signedAt': 'MOMENT',
      'signature.certificateSerial': 'TEXT',
      'tenancy.number': 'TEXT',
      'tenancy.concludedOn': 'DAY',
      'dwelling.address': 'TEXT',
      freeCategory: 'TEXT',
      'representative.fullName': 'TEXT',
      'representative.powerOfAttorney.number': 'TEXT',
      'representative.powerOfAttorney.notarizedOn': 'DAY',
      'representative.powerOfAttorney.notary': 'TEXT',
      'documents.*.type': 'DOCUMENT_TYPE',
      'documents.*.number': 'TEXT',
      'documents.*.issuedOn': 'DAY',
      'documents.*.expiresOn': 'DATE',
    },
    upcasts: { 1: withoutForm, 2: withEarlierParameters },
  },
  ReceiptIssued: {
    version: 2,
    personal: entered('receiptNumber'),
    correctable: { at: 'MOMENT', receiptNumber: 'TEXT' },
    upcasts: { 1: (data) => ({ identification: null, copiesMade: null, originalsReturned: null, ...data }) },
  },
  DocumentsDelivered: textsAnd({ deliveredOn: 'OWN_DAY' }, 'deliveryNumber'),
  ApplicationRegistered: {
    version: 3,
    personal: entered('registrationNumber', 'eds.certificateSerial'),
    correctable: {
      registrationNumber: 'TEXT',
      registeredOn: 'OWN_DAY',
      'eds.certificateSerial': 'TEXT',
      'eds.signedAt': 'MOMENT',
    },
    upcasts: { 1: (data) => ({ eds: null, ...data }), 2: (data) => ({ edsNotice: null, ...data }) },
  },
};
