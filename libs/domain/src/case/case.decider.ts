import type { Decider } from '../decider.js';
import { knownAcceptance } from '../duties/known-acceptance.js';
import { refuse } from '../refusals/refuse.js';
import { together } from '../refusals/together.js';
import { assertAccepted, assertHasHappened, assertNotBefore } from './act-moment.js';
import type { CaseCommand, LaterCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import { type CaseSettings, defaultCaseSettings } from './case.settings.js';
import { stageOf } from './case.stage.js';
import { type CaseState, isSubmitted, type SubmittedCase } from './case.state.js';
import { addDocument } from './decisions/add-document.js';
import { approveTransferDeed } from './decisions/approve-transfer-deed.js';
import { confirmCompleteness } from './decisions/confirm-completeness.js';
import { correctRecord } from './decisions/correct-record.js';
import { decideCommission } from './decisions/decide-commission.js';
import { deliverDocuments } from './decisions/deliver-documents.js';
import { formCommission } from './decisions/form-commission.js';
import { giveIndustryConsent } from './decisions/give-industry-consent.js';
import { issueReceipt } from './decisions/issue-receipt.js';
import { issueResult } from './decisions/issue-result.js';
import { makeStatePropertyDecision } from './decisions/make-state-property-decision.js';
import { notifyPreliminaryRefusal } from './decisions/notify-preliminary-refusal.js';
import { offerAgreement } from './decisions/offer-agreement.js';
import { raiseRemarks } from './decisions/raise-remarks.js';
import { recordDutyMissed } from './decisions/record-duty-missed.js';
import { recordHearing } from './decisions/record-hearing.js';
import { recordObjection } from './decisions/record-objection.js';
import { recordPayment } from './decisions/record-payment.js';
import { recordRightsInformation } from './decisions/record-rights-information.js';
import { recordFamilyData, recordStateData } from './decisions/record-state-data.js';
import { recordTitleRegistration } from './decisions/record-title-registration.js';
import { registerApplication } from './decisions/register-application.js';
import { rejectApplication } from './decisions/reject-application.js';
import { reopenCase } from './decisions/reopen-case.js';
import { reversePayment } from './decisions/reverse-payment.js';
import { reviewCompliance } from './decisions/review-compliance.js';
import { sendPetition } from './decisions/send-petition.js';
import { setDocumentAside } from './decisions/set-document-aside.js';
import { signAgreement } from './decisions/sign-agreement.js';
import { signDecision } from './decisions/sign-decision.js';
import { signTransferDeed } from './decisions/sign-transfer-deed.js';
import { stateFamilyAct } from './decisions/state-family-act.js';
import { submitApplication } from './decisions/submit-application.js';
import { withdrawApplication } from './decisions/withdraw-application.js';
import { evolveKnown, type KnownCase, unknownCase } from './people.js';
import type { Moment, Step } from './step.js';

/** The decider of a case under an installation's settings. `decide` throws a `Refusal` where a rule says no. */
export const createCaseDecider = (settings: CaseSettings): Decider<CaseCommand, KnownCase, CaseEvent> => ({
  initial: unknownCase,
  evolve: evolveKnown,
  decide: (command, state) => {
    assertHasHappened(command);
    return command.type === 'SubmitApplication'
      ? submitApplication(command, state, settings)
      : decideLater(command, state, settings);
  },
});

/** The decider of a case under the default settings. */
export const caseDecider: Decider<CaseCommand, KnownCase, CaseEvent> = createCaseDecider(defaultCaseSettings);

/**
 * Throws the refusal that stands in the way of a command, whatever it would say in detail; the decider asks the same.
 */
export const assertMay = (
  type: LaterCommand['type'],
  state: CaseState,
  moment: Moment,
  settings: CaseSettings = defaultCaseSettings,
): SubmittedCase => {
  const submitted = openTo(type, state, moment, settings);
  assertInTime(type, submitted, moment);
  return submitted;
};

const decideLater = (command: LaterCommand, state: KnownCase, settings: CaseSettings): readonly CaseEvent[] => {
  const submitted = openTo(command.type, state, command, settings);
  const { decide, anyTime, takes = {} } = stepOf(command.type);
  assertTaken(takes, command, submitted);
  const [events] = together(
    () => decide(command, submitted, settings),
    () => assertNotBefore(command.at, submitted, anyTime ?? false),
    () => assertInTime(command.type, submitted, command),
  );
  return events;
};

const assertTaken = (
  takes: NonNullable<Step<LaterCommand['type']>['takes']>,
  command: LaterCommand,
  state: SubmittedCase,
): void => {
  for (const [field, value] of Object.entries(command)) {
    const refusal = Object.hasOwn(takes, field) ? takes[field]?.refusal(String(value), state) : null;
    if (refusal) throw refusal;
  }
};

/** A case that is at the step of a command, with its day of acceptance as it is known. */
const openTo = <Case extends CaseState>(
  type: LaterCommand['type'],
  state: Case,
  moment: Moment,
  settings: CaseSettings,
): Case & SubmittedCase => {
  const { gate, whenClosed } = stepOf(type);
  if (!isSubmitted(state)) throw refuse('not-submitted');
  if (stageOf(state) === 'CLOSED' && !whenClosed) throw refuse('case-closed', { status: state.status });
  const known = knownAcceptance(state, settings.calendars);
  gate(known, moment, settings);
  return known;
};

const assertInTime = (type: LaterCommand['type'], state: SubmittedCase, { at }: Moment): void => {
  if (!stepOf(type).beforeAcceptance) assertAccepted(at, state);
};

// The table holds for each type the step of that type, which the compiler cannot follow through an index.
const stepOf = (type: LaterCommand['type']) => steps[type] as unknown as Step<LaterCommand['type']>;

/** Every command that a submitted case answers to, in the order of the paragraphs, and how. */
export const steps: { readonly [T in LaterCommand['type']]: Step<T> } = {
  IssueReceipt: issueReceipt,
  DeliverDocuments: deliverDocuments,
  RegisterApplication: registerApplication,
  AddDocument: addDocument,
  SetDocumentAside: setDocumentAside,
  StateFamilyAct: stateFamilyAct,
  RecordStateData: recordStateData,
  RecordFamilyData: recordFamilyData,
  ConfirmCompleteness: confirmCompleteness,
  RejectApplication: rejectApplication,
  ReviewCompliance: reviewCompliance,
  RaiseRemarks: raiseRemarks,
  FormCommission: formCommission,
  NotifyPreliminaryRefusal: notifyPreliminaryRefusal,
  RecordObjection: recordObjection,
  RecordHearing: recordHearing,
  DecideCommission: decideCommission,
  SignDecision: signDecision,
  RecordRightsInformation: recordRightsInformation,
  SendPetition: sendPetition,
  GiveIndustryConsent: giveIndustryConsent,
  MakeStatePropertyDecision: makeStatePropertyDecision,
  SignTransferDeed: signTransferDeed,
  ApproveTransferDeed: approveTransferDeed,
  RecordTitleRegistration: recordTitleRegistration,
  OfferAgreement: offerAgreement,
  SignAgreement: signAgreement,
  RecordPayment: recordPayment,
  ReversePayment: reversePayment,
  IssueResult: issueResult,
  RecordDutyMissed: recordDutyMissed,
  CorrectRecord: correctRecord,
  ReopenCase: reopenCase,
  WithdrawApplication: withdrawApplication,
};
