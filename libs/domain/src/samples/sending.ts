import type { CaseCommand } from '../case/case.commands.js';
import type { ComplaintCommand } from '../complaint/complaint.commands.js';
import { tengeFromTiyn } from '../money/money.js';

/** What people do of a case; that a duty was missed is recorded by the watch, that it is decided anew follows from a complaint. */
export type SentCommand = Exclude<CaseCommand, { type: 'RecordDutyMissed' | 'ReopenCase' }>;
export type SentComplaintCommand = Exclude<ComplaintCommand, { type: 'RecordDutyMissed' }>;

/** Where a command to a case is sent, below the case (a filing: nowhere), and the role of somebody who may send it. */
export type Sending = Readonly<{ path: string; role: Sender }>;

/** How a command is sent. The channels of filing, both sides of a deed and both parties of an agreement have people of their own. */
export const sendingOf = (command: SentCommand): Sending => {
  const [role, path] = sendings[command.type];
  return { path, role: ownSenderOf(command) ?? role };
};

/** A command as the body of a request: amounts in tenge, nothing that is absent, and nothing that the api knows by itself. */
export const bodyOf = (command: SentCommand | SentComplaintCommand): Readonly<Record<string, unknown>> => ({
  ...('office' in command && { officeId: command.office.officeId }),
  ...(command.type === 'FileComplaint' && { caseId: command.contestedCase.caseId }),
  ...Object.fromEntries(
    Object.entries(command)
      .filter(([name]) => !ofTheApi.has(name))
      .flatMap(inTheContract),
  ),
  effectiveAt: command.at,
});

/** Roles of the access rules, as far as the samples have people of them. */
type Sender =
  | 'front-desk'
  | 'portal'
  | 'caseworker'
  | 'commission-secretary'
  | 'provider-head'
  | 'property-officer'
  | 'communal-property-officer';

const ownSenderOf = (command: SentCommand): Sender | null => {
  if (command.type === 'SubmitApplication' && command.channel === 'STATE_CORPORATION') return 'front-desk';
  if ('side' in command && command.side === 'RECEIVING') return 'communal-property-officer';
  return 'party' in command && command.party === 'PROVIDER' ? 'provider-head' : null;
};

const sendings = {
  SubmitApplication: ['portal', ''],
  IssueReceipt: ['front-desk', '/receipt'],
  DeliverDocuments: ['front-desk', '/delivery'],
  RegisterApplication: ['caseworker', '/registration'],
  AddDocument: ['front-desk', '/documents'],
  SetDocumentAside: ['caseworker', '/documents/set-aside'],
  StateFamilyAct: ['front-desk', '/family-acts'],
  RecordStateData: ['caseworker', '/state-data'],
  RecordFamilyData: ['caseworker', '/state-data/family'],
  ConfirmCompleteness: ['caseworker', '/completeness'],
  RejectApplication: ['caseworker', '/rejection'],
  ReviewCompliance: ['caseworker', '/compliance'],
  RaiseRemarks: ['caseworker', '/remarks'],
  FormCommission: ['commission-secretary', '/commission'],
  NotifyPreliminaryRefusal: ['caseworker', '/preliminary-refusal'],
  RecordObjection: ['portal', '/objections'],
  RecordHearing: ['commission-secretary', '/hearing'],
  DecideCommission: ['commission-secretary', '/decision'],
  SignDecision: ['provider-head', '/decision/signature'],
  RecordRightsInformation: ['caseworker', '/rights-information'],
  SendPetition: ['property-officer', '/petition'],
  GiveIndustryConsent: ['property-officer', '/industry-consent'],
  MakeStatePropertyDecision: ['property-officer', '/state-property-decision'],
  SignTransferDeed: ['property-officer', '/transfer-deed/signatures'],
  ApproveTransferDeed: ['property-officer', '/transfer-deed/approvals'],
  RecordTitleRegistration: ['caseworker', '/title-registration'],
  OfferAgreement: ['caseworker', '/agreement'],
  SignAgreement: ['portal', '/agreement/signatures'],
  RecordPayment: ['caseworker', '/payments'],
  ReversePayment: ['provider-head', '/payments/reversals'],
  IssueResult: ['provider-head', '/results'],
  CorrectRecord: ['provider-head', '/corrections'],
  WithdrawApplication: ['portal', '/withdrawal'],
} as const satisfies Readonly<Record<SentCommand['type'], readonly [Sender, string]>>;

/** Fields of a command that the api makes of the address, the token, the case and the settings of the office. */
const ofTheApi: ReadonlySet<string> = new Set([
  'type',
  'at',
  'enteredAt',
  'by',
  'caseId',
  'complaintId',
  'office',
  'contestedCase',
  'rules',
  'actedBy',
]);

const amounts: ReadonlySet<string> = new Set(['price', 'amount', 'initialContribution', 'residualValue']);

const inTheContract = ([name, value]: readonly [string, unknown]): [string, unknown][] => {
  if (value === null) return [];
  return [[name, amounts.has(name) ? tengeFromTiyn(Number(value)) : withinTheContract(value)]];
};

const withinTheContract = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withinTheContract);
  const isObject = typeof value === 'object' && value !== null;
  return isObject ? Object.fromEntries(Object.entries(value).flatMap(inTheContract)) : value;
};
