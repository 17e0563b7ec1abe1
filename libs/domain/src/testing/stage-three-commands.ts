import { act, type CommandOf } from './case-commands.js';

export const sendPetition = (overrides: Partial<CommandOf<'SendPetition'>> = {}): CommandOf<'SendPetition'> => ({
  ...act('2025-03-20T10:00:00+05:00'),
  type: 'SendPetition',
  petitionNumber: 'PET-1',
  akim: 'Akim of Almaty',
  ...overrides,
});

export const giveIndustryConsent = (
  overrides: Partial<CommandOf<'GiveIndustryConsent'>> = {},
): CommandOf<'GiveIndustryConsent'> => ({
  ...act('2025-03-20T11:00:00+05:00'),
  type: 'GiveIndustryConsent',
  consentNumber: 'CON-1',
  body: 'Ministry of the industry',
  ...overrides,
});

export const makeStatePropertyDecision = (
  overrides: Partial<CommandOf<'MakeStatePropertyDecision'>> = {},
): CommandOf<'MakeStatePropertyDecision'> => ({
  ...act('2025-03-20T15:00:00+05:00'),
  type: 'MakeStatePropertyDecision',
  decisionNumber: 'SPD-1',
  body: 'Committee for State Property',
  ...overrides,
});

/** For the transferring side. */
export const signTransferDeed = (
  overrides: Partial<CommandOf<'SignTransferDeed'>> = {},
): CommandOf<'SignTransferDeed'> => ({
  ...act('2025-03-26T10:00:00+05:00'),
  type: 'SignTransferDeed',
  side: 'TRANSFERRING',
  signedBy: 'Official of the entity',
  ...overrides,
});

/** For the receiving side. */
export const approveTransferDeed = (
  overrides: Partial<CommandOf<'ApproveTransferDeed'>> = {},
): CommandOf<'ApproveTransferDeed'> => ({
  ...act('2025-03-28T10:00:00+05:00'),
  type: 'ApproveTransferDeed',
  side: 'RECEIVING',
  approver: 'COMMUNAL_PROPERTY_BODY_HEAD',
  approvedBy: 'Head of the communal property department',
  ...overrides,
});

export const recordTitleRegistration = (
  overrides: Partial<CommandOf<'RecordTitleRegistration'>> = {},
): CommandOf<'RecordTitleRegistration'> => ({
  ...act('2025-03-31T10:00:00+05:00'),
  type: 'RecordTitleRegistration',
  registrationNumber: 'TITLE-1',
  ...overrides,
});

/** The signed decision, on the portal. */
export const issueResult = (overrides: Partial<CommandOf<'IssueResult'>> = {}): CommandOf<'IssueResult'> => ({
  ...act('2025-03-19T16:00:00+05:00', 'head'),
  type: 'IssueResult',
  result: 'DECISION',
  channel: 'PORTAL',
  issuedTo: 'RECIPIENT',
  identification: null,
  receiptNumber: null,
  powerOfAttorneyNumber: null,
  eds: { certificateSerial: '6f1c2d', signedAt: '2025-03-19T16:00:00+05:00' },
  ...overrides,
});

export const recordDutyMissed = (
  overrides: Partial<CommandOf<'RecordDutyMissed'>> = {},
): CommandOf<'RecordDutyMissed'> => ({
  ...act('2025-04-03T00:00:00+05:00', 'duty-watch'),
  type: 'RecordDutyMissed',
  rule: 'R-27',
  ...overrides,
});

export const correctRecord = (overrides: Partial<CommandOf<'CorrectRecord'>> = {}): CommandOf<'CorrectRecord'> => ({
  ...act('2025-04-11T10:00:00+05:00'),
  type: 'CorrectRecord',
  subject: 'The day of registration',
  was: '2025-03-03',
  is: '2025-03-04',
  reason: 'The journal of the office says otherwise',
  date: { fact: 'ApplicationRegistered', is: '2025-03-04' },
  ...overrides,
});

export const withdrawApplication = (
  overrides: Partial<CommandOf<'WithdrawApplication'>> = {},
): CommandOf<'WithdrawApplication'> => ({
  ...act('2025-03-25T10:00:00+05:00', 'portal'),
  type: 'WithdrawApplication',
  reason: 'The family has moved',
  ...overrides,
});
