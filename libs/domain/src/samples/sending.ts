import type { SentCommand } from './body-of.js';

/** Where a command to a case is sent, below the case (a filing: nowhere), and the role of somebody who may send it. */
export type Sending = Readonly<{ path: string; role: Sender }>;

/** How a command is sent. The channels of filing, both sides of a deed and both parties of an agreement have people of their own. */
export const sendingOf = (command: SentCommand): Sending => {
  const [role, path] = sendings[command.type];
  return { path, role: ownSenderOf(command) ?? role };
};

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
  RecordStateData: ['caseworker', '/state-data'],
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
  IssueResult: ['provider-head', '/results'],
  CorrectRecord: ['provider-head', '/corrections'],
  WithdrawApplication: ['portal', '/withdrawal'],
} as const satisfies Readonly<Record<SentCommand['type'], readonly [Sender, string]>>;
