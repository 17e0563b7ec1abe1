import type { RefusalCatalogue } from '../refusal.js';

/** Which rulebook and which calendar hold, and when something may have happened. */
export const timeRefusals = {
  'before-rulebook': {
    rule: 'R-05',
    message: 'The application would be accepted on {acceptedOn}, before the Order was in force ({validFrom}).',
    next: 'Check the day of filing.',
  },
  'no-rulebook-for-date': {
    rule: null,
    message:
      'No transcribed rulebook covers acceptance on {acceptedOn}; an administrator can choose the 2021 rulebook for demonstration.',
    next: 'Ask the administrator which edition of the Rules holds for this day.',
  },
  'rulebook-unknown': {
    rule: null,
    message: 'The case is pinned to a rulebook that this version does not hold.',
    next: 'Ask the administrator to install a version that holds this edition.',
  },
  'calendar-year-missing': {
    rule: null,
    message: 'No working-day calendar is loaded for {year}; no term is computed from weekends alone.',
    next: 'Ask the administrator to add the calendar of that year; until then the dates that need it stay unknown.',
  },
  'calendar-day-unchanged': {
    rule: null,
    message: 'There is nothing to correct: {date} is {is} already.',
    next: 'Check the day in the act of the authorities.',
  },
  'calendar-source-missing': {
    rule: null,
    message: 'A day is corrected by an act of the authorities: name it as the source.',
    next: 'Name the act, with its number and day.',
  },
  'calendar-known-in-future': {
    rule: null,
    message: 'A correction cannot be known from a moment after that of its entry.',
    next: 'Enter the moment from which the act was known, or leave it out.',
  },
  'effective-in-future': {
    rule: null,
    message: 'What is recorded has happened: it cannot lie after the moment of its entry.',
    next: 'Record it once it has happened, with its true time.',
  },
  'signed-in-future': {
    rule: null,
    message: 'A signature cannot be later than the moment at which it is entered.',
    next: 'Check the time of signing in the signature itself.',
  },
  'before-what-it-follows': {
    rule: null,
    message: 'This cannot have happened before the step it follows.',
    next: 'Check the time, and correct the record of the earlier step where that is the wrong one.',
  },
  'calendar-year-known': {
    rule: null,
    message: 'The calendar of {year} is there already: correct its days one by one.',
    next: 'Correct the days that differ.',
  },
  'calendar-year-not-next': {
    rule: null,
    message: 'Years are added one after another, and the next one is {next}: add that one first.',
    next: 'Add the calendars in the order of their years.',
  },
  'calendar-year-empty': {
    rule: null,
    message: 'A year has days off beside its weekends: name every one of {year}.',
    next: 'Enter the days off from the act of the authorities.',
  },
  'calendar-day-of-another-year': {
    rule: null,
    message: 'The day {date} is not of {year}.',
    next: 'Enter a day of that year.',
  },
  'calendar-day-repeated': {
    rule: null,
    message: 'The day {date} is named twice.',
    next: 'Name each day once.',
  },
  'calendar-weekend-expected': {
    rule: null,
    message: 'The day {date} is no Saturday or Sunday: only those are made working days.',
    next: 'Leave the day out, or enter it as a day off.',
  },
  'signed-before-its-act': {
    rule: null,
    message: 'A signature cannot be older than what it signs: {signedAt} is before {notBefore}.',
    next: 'Compare the time of signing with the signature, and the time of the act with its paper.',
  },
} as const satisfies RefusalCatalogue;
