import type { RefusalCatalogue } from './refusal-catalogue.js';

/** Corrections to the working-day calendar (docs/law/rules.md 4.4). */
export const calendarRefusals = {
  'calendar-day-unchanged': { rule: 'R-110', message: 'The day {date} is {is} already: there is nothing to correct.' },
  'calendar-source-missing': {
    rule: 'R-110',
    message: 'A day is corrected by an act of the authorities: name it as the source.',
  },
  'calendar-known-in-future': {
    rule: 'R-110',
    message: 'A correction cannot be known from a moment after that of its entry.',
  },
} as const satisfies RefusalCatalogue;
