import type { MissedDuty } from '../duties/duty.js';
import type { Acceptance } from '../calendar/acceptance.js';
import type { ApplicationSubmitted, CaseEvent, CaseReopened } from './case.events.js';
import type {
  CaseDocument,
  CaseStatus,
  CommissionKind,
  CommissionRules,
  Defect,
  FamilyAct,
  HearingPlan,
  Instalment,
  InstantString,
  LocalDate,
  Medium,
  Outcome,
  Party,
  Payment,
  PersonNumber,
  RefusalGround,
  ResultKind,
  Side,
  Tiyn,
  Verdict,
} from './case.types.js';
import type { EntryOf } from '../corrections/corrected-value.js';
import type { Answers } from './register-answers.js';

/** What a case was opened with, less every name, number and address of a person. */
export type ApplicationState = Readonly<
  Pick<
    ApplicationSubmitted['data'],
    | 'caseId'
    | 'officeId'
    | 'zone'
    | 'rulebook'
    | 'rulebookNotice'
    | 'decreeParameters'
    | 'channel'
    | 'medium'
    | 'form'
    | 'route'
    | 'claims'
    | 'registrationDue'
    | 'resultDue'
    | 'adultsWithoutConsent'
  > & {
    submittedAt: InstantString;
    /** The day of acceptance; the nominal one where no calendar told it at filing. */
    acceptedOn: LocalDate;
    /** Whether that is the nominal one: `knownAcceptance` asks the calendar as it is known. */
    acceptancePending: boolean;
    acceptance: Acceptance;
    /** Where the day of acceptance was set right: from which day on it is looked for. */
    acceptedFrom: LocalDate | null;
    paymentMode: Payment['mode'];
    /** Asked for in the application; null but for instalments. */
    instalments: Readonly<{ years: number; initialContribution: Tiyn }> | null;
    hasRepresentative: boolean;
    dwellingId: string;
    /** The applicant and the members of the family. */
    persons: number;
    /** What is in the package; `person` and `act` are null where it was not said whose and of what a document is. */
    documents: readonly (Pick<CaseDocument, 'type' | 'expiresOn' | 'sha256'> &
      Readonly<{ person: PersonNumber | null; act: FamilyAct | null }>)[];
  }
>;

/** A fact of a case as it is known now, and when it was entered. */
export type Entry = EntryOf<CaseEvent>;

/**
 * What decisions and duties know of a case: plain JSON, folded from its events by `evolveCase`; without personal data, but
 * for its `history`.
 */
export type CaseState = Readonly<{
  /** Null before submission. */
  status: CaseStatus | null;
  application: ApplicationState | null;
  /** When the step was made that the next one follows; null before submission. */
  reachedAt: InstantString | null;
  /**
   * The legal day of each fact that starts or ends a duty, or hands the case on: ApplicationSubmitted the day of acceptance,
   * PreliminaryRefusalNotified the day on which the notice was sent, AgreementSigned, TransferDeedSigned and
   * TransferDeedApproved the day on which the last of those needed did, PaymentReceived the day on which the price was
   * complete, StateDataReceived that on which the last of the registers was asked; absent until then. CorrectionRecorded may set any of them right.
   */
  dates: Readonly<Partial<Record<CaseEvent['type'], LocalDate>>>;
  /** When each of those facts was first entered: what was known of the calendar by then counts for what it ended. */
  entered: Readonly<Partial<Record<CaseEvent['type'], InstantString>>>;
  receiptNumber: string | null;
  deliveryNumber: string | null;
  /** When the documents came to the provider from the State Corporation. */
  deliveredAt: InstantString | null;
  registrationNumber: string | null;
  /** The day on which it was registered; where that lies before the day of acceptance, it counts on that one (R-16, A5). */
  registeredFrom: LocalDate | null;
  /** What state systems answered of each person: FOUND stays, else the last answer that was one (A12). */
  registers: Answers;
  /** Acts of family status that the application rests on, and whether state systems hold those of that day. */
  familyActs: readonly Readonly<{ person: PersonNumber | null; act: FamilyAct; obtainable: boolean }>[];
  /** The first day on which each register was asked about each person. */
  registersAskedOn: Readonly<Record<string, LocalDate>>;
  /** Since when the file shows a defect of the package, the day on which it was mended, and when that was entered; null where it shows none. */
  incomplete: Readonly<{ from: LocalDate; until: LocalDate | null; endedAt: InstantString | null }> | null;
  defects: readonly Pick<Defect, 'kind' | 'documentType'>[];
  /** Who examined completeness or compliance: they may not sign the decision. */
  examiners: readonly string[];
  commission: Readonly<{
    kind: CommissionKind;
    memberIds: readonly string[];
    /** Members with a conflict of interest: they recuse themselves. */
    conflictedIds: readonly string[];
    chairId: string;
    secretaryId: string;
    rules: CommissionRules;
  }> | null;
  preliminaryRefusal: Readonly<{
    ground: RefusalGround;
    receivedOn: LocalDate;
    /** When the notice was entered. */
    enteredAt: InstantString;
    hearing: HearingPlan | null;
    objections: number;
  }> | null;
  decision: Readonly<{
    outcome: Verdict;
    ground: RefusalGround | null;
    residualValue: Tiyn | null;
    decisionNumber: string | null;
  }> | null;
  deed: Readonly<{
    signedOn: Readonly<Partial<Record<Side, LocalDate>>>;
    approvedOn: Readonly<Partial<Record<Side, LocalDate>>>;
  }>;
  agreement: Readonly<{
    agreementNumber: string;
    price: Tiyn;
    medium: Medium;
    schedule: readonly Instalment[] | null;
    /** Over how many years from the conclusion; null but for instalments, and where the offer does not state it. */
    years: number | null;
    paperNotice: string | null;
    signedOn: Readonly<Partial<Record<Party, LocalDate>>>;
  }> | null;
  payment: Readonly<{
    paid: Tiyn;
    outstanding: Tiyn;
    overpaid: Tiyn;
    /** Null where all of it was taken back. */
    lastPaidOn: LocalDate | null;
    /** What was paid on each day. */
    days: Readonly<Record<LocalDate, Tiyn>>;
    /** Each payment in the order of entry, by its revision in the stream. */
    received: readonly Readonly<{
      revision: number;
      paidOn: LocalDate;
      amount: Tiyn;
      enteredAt: InstantString;
      reversed: boolean;
    }>[];
  }> | null;
  /** Results that the recipient has. */
  results: readonly ResultKind[];
  /** The day on which the decision or the refusal was issued. */
  decisionIssuedOn: LocalDate | null;
  /** The days on which information on rights came. */
  rightsOn: readonly LocalDate[];
  /** Duties recorded as missed, each with the day it was due. */
  missed: readonly MissedDuty[];
  /** Legal days that were set right. */
  corrections: readonly Readonly<{
    fact: CaseEvent['type'];
    was: LocalDate;
    is: LocalDate;
    /** Null where it is sealed: the case's answer tells it to whoever may see it. */
    reason: string | null;
  }>[];
  outcome: Outcome | null;
  /** How it came to go on after it had been decided, oldest first. */
  reopenings: readonly Reopening[];
  /** Every event so far as it is known now, in order. Holds personal data. */
  history: readonly Entry[];
}>;

/** What a reopening set aside: it decides nothing any more, and still tells what was done in time (reopening.ts). */
type SetAside = Pick<CaseState, 'dates' | 'entered' | 'decision' | 'agreement'>;

export type Reopening = Readonly<
  Omit<CaseReopened['data'], 'at'> & {
    /** Null where nothing is decided anew. */
    setAside: SetAside | null;
  }
>;

/** A case of which nothing is known yet. */
export const initialCase: CaseState = {
  status: null,
  application: null,
  reachedAt: null,
  dates: {},
  entered: {},
  receiptNumber: null,
  deliveryNumber: null,
  deliveredAt: null,
  registrationNumber: null,
  registeredFrom: null,
  registers: [],
  familyActs: [],
  registersAskedOn: {},
  incomplete: null,
  defects: [],
  examiners: [],
  commission: null,
  preliminaryRefusal: null,
  decision: null,
  deed: { signedOn: {}, approvedOn: {} },
  agreement: null,
  payment: null,
  results: [],
  decisionIssuedOn: null,
  rightsOn: [],
  missed: [],
  corrections: [],
  outcome: null,
  reopenings: [],
  history: [],
};

/** A case that has been submitted. */
export type SubmittedCase = CaseState & Readonly<{ status: CaseStatus; application: ApplicationState }>;

/** Whether a case has been submitted. */
export const isSubmitted = <Case extends CaseState>(state: Case): state is Case & SubmittedCase =>
  state.status !== null && state.application !== null;
