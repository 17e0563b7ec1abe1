import type { RefusalCatalogue } from '../refusal.js';

/** Results, corrections and the end of a case. */
export const closingRefusals = {
  'case-closed': { rule: 'R-10', message: 'The case is closed: nothing more happens on it.' },
  'no-result-to-issue': { rule: 'R-34', message: 'There is no result that the recipient does not have already.' },
  'result-not-there': { rule: 'R-34', message: 'There is no such result of this case.' },
  'result-already-issued': { rule: 'R-34', message: 'The recipient has this result already.' },
  'result-by-another-channel': { rule: 'R-25', message: 'A result is issued where the application came: {filedBy}.' },
  'result-not-signed': {
    rule: 'R-26',
    message: 'On the portal a result is an electronic document signed by the head of the provider.',
  },
  'result-without-receipt': {
    rule: 'R-20',
    message: 'At the State Corporation a result is issued on the receipt that was given for the documents.',
  },
  'result-without-identification': {
    rule: 'R-20',
    message: 'At the State Corporation a result is issued to whoever shows an identity document.',
  },
  'correction-without-reason': { rule: 'R-10', message: 'A correction says why the record was wrong.' },
  'correction-changes-nothing': { rule: 'R-10', message: 'What is set right is what the record says already.' },
  'nothing-to-correct': { rule: 'R-10', message: 'No day is recorded for {fact} that could be set right.' },
  'applicant-erased': {
    rule: 'R-10',
    message: 'The data of the applicant were erased: nothing more can be kept that may name them.',
  },
  'correction-says-nothing': {
    rule: 'R-10',
    message: 'A correction says which value of which entry is right, or in words what was recorded and what is right.',
  },
  'entry-not-there': { rule: 'R-10', message: 'The case has no entry {revision}.' },
  'not-correctable': {
    rule: 'R-10',
    message:
      'The value {field} of {event} is not set right by itself: it says which application it is, or follows from others.',
  },
  'corrected-value-unreadable': { rule: 'R-10', message: 'The right value of {field} is {expected}.' },
  'corrected-day-in-future': {
    rule: 'R-10',
    message: 'A corrected day cannot be later than the day on which it is entered.',
  },
} as const satisfies RefusalCatalogue;
