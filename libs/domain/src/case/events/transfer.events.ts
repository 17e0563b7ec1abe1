import type { DeedApprover, LocalDate, Side } from '../case.types.js';
import { type Fact, type SchemasOf, textsAnd } from '../../event-schema.js';

/** The transfer into the communal stock, and what the registers say of the dwelling (para 9). */
export type TransferEvent =
  | RightsInformationReceived
  | PetitionSent
  | IndustryConsentGiven
  | StatePropertyDecisionMade
  | TransferDeedSigned
  | TransferDeedApproved
  | TitleRegistered;

export type RightsInformationReceived = Fact<
  'RightsInformationReceived',
  { source: string; encumbrances: readonly string[]; technicalCharacteristics: string; receivedOn: LocalDate }
>;
export type PetitionSent = Fact<'PetitionSent', { petitionNumber: string; akim: string; sentOn: LocalDate }>;
export type IndustryConsentGiven = Fact<
  'IndustryConsentGiven',
  { consentNumber: string; body: string; givenOn: LocalDate }
>;
export type StatePropertyDecisionMade = Fact<
  'StatePropertyDecisionMade',
  { decisionNumber: string; body: string; decidedOn: LocalDate }
>;
export type TransferDeedSigned = Fact<
  'TransferDeedSigned',
  { side: Side; signedBy: string; signedOn: LocalDate; completesSigning: boolean }
>;
export type TransferDeedApproved = Fact<
  'TransferDeedApproved',
  { side: Side; approver: DeedApprover; approvedBy: string; approvedOn: LocalDate; completesApproval: boolean }
>;
export type TitleRegistered = Fact<'TitleRegistered', { registrationNumber: string; registeredOn: LocalDate }>;

/** How each of them is written. */
export const transferSchemas: SchemasOf<TransferEvent> = {
  RightsInformationReceived: textsAnd(
    { receivedOn: 'LEGAL_DAY' },
    'source',
    'encumbrances.*',
    'technicalCharacteristics',
  ),
  PetitionSent: textsAnd({ sentOn: 'OWN_DAY' }, 'petitionNumber', 'akim'),
  IndustryConsentGiven: textsAnd({ givenOn: 'OWN_DAY' }, 'consentNumber', 'body'),
  StatePropertyDecisionMade: textsAnd({ decidedOn: 'OWN_DAY' }, 'decisionNumber', 'body'),
  TransferDeedSigned: textsAnd({ signedOn: 'OWN_DAY' }, 'signedBy'),
  TransferDeedApproved: textsAnd({ approvedOn: 'OWN_DAY' }, 'approvedBy'),
  TitleRegistered: textsAnd({ registeredOn: 'OWN_DAY' }, 'registrationNumber'),
};
