import type { RefusalCatalogue } from './refusal-catalogue.js';

/** When something is said to have happened. */
export const momentRefusals = {
  'effective-in-future': {
    rule: 'R-10',
    message: 'What is recorded has happened: it cannot lie after the moment of its entry.',
  },
  'signed-in-future': { rule: 'R-102', message: 'A signature cannot be later than the moment at which it is entered.' },
  'before-what-it-follows': { rule: 'R-10', message: 'This cannot have happened before the step it follows.' },
} as const satisfies RefusalCatalogue;
