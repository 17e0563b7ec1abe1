import type * as commands from '../case/case.commands.js';
import { act, sample, signedSample } from './sample.js';

/** The signed decision, on the portal. */
export const issueResult = signedSample<commands.IssueResult>({
  ...act('2025-03-19T16:00:00+05:00', 'head'),
  type: 'IssueResult',
  result: 'DECISION',
  channel: 'PORTAL',
  issuedTo: 'RECIPIENT',
  identification: null,
  receiptNumber: null,
  powerOfAttorney: null,
  eds: { certificateSerial: '6f1c2d', signedAt: '2025-03-19T16:00:00+05:00' },
});

export const recordDutyMissed = sample<commands.RecordDutyMissed>({
  ...act('2025-04-03T00:00:00+05:00', 'duty-watch'),
  type: 'RecordDutyMissed',
  rule: 'R-27',
  instance: null,
});

export const correctRecord = sample<commands.CorrectRecord>({
  ...act('2025-04-11T10:00:00+05:00'),
  type: 'CorrectRecord',
  subject: 'The day of registration',
  was: '2025-03-03',
  is: '2025-03-04',
  reason: 'The journal of the office says otherwise',
  values: [],
  date: { fact: 'ApplicationRegistered', is: '2025-03-04' },
});

/** What was refused on 25 March 2025 is decided anew. */
export const reopenCase = sample<commands.ReopenCase>({
  ...act('2025-04-14T10:00:00+05:00', 'complaints-follower'),
  type: 'ReopenCase',
  cause: 'COMPLAINT',
  complaintId: 'complaint-1',
  carryOutBy: '2025-04-24',
  reopenedOn: '2025-04-14',
  toldIn: null,
});

/** Of the first payment on the communal route through the portal. */
export const reversePayment = sample<commands.ReversePayment>({
  ...act('2025-04-11T12:00:00+05:00'),
  type: 'ReversePayment',
  payment: 12,
  reason: 'The bank took it back',
});

export const withdrawApplication = sample<commands.WithdrawApplication>({
  ...act('2025-03-25T10:00:00+05:00', 'portal'),
  type: 'WithdrawApplication',
  reason: 'The family has moved',
});
