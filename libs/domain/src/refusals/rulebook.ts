import type { RefusalCatalogue } from './refusal-catalogue.js';

/** The rulebook and the calendar. */
export const rulebookRefusals = {
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
} as const satisfies RefusalCatalogue;
