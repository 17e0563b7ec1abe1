import type { SentCommand } from './body-of.js';

/** The role of somebody who may send a command: the receiving side has its own officer, the provider its head. */
export const senderOf = (command: SentCommand): Sender => {
  if (command.type === 'SubmitApplication') return command.channel === 'PORTAL' ? 'portal' : 'front-desk';
  if ('side' in command && command.side === 'RECEIVING') return 'communal-property-officer';
  return 'party' in command && command.party === 'PROVIDER' ? 'provider-head' : senders[command.type];
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

const senders = {
  SubmitApplication: 'portal',
  IssueReceipt: 'front-desk',
  DeliverDocuments: 'front-desk',
  RegisterApplication: 'caseworker',
  AddDocument: 'front-desk',
  RecordStateData: 'caseworker',
  ConfirmCompleteness: 'caseworker',
  RejectApplication: 'caseworker',
  ReviewCompliance: 'caseworker',
  RaiseRemarks: 'caseworker',
  FormCommission: 'commission-secretary',
  NotifyPreliminaryRefusal: 'caseworker',
  RecordObjection: 'portal',
  RecordHearing: 'commission-secretary',
  DecideCommission: 'commission-secretary',
  SignDecision: 'provider-head',
  RecordRightsInformation: 'caseworker',
  SendPetition: 'property-officer',
  GiveIndustryConsent: 'property-officer',
  MakeStatePropertyDecision: 'property-officer',
  SignTransferDeed: 'property-officer',
  ApproveTransferDeed: 'property-officer',
  RecordTitleRegistration: 'caseworker',
  OfferAgreement: 'caseworker',
  SignAgreement: 'portal',
  RecordPayment: 'caseworker',
  IssueResult: 'provider-head',
  CorrectRecord: 'provider-head',
  WithdrawApplication: 'portal',
} as const satisfies Readonly<Record<SentCommand['type'], Sender>>;
