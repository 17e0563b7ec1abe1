import { tengeFromTiyn, type CaseCommand } from '@app/domain';
import type { Role } from '@app/platform';
import { caseCommands, type CaseCommandName } from '../casework/case-commands.js';
import type { Answered, InProcessApi } from './in-process-api.js';

export type HttpCommand = Exclude<CaseCommand, { type: 'RecordDutyMissed' }>;

/** What people do of a path; what the watch does has no route. */
export const doneByPeople = (path: readonly CaseCommand[]): readonly HttpCommand[] =>
  path.filter((command): command is HttpCommand => command.type !== 'RecordDutyMissed');

/** A command of the domain as the body that a caller sends for it. */
export const bodyOf = (command: HttpCommand): Readonly<Record<string, unknown>> => {
  const { type: _type, at, enteredAt: _enteredAt, by: _by, ...fields } = command;
  return { ...Object.fromEntries(Object.entries(fields).flatMap(inTheContract)), effectiveAt: at };
};

/** Fields that the contract names otherwise, has in tenge, or leaves to the office. */
const inTheContract = ([name, value]: readonly [string, unknown]): [string, unknown][] => {
  switch (name) {
    case 'caseId':
    case 'rules':
      return [];
    case 'office':
      return [['officeId', 'almaty-bostandyk']];
    case 'price':
    case 'amount':
      return [[name, tengeFromTiyn(Number(value))]];
    default:
      return [[name, inTenge(value)]];
  }
};

/** The amounts within `payment` and `priceBasis`. */
const inTenge = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const amounts = Object.entries(value).filter(([name]) => name === 'initialContribution' || name === 'residualValue');
  return { ...value, ...Object.fromEntries(amounts.map(([name, amount]) => [name, tengeFromTiyn(Number(amount))])) };
};

/** Somebody who may send each command. */
const senders: Readonly<Record<CaseCommandName | 'SubmitApplication', Role>> = {
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
};

/** Somebody who may send this very command: the receiving side has its own officer, the provider its head. */
export const senderOf = (command: HttpCommand): Role => {
  if ('side' in command && command.side === 'RECEIVING') return 'communal-property-officer';
  return 'party' in command && command.party === 'PROVIDER' ? 'provider-head' : senders[command.type];
};

type Sending = Readonly<{ caseId: string; role?: Role; office?: string; body?: unknown; key?: string }>;

/** Sends a command of the domain to its route, as somebody who may unless told otherwise. */
export const sendCommand = async (
  api: InProcessApi,
  command: HttpCommand,
  { caseId, role = senderOf(command), office = 'almaty-bostandyk', body = bodyOf(command), key }: Sending,
): Promise<Answered> => {
  const token = await api.token({ role, office, sub: command.by });
  const path = command.type === 'SubmitApplication' ? '' : `/${caseId}/${caseCommands[command.type].path}`;
  return api.send(`/api/v1/cases${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
};
