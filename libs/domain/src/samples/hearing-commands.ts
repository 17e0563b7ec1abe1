import type * as commands from '../case/case.commands.js';
import { decideCommission } from './case-commands.js';
import { sampleMinutes } from './people.js';
import { act, sample } from './sample.js';

export const raiseRemarks = sample<commands.RaiseRemarks>({
  ...act('2025-03-07T10:00:00+05:00', 'executor'),
  type: 'RaiseRemarks',
  remarks: [{ documentType: 'D3', text: 'The tenancy agreement is of another dwelling', subjectIin: null, act: null }],
});

/** Sent and received on Wednesday 12 March 2025: objections until the 14th, the act from the 17th on. */
export const notifyPreliminaryRefusal = sample<commands.NotifyPreliminaryRefusal>({
  ...act('2025-03-12T10:00:00+05:00', 'executor'),
  type: 'NotifyPreliminaryRefusal',
  ground: 'NOT_COMPLIANT',
  facts: 'The dwelling was let without the right of redemption',
  reasons: 'It cannot be privatized by the Law on Housing Relations',
  hearing: { at: '2025-03-14T11:00:00+05:00', place: 'Room 204' },
  receivedAt: '2025-03-12T15:00:00+05:00',
});

export const recordObjection = sample<commands.RecordObjection>({
  ...act('2025-03-13T10:00:00+05:00'),
  type: 'RecordObjection',
  text: 'The right of redemption was granted in 2016',
  medium: 'ELECTRONIC',
});

export const recordHearing = sample<commands.RecordHearing>({
  ...act('2025-03-14T11:00:00+05:00'),
  type: 'RecordHearing',
  appeared: true,
  minutes: sampleMinutes(),
  note: null,
});

/** The refusal that the sample notice announces, adopted on Tuesday 18 March 2025. */
export const refuseByCommission = sample<commands.DecideCommission>({
  ...decideCommission(),
  outcome: 'REFUSE',
  ground: 'NOT_COMPLIANT',
  facts: 'The dwelling was let without the right of redemption',
  reasons: 'It cannot be privatized by the Law on Housing Relations',
  priceBasis: null,
});
