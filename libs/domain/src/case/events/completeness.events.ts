import type {
  CaseDocument,
  Defect,
  DocumentType,
  FamilyAct,
  LocalDate,
  PaperFault,
  PersonNumber,
  RegisterOutcome,
  StateRegister,
} from '../case.types.js';
import { type Fact, type SchemasOf, textsAnd } from '../../event-schema.js';

/** Documents, answers of registers and completeness: the first examination (para 6). */
export type CompletenessEvent =
  | DocumentAdded
  | DocumentSetAside
  | FamilyActStated
  | StateDataReceived
  | FamilyDataReceived
  | CompletenessConfirmed
  | ApplicationRejected;

/** Who of the case it is about, and who that is in the application; null in events of version 1, which did not ask. */
type About = { subjectIin: string; person: PersonNumber | null };
export type DocumentAdded = Fact<
  'DocumentAdded',
  About & {
    document: CaseDocument;
    /** What a certificate of family status (D2) proves; null where it was not said, and in events of version 1. */
    act: FamilyAct | null;
  }
>;
export type DocumentSetAside = Fact<
  'DocumentSetAside',
  {
    documentType: DocumentType;
    sha256: string;
    fault: PaperFault;
    reason: string;
    /** By whose key the reason is sealed. */
    applicantIin: string;
    setAsideOn: LocalDate;
    setAsideBy: string;
  }
>;
/** The application rests on an act of family status of that day; with null it does so no longer. */
export type FamilyActStated = Fact<'FamilyActStated', About & { act: FamilyAct; actOn: LocalDate | null }>;
type Answered = About & { register: StateRegister; outcome: RegisterOutcome; summary: string | null };
export type StateDataReceived = Fact<'StateDataReceived', Answered>;
export type FamilyDataReceived = Fact<'FamilyDataReceived', { answers: readonly Readonly<Answered>[] }>;
export type CompletenessConfirmed = Fact<
  'CompletenessConfirmed',
  { note: string | null; confirmedOn: LocalDate; confirmedBy: string }
>;
export type ApplicationRejected = Fact<
  'ApplicationRejected',
  {
    defects: readonly Defect[];
    rejectedOn: LocalDate;
    /** Of a time when a rejection might name what the record does not bear out; none since. */
    notBorneOut: readonly Pick<Defect, 'kind' | 'documentType'>[];
  }
>;

/** How each of them is written. */
export const completenessSchemas: SchemasOf<CompletenessEvent> = {
  DocumentAdded: {
    version: 2,
    personal: [
      { at: 'subjectIin', subject: 'subjectIin' },
      { at: 'document.number', subject: 'subjectIin' },
    ],
    correctable: {
      'document.type': 'DOCUMENT_TYPE',
      'document.number': 'TEXT',
      'document.issuedOn': 'DAY',
      'document.expiresOn': 'DATE',
    },
    upcasts: { 1: (data) => ({ person: null, act: null, ...data }) },
  },
  DocumentSetAside: {
    version: 1,
    personal: [
      { at: 'reason', subject: 'applicantIin' },
      { at: 'applicantIin', subject: 'applicantIin' },
    ],
    correctable: { setAsideOn: 'OWN_DAY', fault: 'PAPER_FAULT', reason: 'TEXT' },
  },
  FamilyActStated: {
    version: 1,
    personal: [
      { at: 'subjectIin', subject: 'subjectIin' },
      { at: 'actOn', subject: 'subjectIin' },
    ],
  },
  StateDataReceived: {
    version: 2,
    personal: [
      { at: 'subjectIin', subject: 'subjectIin' },
      { at: 'summary', subject: 'subjectIin' },
    ],
    correctable: { outcome: 'REGISTER_OUTCOME', summary: 'TEXT' },
    upcasts: { 1: (data) => ({ person: null, ...data }) },
  },
  FamilyDataReceived: {
    version: 1,
    personal: [
      { at: 'answers.*.subjectIin', subject: 'answers.*.subjectIin' },
      { at: 'answers.*.summary', subject: 'answers.*.subjectIin' },
    ],
    correctable: { 'answers.*.outcome': 'REGISTER_OUTCOME', 'answers.*.summary': 'TEXT' },
  },
  CompletenessConfirmed: textsAnd({ confirmedOn: 'OWN_DAY' }, 'note'),
  ApplicationRejected: textsAnd(
    { rejectedOn: 'OWN_DAY', 'defects.*.kind': 'DEFECT_KIND', 'defects.*.documentType': 'DOCUMENT_TYPE' },
    'defects.*.explanation',
  ),
};
