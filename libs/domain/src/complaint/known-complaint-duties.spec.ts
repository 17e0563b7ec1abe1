import { describe, expect, it } from '@jest/globals';
import { type CalendarCorrection, calendarsOf } from '../calendar/calendars.js';
import {
  adoptFavourableAct,
  complaintThat,
  decideComplaint,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
} from '../testing/complaints.js';
import type { ComplaintCommand } from './complaint.commands.js';
import { dutiesOfComplaint } from './complaint-duties.js';
import { initialComplaint } from './complaint.state.js';
import { knownDutiesOfComplaint } from './known-complaint-duties.js';

/** Monday 7 April 2025 made a day off, entered on the Saturday before it. */
const mondayOff: CalendarCorrection = {
  date: '2025-04-07',
  from: 'WORKING',
  to: 'OFF',
  name: 'Day of mourning',
  source: 'Decree 5',
  knownFrom: '2025-04-05T09:00:00+05:00',
  enteredAt: '2025-04-05T09:00:00+05:00',
};

const told = (path: readonly ComplaintCommand[]): readonly string[] =>
  knownDutiesOfComplaint(complaintThat(...path), calendarsOf([mondayOff])).map(
    ({ rule, due, status, moved }) => `${rule} ${due} ${status} ${moved?.wasDue ?? 'not moved'}`,
  );

describe('the duties of a complaint by the calendar as it is known (docs/law/rules.md 4.4)', () => {
  it('are none before it is filed', () => expect(knownDutiesOfComplaint(initialComplaint)).toEqual([]));

  it('are those by the loaded calendar where nothing was corrected', () => {
    const state = complaintThat(fileComplaint(), forwardComplaint(), registerComplaint());
    expect(knownDutiesOfComplaint(state)).toEqual(dutiesOfComplaint(state).map((duty) => ({ ...duty, moved: null })));
  });

  it('move while they are open, and say from when (R-84)', () =>
    expect(told([fileComplaint()])).toEqual(['R-84 2025-04-09 OPEN 2025-04-08']));

  it('move by what was known when they were discharged (R-87)', () => {
    const thursdayOff = { ...mondayOff, date: '2025-04-10', enteredAt: '2025-04-09T09:00:00+05:00' };
    const state = complaintThat(fileComplaint(), forwardComplaint(), registerComplaint(), decideComplaint());
    const [, consideration] = knownDutiesOfComplaint(state, calendarsOf([thursdayOff]));
    expect(consideration).toMatchObject({ rule: 'R-87', due: '2025-04-15', status: 'DISCHARGED' });
    expect(consideration?.moved?.wasDue).toBe('2025-04-14');
  });

  it('stay once they were discharged or fell away before the correction (R-84, R-85)', () => {
    expect(told([fileComplaint(), forwardComplaint()])).toEqual(['R-84 2025-04-08 DISCHARGED not moved']);
    expect(told([fileComplaint(), adoptFavourableAct()])).toEqual(['R-84 2025-04-08 FALLEN_AWAY not moved']);
  });
});
