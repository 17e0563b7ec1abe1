import type { CalendarEvent, LocalDate } from '@app/domain';

/** A working day that is made off, entered on 20 March 2024 at noon. */
export const dayMadeOff = (date: LocalDate, enteredAt = '2024-03-20T12:00:00+05:00'): CalendarEvent => ({
  type: 'CalendarDayChanged',
  data: {
    date,
    from: 'WORKING',
    to: 'OFF',
    name: 'Day of mourning',
    source: 'Decree 5',
    knownFrom: '2024-03-20T09:00:00+05:00',
    enteredAt,
  },
});

/** The year after the calendar, with one day off, entered on 20 November 2027 at noon. */
export const yearAdded = (enteredAt = '2027-11-20T12:00:00+05:00'): CalendarEvent => ({
  type: 'CalendarYearAdded',
  data: {
    year: 2028,
    off: [{ date: '2028-01-03', kind: 'substitute', name: "New Year's Day (observed)" }],
    workingWeekends: [],
    provisional: true,
    source: 'Order 412',
    knownFrom: enteredAt,
    enteredAt,
  },
});
