import type { RefusalCatalogue } from '../refusal.js';

/** Results, corrections and the end of a case. */
export const closingRefusals = {
  'case-closed': {
    rule: null,
    message: 'The case is closed: nothing more happens on it.',
    next: 'Correct the record where it is wrong, reverse a payment that does not count, or take a new application.',
  },
  'no-result-to-issue': {
    rule: null,
    message: 'There is no result that the recipient does not have already.',
    next: 'Look in the case which results have been issued; the next one is there once it is signed.',
  },
  'result-not-there': {
    rule: 'R-34',
    message: 'There is no such result of this case.',
    next: 'Issue a result that this case has, once it is signed.',
  },
  'result-already-issued': {
    rule: null,
    message: 'The recipient has this result already.',
    next: 'Nothing is left to do for this result.',
  },
  'result-by-another-channel': {
    rule: 'R-25',
    message: 'A result is issued where the application came: {filedBy}.',
    next: 'Have the result issued there.',
  },
  'result-not-signed': {
    rule: 'R-26',
    message: 'On the portal a result is an electronic document signed by the head of the provider.',
    next: 'Have the head of the provider sign the result with the EDS first.',
  },
  'result-without-receipt': {
    rule: 'R-20',
    message: 'At the State Corporation a result is issued on the receipt that was given for the documents.',
    next: 'Ask for the receipt, and enter its number.',
  },
  'result-without-identification': {
    rule: 'R-20',
    message: 'At the State Corporation a result is issued to whoever shows an identity document.',
    next: 'Ask for an identity document or a digital one, and record which was shown.',
  },
  'correction-without-reason': {
    rule: null,
    message: 'A correction says why the record was wrong.',
    next: 'Say why the record was wrong.',
  },
  'correction-changes-nothing': {
    rule: null,
    message: 'What is set right is what the record says already.',
    next: 'Compare the record with the paper, and enter what differs.',
  },
  'nothing-to-correct': {
    rule: null,
    message: 'Nothing is recorded here that could be set right.',
    next: 'Look in the history what was recorded; what is missing is recorded by its own step.',
  },
  'corrected-day-in-future': {
    rule: null,
    message: 'A corrected day cannot be later than the day on which it is entered.',
    next: 'Enter the day that the document shows.',
  },
  'applicant-erased': {
    rule: null,
    message: 'The data of the applicant were erased: nothing more can be kept that may name them.',
    next: 'Correct what names nobody; for all else nothing is left to do.',
  },
  'complainant-erased': {
    rule: null,
    message: 'The data of the complainant were erased: nothing more can be kept that may name them.',
    next: 'Nothing is left to do.',
  },
  'correction-says-nothing': {
    rule: null,
    message: 'A correction says which value of which entry is right, or in words what was recorded and what is right.',
    next: 'Name the entry and its right value, or say in words what was recorded and what is right.',
  },
  'entry-not-there': {
    rule: null,
    message: 'The record has no entry {revision}.',
    next: 'Look in the history for the number of the entry.',
  },
  'not-correctable': {
    rule: null,
    message:
      'What is asked for in entry {revision} is not set right by itself: it says which application, complaint or act it is, or follows from others.',
    next: 'Set right what it follows from, or say in words what was recorded and what is right.',
  },
  'corrected-twice': {
    rule: null,
    message: 'The value {field} of the entry {revision} is set right twice.',
    next: 'Name each value once, as it is right.',
  },
  'corrected-text-too-long': {
    rule: null,
    message: 'The right value has at most {longest} characters.',
    next: 'Enter the right value as the paper shows it, in fewer characters.',
  },
  'corrected-value-unreadable': {
    rule: null,
    message: 'The right value is written in another form: {expected}.',
    next: 'Enter the value in that form.',
  },
} as const satisfies RefusalCatalogue;
