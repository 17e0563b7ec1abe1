import { describe, expect, it } from '@jest/globals';
import { calendarsOf } from '../calendar/calendars.js';
import { Refusal } from '../refusal.js';
import { addedYear, calendarUntil } from '../testing/calendar-years.js';
import {
  complaintThat,
  extendComplaintTerm,
  fileComplaint,
  fileCourtAppeal,
  forwardComplaint,
  registerComplaint,
} from '../testing/index.js';
import { complaintDutyText, knownDutiesOfComplaint } from './complaint-duties.js';
import type { ComplaintCommand } from './complaint.commands.js';
import { createComplaintDecider } from './complaint.decider.js';

/** The sample complaint is of April 2025: here no calendar has that year. */
const without = calendarsOf([], calendarUntil(2024));
const later = { knownFrom: '2025-12-01T10:00:00+05:00', enteredAt: '2025-12-01T10:00:00+05:00' };
const added = calendarsOf([addedYear(2025, later)], calendarUntil(2024));
const registered = complaintThat(fileComplaint(), forwardComplaint(), registerComplaint());

const decide = (command: ComplaintCommand, state = registered, calendars = without) => {
  try {
    return createComplaintDecider({ acceptForeignerIin: false, complaintRegistrationOwed: true, calendars }).decide(
      command,
      state,
    );
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts];
    throw error;
  }
};

describe('a complaint in a year without calendar (docs/law/rules.md 4.3)', () => {
  it('has duties that are pending, and their dates once the year is added', () => {
    expect(knownDutiesOfComplaint(registered, without).map(({ due, pending }) => [due, pending?.missingYear])).toEqual(
      knownDutiesOfComplaint(registered).map(() => [null, 2025]),
    );
    expect(knownDutiesOfComplaint(registered, added)).toEqual(knownDutiesOfComplaint(registered));
  });

  it('is extended while its term has not ended for sure, and names no day (R-89, para 14)', () => {
    const early = extendComplaintTerm({ at: '2025-04-08T10:00:00+05:00' });
    expect(decide(early)).toMatchObject([{ type: 'ComplaintTermExtended', data: { dueBefore: null, due: null } }]);
    const doubtful = { ...early, at: '2025-04-14T10:00:00+05:00', enteredAt: '2025-04-14T10:00:00+05:00' };
    expect(decide(doubtful)).toMatchObject(['calendar-year-missing', { year: 2025 }]);
    expect(decide(doubtful, registered, added)).toMatchObject([{ type: 'ComplaintTermExtended' }]);
    const extended = complaintThat(fileComplaint(), forwardComplaint(), registerComplaint(), early);
    const texts = knownDutiesOfComplaint(extended, without).map((duty) => complaintDutyText(duty));
    expect(texts.join('\n')).toContain('by 10 working days (R-89, paragraph 14).');
  });

  it('opens the court only once it is known that its time has run out (R-93, para 15)', () => {
    const appeal = fileCourtAppeal({ at: '2025-06-02T10:00:00+05:00', lawReference: null });
    expect(decide(appeal)).toMatchObject(['calendar-year-missing', { year: 2025 }]);
    expect(decide(appeal, registered, added)).toMatchObject([{ type: 'CourtAppealFiled' }]);
  });

  it('has missed nothing yet', () => {
    const at = '2025-12-31T00:00:00Z';
    const watch = {
      type: 'RecordDutyMissed',
      rule: 'R-87',
      instance: null,
      at,
      enteredAt: at,
      by: 'duty-watch',
    } as const;
    expect(decide(watch)).toEqual(['complaint-duty-not-overdue', { rule: 'R-87', due: null }]);
  });
});
