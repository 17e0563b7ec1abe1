import type {
  AdoptFavourableAct,
  DecideComplaint,
  ExtendComplaintTerm,
  FileComplaint,
  FileCourtAppeal,
  ForwardComplaint,
  RecordComplaintDutyMissed,
  RecordCourtRuling,
  RegisterComplaint,
  SendExtensionNotice,
} from '../complaint/complaint.commands.js';
import type { Complainant, Contested, ContestedCase } from '../complaint/complaint.types.js';
import { sampleIins } from './samples.js';

/** The case that the sample complaint is about: its decision was due on 2 April 2025 and has not been made. */
export const contestedCase: ContestedCase = {
  caseId: 'case-of-complaint',
  officeId: 'almaty-housing',
  zone: 'Asia/Almaty',
  rulebook: 'KZ-437/2021-08-12',
  duties: [
    { rule: 'R-15', due: '2025-03-03', missedFrom: null },
    { rule: 'R-27', due: '2025-04-02', missedFrom: '2025-04-02T18:59:59.999Z' },
  ],
};

export const sampleComplainant: Complainant = {
  iin: sampleIins.adult,
  fullName: 'Sadykov Arman Serikuly',
  address: 'Almaty, Abay avenue 10, 5',
};

/** The decision of the case was not made in time. */
export const silence: Contested = { kind: 'INACTION', what: 'No decision was made', on: null, rule: 'R-27' };

/** Something that the provider did, on Wednesday 2 April 2025. */
export const anAction: Contested = { kind: 'ACTION', what: 'A copy was demanded', on: '2025-04-02', rule: null };

const by = 'complaints-officer';
const enteredAt = '2025-12-01T10:00:00+05:00';

/** Each command of the sample complaint, filed on Thursday 3 April 2025 and addressed to the authorized body. */
export const fileComplaint = (overrides: Partial<FileComplaint> = {}): FileComplaint => ({
  type: 'FileComplaint',
  at: '2025-04-03T10:00:00+05:00',
  enteredAt,
  by: 'front-desk',
  complaintId: 'complaint-1',
  contestedCase,
  addressee: 'AUTHORIZED_BODY',
  lodgedWith: 'PROVIDER',
  medium: 'PAPER',
  complainant: sampleComplainant,
  contested: silence,
  learnedOn: '2025-04-03',
  demands: 'That the commission decide',
  ...overrides,
});
export const forwardComplaint = (overrides: Partial<ForwardComplaint> = {}): ForwardComplaint => ({
  type: 'ForwardComplaint',
  at: '2025-04-04T10:00:00+05:00',
  enteredAt,
  by,
  forwardingNumber: 'F-1',
  ...overrides,
});
export const adoptFavourableAct = (overrides: Partial<AdoptFavourableAct> = {}): AdoptFavourableAct => ({
  type: 'AdoptFavourableAct',
  at: '2025-04-04T10:00:00+05:00',
  enteredAt,
  by,
  act: 'The commission decided to privatize',
  fully: true,
  ...overrides,
});
export const registerComplaint = (overrides: Partial<RegisterComplaint> = {}): RegisterComplaint => ({
  type: 'RegisterComplaint',
  at: '2025-04-07T10:00:00+05:00',
  enteredAt,
  by,
  actingFor: 'AUTHORIZED_BODY',
  registrationNumber: 'C-1',
  ...overrides,
});
export const extendComplaintTerm = (overrides: Partial<ExtendComplaintTerm> = {}): ExtendComplaintTerm => ({
  type: 'ExtendComplaintTerm',
  at: '2025-04-10T10:00:00+05:00',
  enteredAt,
  by,
  actingFor: 'AUTHORIZED_BODY',
  ground: 'ADDITIONAL_INFORMATION',
  workingDays: 10,
  reasons: 'The archive has to answer',
  ...overrides,
});
export const sendExtensionNotice = (overrides: Partial<SendExtensionNotice> = {}): SendExtensionNotice => ({
  type: 'SendExtensionNotice',
  at: '2025-04-11T10:00:00+05:00',
  enteredAt,
  by,
  actingFor: 'AUTHORIZED_BODY',
  noticeNumber: 'N-1',
  medium: 'PAPER',
  ...overrides,
});
export const decideComplaint = (overrides: Partial<DecideComplaint> = {}): DecideComplaint => ({
  type: 'DecideComplaint',
  at: '2025-04-14T10:00:00+05:00',
  enteredAt,
  by,
  actingFor: 'AUTHORIZED_BODY',
  outcome: 'SATISFIED',
  reasons: 'The thirty days had passed',
  effect: { kind: 'ACT', description: 'The commission decides within three days' },
  actedBy: ['caseworker'],
  ...overrides,
});
export const fileCourtAppeal = (overrides: Partial<FileCourtAppeal> = {}): FileCourtAppeal => ({
  type: 'FileCourtAppeal',
  at: '2025-04-21T10:00:00+05:00',
  enteredAt,
  by,
  court: 'Specialized Inter-District Administrative Court of Almaty',
  appealNumber: 'A-1',
  lawReference: null,
  ...overrides,
});
export const recordCourtRuling = (overrides: Partial<RecordCourtRuling> = {}): RecordCourtRuling => ({
  type: 'RecordCourtRuling',
  at: '2025-06-02T10:00:00+05:00',
  enteredAt,
  by,
  rulingNumber: 'CR-1',
  outcome: 'DISMISSED',
  summary: 'The decision on the complaint stands',
  effect: null,
  ...overrides,
});
export const recordComplaintDutyMissed = (
  overrides: Partial<RecordComplaintDutyMissed> = {},
): RecordComplaintDutyMissed => ({
  type: 'RecordDutyMissed',
  at: '2025-04-09T00:00:30+05:00',
  enteredAt,
  by: 'watch',
  rule: 'R-84',
  ...overrides,
});
