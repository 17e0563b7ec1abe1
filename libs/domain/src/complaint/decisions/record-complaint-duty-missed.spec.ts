import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  comesTo,
  complaintEventsOf,
  complaintThat,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  recordComplaintDutyMissed,
  registerComplaint,
} from '../../testing/index.js';

const refused = { code: 'complaint-duty-not-overdue', rule: null };

describe('a missed duty of a complaint', () => {
  it('is recorded with what was due (R-84)', () =>
    expect(complaintEventsOf([fileComplaint(), recordComplaintDutyMissed()]).at(-1)).toEqual({
      type: 'DutyMissed',
      data: {
        at: '2025-04-09T00:00:30+05:00',
        rule: 'R-84',
        instance: null,
        paragraph: '12',
        debtor: 'PROVIDER',
        due: '2025-04-08',
        dueAt: '2025-04-08T18:59:59.999Z',
      },
    }));

  it('is recorded once, also with two watchers', () =>
    expect(comesTo([fileComplaint(), recordComplaintDutyMissed()], recordComplaintDutyMissed())).toHaveLength(0));

  it('is recorded of each rule, also where two were due on the same day (R-87, R-90)', () => {
    const missed = (rule: string) => recordComplaintDutyMissed({ rule, at: '2025-04-17T00:00:30+05:00' });
    const path = [
      fileComplaint(),
      forwardComplaint(),
      registerComplaint(),
      extendComplaintTerm({ workingDays: 2, at: '2025-04-11T10:00:00+05:00' }),
    ];
    expect(complaintThat(...path, missed('R-87'), missed('R-90')).missed).toEqual([
      { rule: 'R-87', instance: null, due: '2025-04-16' },
      { rule: 'R-90', instance: null, due: '2025-04-16' },
    ]);
  });

  it('is recorded anew where its term was extended after all, and that passed as well (R-89)', () => {
    const missed = (at: string) => recordComplaintDutyMissed({ rule: 'R-87', at });
    const path = [
      fileComplaint(),
      forwardComplaint(),
      registerComplaint(),
      missed('2025-04-15T00:00:30+05:00'),
      extendComplaintTerm({ workingDays: 2 }),
    ];
    expect(complaintThat(...path, missed('2025-04-17T00:00:30+05:00')).missed).toEqual([
      { rule: 'R-87', instance: null, due: '2025-04-14' },
      { rule: 'R-87', instance: null, due: '2025-04-16' },
    ]);
  });

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
