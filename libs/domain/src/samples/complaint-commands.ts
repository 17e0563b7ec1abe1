import type * as commands from '../complaint/complaint.commands.js';
import type { Complainant, Contested } from '../complaint/complaint.types.js';
import type { ContestedCase } from '../complaint/contested-case.js';
import { samplePerson } from './people.js';
import { act, sample } from './sample.js';

/** The case that the sample complaint is about: its decision was due on 2 April 2025 and has not been made. */
export const contestedCase: ContestedCase = {
  caseId: 'case-of-complaint',
  officeId: 'almaty-housing',
  zone: 'Asia/Almaty',
  rulebook: 'KZ-437/2021-08-12',
  filedOn: '2025-03-03',
  decidedOn: null,
  duties: [
    { rule: 'R-15', debtor: 'PROVIDER', due: '2025-03-03', missedFrom: null, pending: null },
    { rule: 'R-27', debtor: 'PROVIDER', due: '2025-04-02', missedFrom: '2025-04-02T18:59:59.999Z', pending: null },
  ],
};

const { iin, fullName, address } = samplePerson();
export const sampleComplainant: Complainant = { iin, fullName, address };

/** The decision of the case was not made in time. */
export const silence: Contested = { kind: 'INACTION', what: 'No decision was made', on: null, rule: 'R-27' };

/** Something that the provider did, on Wednesday 2 April 2025. */
export const anAction: Contested = { kind: 'ACTION', what: 'A copy was demanded', on: '2025-04-02', rule: null };

const officer = 'complaints-officer';

/** Each command of the sample complaint, filed on Thursday 3 April 2025 and addressed to the authorized body. */
export const fileComplaint = sample<commands.FileComplaint>({
  ...act('2025-04-03T10:00:00+05:00', 'front-desk'),
  enteredAt: '2025-12-01T10:00:00+05:00',
  type: 'FileComplaint',
  complaintId: 'complaint-1',
  contestedCase,
  addressee: 'AUTHORIZED_BODY',
  lodgedWith: 'PROVIDER',
  medium: 'PAPER',
  complainant: sampleComplainant,
  contested: silence,
  learnedOn: '2025-04-03',
  demands: 'That the commission decide',
});
export const forwardComplaint = sample<commands.ForwardComplaint>({
  ...act('2025-04-04T10:00:00+05:00', officer),
  type: 'ForwardComplaint',
  forwardingNumber: 'F-1',
});
export const adoptFavourableAct = sample<commands.AdoptFavourableAct>({
  ...act('2025-04-04T10:00:00+05:00', officer),
  type: 'AdoptFavourableAct',
  act: 'The commission decided to privatize',
  fully: true,
});
export const registerComplaint = sample<commands.RegisterComplaint>({
  ...act('2025-04-07T10:00:00+05:00', officer),
  type: 'RegisterComplaint',
  actingFor: 'AUTHORIZED_BODY',
  registrationNumber: 'C-1',
});
export const extendComplaintTerm = sample<commands.ExtendComplaintTerm>({
  ...act('2025-04-10T10:00:00+05:00', officer),
  type: 'ExtendComplaintTerm',
  actingFor: 'AUTHORIZED_BODY',
  ground: 'ADDITIONAL_INFORMATION',
  workingDays: 10,
  reasons: 'The archive has to answer',
});
export const sendExtensionNotice = sample<commands.SendExtensionNotice>({
  ...act('2025-04-11T10:00:00+05:00', officer),
  type: 'SendExtensionNotice',
  actingFor: 'AUTHORIZED_BODY',
  noticeNumber: 'N-1',
  medium: 'PAPER',
});
export const decideComplaint = sample<commands.DecideComplaint>({
  ...act('2025-04-14T10:00:00+05:00', officer),
  type: 'DecideComplaint',
  actingFor: 'AUTHORIZED_BODY',
  outcome: 'SATISFIED',
  reasons: 'The thirty days had passed',
  effect: { kind: 'ACT', description: 'The commission decides within three days', carryOutBy: null },
  actedBy: ['caseworker'],
});
export const fileCourtAppeal = sample<commands.FileCourtAppeal>({
  ...act('2025-04-21T10:00:00+05:00', officer),
  type: 'FileCourtAppeal',
  court: 'Specialized Inter-District Administrative Court of Almaty',
  appealNumber: 'A-1',
  lawReference: null,
});
export const recordCourtRuling = sample<commands.RecordCourtRuling>({
  ...act('2025-06-02T10:00:00+05:00', officer),
  type: 'RecordCourtRuling',
  rulingNumber: 'CR-1',
  outcome: 'DISMISSED',
  summary: 'The decision on the complaint stands',
  effect: null,
});
export const setCarryOutDay = sample<commands.SetCarryOutDay>({
  ...act('2025-06-10T10:00:00+05:00', officer),
  type: 'SetCarryOutDay',
  actingFor: 'AUTHORIZED_BODY',
  cause: 'COMPLAINT',
  carryOutBy: '2025-06-24',
  reason: 'The commission meets on that day',
});
export const correctComplaint = sample<commands.CorrectComplaint>({
  ...act('2025-06-12T10:00:00+05:00', officer),
  type: 'CorrectComplaint',
  actingFor: 'AUTHORIZED_BODY',
  subject: 'Number of the complaint',
  reason: 'The journal has another number',
  values: [{ revision: 2, field: 'registrationNumber', is: 'C-2' }],
  contestedCase,
});
export const recordComplaintDutyMissed = sample<commands.RecordComplaintDutyMissed>({
  ...act('2025-04-09T00:00:30+05:00', 'watch'),
  type: 'RecordDutyMissed',
  rule: 'R-84',
  instance: null,
});
