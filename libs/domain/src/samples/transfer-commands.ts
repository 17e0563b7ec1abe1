import type * as commands from '../case/case.commands.js';
import { act, sample } from './sample.js';

export const sendPetition = sample<commands.SendPetition>({
  ...act('2025-03-20T10:00:00+05:00'),
  type: 'SendPetition',
  petitionNumber: 'PET-1',
  akim: 'Akim of Almaty',
});

export const giveIndustryConsent = sample<commands.GiveIndustryConsent>({
  ...act('2025-03-20T11:00:00+05:00'),
  type: 'GiveIndustryConsent',
  consentNumber: 'CON-1',
  body: 'Ministry of the industry',
});

export const makeStatePropertyDecision = sample<commands.MakeStatePropertyDecision>({
  ...act('2025-03-20T15:00:00+05:00'),
  type: 'MakeStatePropertyDecision',
  decisionNumber: 'SPD-1',
  body: 'Committee for State Property',
});

/** For the transferring side. */
export const signTransferDeed = sample<commands.SignTransferDeed>({
  ...act('2025-03-26T10:00:00+05:00'),
  type: 'SignTransferDeed',
  side: 'TRANSFERRING',
  signedBy: 'Official of the entity',
});

/** For the receiving side. */
export const approveTransferDeed = sample<commands.ApproveTransferDeed>({
  ...act('2025-03-28T10:00:00+05:00'),
  type: 'ApproveTransferDeed',
  side: 'RECEIVING',
  approver: 'COMMUNAL_PROPERTY_BODY_HEAD',
  approvedBy: 'Head of the communal property department',
});

export const recordTitleRegistration = sample<commands.RecordTitleRegistration>({
  ...act('2025-03-31T10:00:00+05:00'),
  type: 'RecordTitleRegistration',
  registrationNumber: 'TITLE-1',
});
