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
