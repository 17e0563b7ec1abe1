import type { RefusalCatalogue } from '../refusal.js';

/** Which rulebook and which calendar hold, and when something may have happened. */
export const timeRefusals = {
  'before-rulebook': {
    rule: 'R-05',
    message: 'The application would be accepted on {acceptedOn}, before the Order was in force ({validFrom}).',
  },
  'no-rulebook-for-date': {
    rule: 'R-05',
    message:
      'No transcribed rulebook covers acceptance on {acceptedOn}; an administrator can choose the 2021 rulebook for demonstration.',
  },
  'rulebook-unknown': { rule: 'R-05', message: 'The case is pinned to a rulebook that this version does not hold.' },
  'calendar-year-missing': {
    rule: 'R-16',
    message: 'No working-day calendar is loaded for {year}; no term is computed from weekends alone.',
  },
  'calendar-year-known': {
    rule: 'R-110',
    message: 'The calendar of {year} is there already: correct its days one by one.',
  },
  'calendar-year-not-next': {
    rule: 'R-110',
    message: 'Years are added one after another, and the next one is {next}: add that one first.',
  },
  'calendar-year-empty': {
    rule: 'R-110',
    message: 'A year has days off beside its weekends: name every one of {year}.',
  },
  'calendar-day-of-another-year': { rule: 'R-110', message: 'The day {date} is not of {year}.' },
  'calendar-day-repeated': { rule: 'R-110', message: 'The day {date} is named twice: name each day once.' },
  'calendar-weekend-expected': {
    rule: 'R-110',
    message: 'The day {date} is no Saturday or Sunday: only those are made working days.',
  },
  'calendar-day-unchanged': { rule: 'R-110', message: 'The day {date} is {is} already: there is nothing to correct.' },
  'calendar-source-missing': {
    rule: 'R-110',
    message: 'A day is corrected by an act of the authorities: name it as the source.',
  },
  'calendar-known-in-future': {
    rule: 'R-110',
    message: 'A correction cannot be known from a moment after that of its entry.',
  },
  'effective-in-future': {
    rule: 'R-10',
    message: 'What is recorded has happened: it cannot lie after the moment of its entry.',
  },
  'signed-in-future': { rule: 'R-102', message: 'A signature cannot be later than the moment at which it is entered.' },
  'before-what-it-follows': { rule: 'R-10', message: 'This cannot have happened before the step it follows.' },
} as const satisfies RefusalCatalogue;
