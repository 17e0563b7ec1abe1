import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  complaintAfter,
  complaintEventsOf,
  complaintThat,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  recordComplaintDutyMissed,
  recordCourtRuling,
  registerComplaint,
  sampleComplainant,
  sendExtensionNotice,
} from '../testing/index.js';
import type { ComplaintEvent } from './complaint.events.js';
import { evolveComplaint } from './complaint.evolve.js';
import { complaintStatusOf, initialComplaint } from './complaint.state.js';

const whole = [
  fileComplaint(),
  forwardComplaint(),
  registerComplaint(),
  extendComplaintTerm(),
  sendExtensionNotice(),
  decideComplaint(),
  fileCourtAppeal(),
  recordCourtRuling(),
];

describe('a complaint folded from its events', () => {
  it('stands where its furthest fact left it', () => {
    const statuses = whole.map((_, index) => complaintStatusOf(complaintThat(...whole.slice(0, index + 1))));
    expect([complaintStatusOf(initialComplaint), ...statuses]).toEqual([
      null,
      'FILED',
      'FORWARDED',
      'REGISTERED',
      'REGISTERED',
      'REGISTERED',
      'DECIDED',
      'IN_COURT',
      'RULED',
    ]);
    expect(complaintStatusOf(complaintThat(fileComplaint(), adoptFavourableAct()))).toBe('SETTLED');
  });

  it('knows the moment and the day of each fact', () => {
    const { moments, dates } = complaintThat(...whole);
    expect(moments.ComplaintRegistered).toBe('2025-04-07T10:00:00+05:00');
    expect(dates).toEqual({
      ComplaintFiled: '2025-04-03',
      ComplaintForwarded: '2025-04-04',
      ComplaintRegistered: '2025-04-07',
      ComplaintTermExtended: '2025-04-10',
      ExtensionNoticeSent: '2025-04-11',
      ComplaintDecided: '2025-04-14',
      CourtAppealFiled: '2025-04-21',
      CourtRulingRecorded: '2025-06-02',
    });
  });

  it('remembers what was missed', () =>
    expect(complaintThat(fileComplaint(), recordComplaintDutyMissed()).missed).toEqual([
      { rule: 'R-84', instance: null, due: '2025-04-08' },
    ]));

  it('holds no name, number or address of a person but in its history', () => {
    const { history, ...state } = complaintThat(...whole);
    const told = JSON.stringify(state);
    expect(JSON.stringify(history)).toContain(sampleComplainant.fullName);
    expect(Object.values(sampleComplainant).filter((value) => told.includes(value))).toEqual([]);
  });

  it('passes over events that it does not know', () => {
    // An event of a later version.
    const later = { type: 'ComplaintRenamed', data: { at: '2025-04-03T10:00:00+05:00' } } as unknown as ComplaintEvent;
    const state = complaintThat(fileComplaint());
    const { history, ...known } = evolveComplaint(state, later, later.data.at);
    expect({ ...known, history: history.slice(0, -1) }).toEqual(state);
    expect(history.at(-1)).toEqual({ revision: 1, event: later, enteredAt: later.data.at });
  });

  it('is the same from its log as from its decisions', () => {
    const events = complaintEventsOf(whole);
    const read: readonly ComplaintEvent[] = JSON.parse(JSON.stringify(events));
    expect(complaintAfter(read)).toEqual(complaintThat(...whole));
  });
});
