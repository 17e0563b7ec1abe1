import type { Decider } from '../decider.js';
import { dutiesOf } from '../duties/duties.js';
import { refuse } from '../refusals/refuse.js';
import { assertHasHappened, assertNotBefore } from './act-moment.js';
import type { CaseCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { type CaseSettings, defaultCaseSettings } from './case.settings.js';
import { type CaseState, initialCase, isSubmitted, stageOf, type SubmittedCase } from './case.state.js';
import { confirmCompleteness } from './decisions/confirm-completeness.js';
import { decideCommission } from './decisions/decide-commission.js';
import { deliverDocuments } from './decisions/deliver-documents.js';
import { formCommission } from './decisions/form-commission.js';
import { issueReceipt } from './decisions/issue-receipt.js';
import { offerAgreement } from './decisions/offer-agreement.js';
import { recordPayment } from './decisions/record-payment.js';
import { recordRightsInformation } from './decisions/record-rights-information.js';
import { registerApplication } from './decisions/register-application.js';
import { rejectApplication } from './decisions/reject-application.js';
import { reviewCompliance } from './decisions/review-compliance.js';
import { signAgreement } from './decisions/sign-agreement.js';
import { signDecision } from './decisions/sign-decision.js';
import { submitApplication } from './decisions/submit-application.js';

/** The decider of a case under an installation's settings. `decide` throws a `Refusal` where a rule says no. */
export const createCaseDecider = (settings: CaseSettings): Decider<CaseCommand, CaseState, CaseEvent> => ({
  initial: initialCase,
  evolve: evolveCase,
  decide: (command, state) => {
    assertHasHappened(command);
    const events =
      command.type === 'SubmitApplication'
        ? submitApplication(command, state, settings)
        : decideOpen(command, openCase(state));
    // What cannot be dated is not accepted: a fact whose duties no calendar covers is refused here, not found out
    // later.
    const after = events.reduce(evolveCase, state);
    if (after.dates !== state.dates) dutiesOf(after);
    return events;
  },
});

/** The decider of a case under the default settings. */
export const caseDecider: Decider<CaseCommand, CaseState, CaseEvent> = createCaseDecider(defaultCaseSettings);

const openCase = (state: CaseState): SubmittedCase => {
  if (!isSubmitted(state)) throw refuse('not-submitted');
  if (stageOf(state) === 'CLOSED') throw refuse('case-closed', { status: state.status });
  return state;
};

type LaterCommand = Exclude<CaseCommand, { type: 'SubmitApplication' }>;

const decideOpen = (command: LaterCommand, state: SubmittedCase): readonly CaseEvent[] => {
  const events = decisionOf(command, state);
  assertNotBefore(command, state);
  return events;
};

/** Every command a submitted case answers to, and the decision that answers it. */
const decisionOf = (command: LaterCommand, state: SubmittedCase): readonly CaseEvent[] => {
  switch (command.type) {
    case 'IssueReceipt':
      return issueReceipt(command, state);
    case 'DeliverDocuments':
      return deliverDocuments(command, state);
    case 'RegisterApplication':
      return registerApplication(command, state);
    case 'ConfirmCompleteness':
      return confirmCompleteness(command, state);
    case 'RejectApplication':
      return rejectApplication(command, state);
    case 'ReviewCompliance':
      return reviewCompliance(command, state);
    case 'FormCommission':
      return formCommission(command, state);
    case 'DecideCommission':
      return decideCommission(command, state);
    case 'SignDecision':
      return signDecision(command, state);
    case 'RecordRightsInformation':
      return recordRightsInformation(command, state);
    case 'OfferAgreement':
      return offerAgreement(command, state);
    case 'SignAgreement':
      return signAgreement(command, state);
    case 'RecordPayment':
      return recordPayment(command, state);
  }
};
