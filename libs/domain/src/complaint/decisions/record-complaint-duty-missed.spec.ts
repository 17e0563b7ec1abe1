import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  comesTo,
  complaintEventsOf,
  fileComplaint,
  forwardComplaint,
  recordComplaintDutyMissed,
} from '../../testing/complaints.js';

const refused = { code: 'complaint-duty-not-overdue', rule: 'R-83' };

describe('a missed duty of a complaint', () => {
  it('is recorded with what was due (R-84)', () =>
    expect(complaintEventsOf([fileComplaint(), recordComplaintDutyMissed()]).at(-1)).toEqual({
      type: 'DutyMissed',
      data: {
        at: '2025-04-09T00:00:30+05:00',
        rule: 'R-84',
        paragraph: '12',
        debtor: 'PROVIDER',
        due: '2025-04-08',
        dueAt: '2025-04-08T18:59:59.999Z',
      },
    }));

  it('is recorded once, also with two watchers', () =>
    expect(comesTo([fileComplaint(), recordComplaintDutyMissed()], recordComplaintDutyMissed())).toEqual([]));

  it('is recorded where it was done late in between', () =>
    expect(
      comesTo([fileComplaint(), forwardComplaint({ at: '2025-04-09T09:00:00+05:00' })], recordComplaintDutyMissed()),
    ).toEqual(['DutyMissed']));

  it('is none before its day is over', () =>
    expect(comesTo([fileComplaint()], recordComplaintDutyMissed({ at: '2025-04-08T23:59:59+05:00' }))).toEqual({
      ...refused,
      facts: { rule: 'R-84', due: '2025-04-08' },
    }));

  it('is none where it was kept, fell away, or is not owed', () => {
    expect(comesTo([fileComplaint(), forwardComplaint()], recordComplaintDutyMissed())).toMatchObject(refused);
    expect(comesTo([fileComplaint(), adoptFavourableAct()], recordComplaintDutyMissed())).toMatchObject(refused);
    expect(comesTo([fileComplaint()], recordComplaintDutyMissed({ rule: 'R-87' }))).toEqual({
      ...refused,
      facts: { rule: 'R-87', due: null },
    });
  });
});
