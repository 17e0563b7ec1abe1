import type { ComplaintEvent, FileComplaint } from '@app/domain';
import {
  adoptFavourableAct,
  complaintEventsOf,
  contestedCase,
  correctComplaint,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  recordComplaintDutyMissed,
  recordCourtRuling,
  registerComplaint,
  sendExtensionNotice,
  setCarryOutDay,
} from '../../../domain/src/testing/index.js';

/** Filed on Thursday 3 April 2025 about the silence of case c1, for the authorized body. */
export const filing = (complaintId: string, changes: Partial<FileComplaint> = {}): FileComplaint =>
  fileComplaint({
    complaintId,
    contestedCase: { ...contestedCase, caseId: 'c1', officeId: 'almaty-bostandyk' },
    ...changes,
  });

/** Sent on late, extended, decided in the longer term, appealed and ruled on. */
export const ruledComplaint = (complaintId: string): readonly ComplaintEvent[] =>
  complaintEventsOf([
    filing(complaintId),
    recordComplaintDutyMissed(),
    forwardComplaint({ at: '2025-04-09T10:00:00+05:00' }),
    registerComplaint({ at: '2025-04-10T09:00:00+05:00' }),
    extendComplaintTerm(),
    sendExtensionNotice(),
    decideComplaint({ at: '2025-04-28T10:00:00+05:00' }),
    fileCourtAppeal({ at: '2025-05-05T10:00:00+05:00' }),
    recordCourtRuling(),
  ]);

/** Has its case decided anew by an order that named no day, as it was recorded before one was asked for; then the day is named. */
export const datedComplaint = (complaintId: string): readonly ComplaintEvent[] => {
  const { at, cause, carryOutBy, reason, by: setBy } = setCarryOutDay();
  const effect = { kind: 'DECIDE_ANEW', description: 'Anew', carryOutBy } as const;
  const ordered = complaintEventsOf([
    filing(complaintId),
    forwardComplaint(),
    registerComplaint(),
    decideComplaint({ effect }),
  ]);
  return [
    ...ordered.map((event) =>
      event.type === 'ComplaintDecided'
        ? { ...event, data: { ...event.data, effect: { ...effect, carryOutBy: null } } }
        : event,
    ),
    { type: 'CarryOutDaySet', data: { at, cause, carryOutBy, reason, setOn: at.slice(0, 10), setBy } },
  ];
};

/** Has its case decided anew; the day of its registration and the one by which that is done were set right afterwards. */
export const correctedComplaint = (complaintId: string): readonly ComplaintEvent[] =>
  complaintEventsOf([
    filing(complaintId),
    forwardComplaint(),
    registerComplaint(),
    decideComplaint({ effect: { kind: 'DECIDE_ANEW', description: 'Anew', carryOutBy: '2025-04-28' } }),
    correctComplaint({
      values: [
        { revision: 2, field: 'registeredOn', is: '2025-04-08' },
        { revision: 3, field: 'effect.carryOutBy', is: '2025-05-05' },
      ],
    }),
  ]);

/** Met in full before it was sent on. */
export const settledComplaint = (complaintId: string): readonly ComplaintEvent[] =>
  complaintEventsOf([filing(complaintId, { addressee: 'QUALITY_BODY' }), adoptFavourableAct()]);

/** At the head of the provider, registered on Monday 7 April 2025 and not decided: due on 14 April. */
export const runningComplaint = (
  complaintId: string,
  changes: Partial<FileComplaint> = {},
): readonly ComplaintEvent[] =>
  complaintEventsOf([
    filing(complaintId, { addressee: 'PROVIDER_HEAD', ...changes }),
    registerComplaint({ actingFor: 'PROVIDER_HEAD' }),
  ]);

/** The same, dismissed a day late. */
export const lateComplaint = (complaintId: string): readonly ComplaintEvent[] =>
  complaintEventsOf([
    filing(complaintId, { addressee: 'PROVIDER_HEAD' }),
    registerComplaint({ actingFor: 'PROVIDER_HEAD' }),
    decideComplaint({
      actingFor: 'PROVIDER_HEAD',
      at: '2025-04-15T10:00:00+05:00',
      outcome: 'DISMISSED',
      effect: null,
    }),
  ]);
