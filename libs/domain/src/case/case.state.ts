import type { Acceptance } from '../calendar/acceptance.js';
import type { ApplicationSubmitted, CaseEvent } from './case.events.js';
import type {
  CaseDocument,
  CaseStage,
  CaseStatus,
  CommissionKind,
  Defect,
  InstantString,
  LocalDate,
  Medium,
  Party,
  Payment,
  Tiyn,
} from './case.types.js';

/** What a case was opened with, less every name, number and address of a person. */
export type ApplicationState = Readonly<
  Pick<
    ApplicationSubmitted['data'],
    | 'caseId'
    | 'officeId'
    | 'zone'
    | 'rulebook'
    | 'rulebookNotice'
    | 'channel'
    | 'medium'
    | 'form'
    | 'route'
    | 'claims'
    | 'acceptedOn'
    | 'registrationDue'
    | 'resultDue'
    | 'adultsWithoutConsent'
  > & {
    submittedAt: InstantString;
    acceptance: Acceptance;
    paymentMode: Payment['mode'];
    dwellingId: string;
    documents: readonly Pick<CaseDocument, 'type' | 'expiresOn'>[];
  }
>;

/**
 * What decisions and duties know of a case: plain JSON, without personal data, folded from its events by `evolveCase`.
 */
export type CaseState = Readonly<{
  /** Null before submission. */
  status: CaseStatus | null;
  application: ApplicationState | null;
  /** When the step was made that the next one follows; null before submission. */
  reachedAt: InstantString | null;
  /**
   * The legal day of each fact that starts or ends a duty: ApplicationSubmitted the day of acceptance, AgreementSigned
   * the day on which the last party signed, PaymentReceived the day on which the price was complete; the latter two
   * absent until then.
   */
  dates: Readonly<Partial<Record<CaseEvent['type'], LocalDate>>>;
  receiptNumber: string | null;
  deliveryNumber: string | null;
  registrationNumber: string | null;
  defects: readonly Pick<Defect, 'kind' | 'documentType'>[];
  /** Who examined completeness or compliance: they may not sign the decision. */
  examiners: readonly string[];
  commission: Readonly<{
    kind: CommissionKind;
    memberIds: readonly string[];
    chairId: string;
    secretaryId: string;
  }> | null;
  decision: Readonly<{
    outcome: 'PRIVATIZE' | 'REFUSE';
    residualValue: Tiyn | null;
    decisionNumber: string | null;
  }> | null;
  agreement: Readonly<{
    agreementNumber: string;
    price: Tiyn;
    medium: Medium;
    paperNotice: string | null;
    signedOn: Readonly<Partial<Record<Party, LocalDate>>>;
  }> | null;
  payment: Readonly<{ paid: Tiyn; outstanding: Tiyn; overpaid: Tiyn; lastPaidOn: LocalDate }> | null;
  outcome: 'PAID' | 'REJECTED' | null;
}>;

/** A case of which nothing is known yet. */
export const initialCase: CaseState = {
  status: null,
  application: null,
  reachedAt: null,
  dates: {},
  receiptNumber: null,
  deliveryNumber: null,
  registrationNumber: null,
  defects: [],
  examiners: [],
  commission: null,
  decision: null,
  agreement: null,
  payment: null,
  outcome: null,
};

/** A case that has been submitted. */
export type SubmittedCase = CaseState & Readonly<{ status: CaseStatus; application: ApplicationState }>;

/** Whether a case has been submitted. */
export const isSubmitted = (state: CaseState): state is SubmittedCase =>
  state.status !== null && state.application !== null;

/**
 * The stage of paragraph 9(1) in which a case is; null before submission. Stage 2 closes when the decision is signed
 * and the rights are known (A9, A16).
 */
export const stageOf = (state: CaseState): CaseStage | null => {
  if (state.status === null) return null;
  if (state.status === 'DECISION_SIGNED') {
    return state.dates.RightsInformationReceived === undefined ? 'DECISION' : 'AGREEMENT';
  }
  return stages[state.status];
};

const stages: Readonly<Record<Exclude<CaseStatus, 'DECISION_SIGNED'>, CaseStage>> = {
  SUBMITTED: 'DOCUMENTS',
  REGISTERED: 'DECISION',
  COMPLETE: 'DECISION',
  EXAMINED: 'DECISION',
  COMMISSION_FORMED: 'DECISION',
  DECIDED: 'DECISION',
  AGREEMENT_OFFERED: 'AGREEMENT',
  AGREEMENT_CONCLUDED: 'PAYMENT',
  PAID: 'CLOSED',
  REJECTED: 'CLOSED',
};
