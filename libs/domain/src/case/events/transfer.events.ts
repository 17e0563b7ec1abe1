import type { DeedApprover, LocalDate, Side } from '../case.types.js';
import { type Fact, plainWith, type SchemasOf } from '../../event-schema.js';

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
  RightsInformationReceived: plainWith({
    source: 'TEXT',
    'encumbrances.*': 'TEXT',
    technicalCharacteristics: 'TEXT',
    receivedOn: 'LEGAL_DAY',
  }),
  PetitionSent: plainWith({ petitionNumber: 'TEXT', akim: 'TEXT', sentOn: 'OWN_DAY' }),
  IndustryConsentGiven: plainWith({ consentNumber: 'TEXT', body: 'TEXT', givenOn: 'OWN_DAY' }),
  StatePropertyDecisionMade: plainWith({ decisionNumber: 'TEXT', body: 'TEXT', decidedOn: 'OWN_DAY' }),
  TransferDeedSigned: plainWith({ signedBy: 'TEXT', signedOn: 'OWN_DAY' }),
  TransferDeedApproved: plainWith({ approvedBy: 'TEXT', approvedOn: 'OWN_DAY' }),
  TitleRegistered: plainWith({ registrationNumber: 'TEXT', registeredOn: 'OWN_DAY' }),
};
