import type { RefusalCatalogue } from '../refusal.js';

/** Going on with the proof log under a new name. */
export const newLogRefusals = {
  'new-log-needless': {
    rule: null,
    message: 'The proof log is signed as ever: there is no reason to begin a new one.',
    next: 'Look at the signed heads. Where signing has just stopped, ask again in a minute.',
  },
  'new-log-unknown': {
    rule: null,
    message: 'Nobody has asked for this new log.',
    next: 'Look in the list of new logs for its id.',
  },
  'new-log-confirmed-already': {
    rule: null,
    message: 'This new log is confirmed already.',
    next: 'Nothing is left to do: the next head is signed under its name.',
  },
  'new-log-by-the-same': {
    rule: null,
    message: 'Who asked for a new log does not confirm it.',
    next: 'Have another administrator confirm it.',
  },
} as const satisfies RefusalCatalogue;
