import type { RefusalCatalogue } from '../refusal.js';

/** Erasing the data of a person. */
export const erasureRefusals = {
  'erasure-nothing-held': {
    rule: null,
    message: 'Nothing is held of this person that could be erased.',
    next: 'Compare the number with the paper.',
  },
  'erasure-while-open': {
    rule: null,
    message: 'The person has a case or complaint that goes on: {open}.',
    next: 'Wait until it is closed and its time of keeping is over.',
  },
  'erasure-while-retained': {
    rule: null,
    message: 'What is held of the person must be kept until {until}: {kept}.',
    next: 'Ask for the erasure after that day.',
  },
  'erasure-unknown': {
    rule: null,
    message: 'Nobody has asked for this erasure.',
    next: 'Look in the list of erasures for its id.',
  },
  'erasure-confirmed-already': {
    rule: null,
    message: 'This erasure is confirmed already.',
    next: 'Nothing is left to do: look in the list of erasures how far it is.',
  },
  'erasure-by-the-same': {
    rule: null,
    message: 'Who asked for an erasure does not confirm it.',
    next: 'Have another administrator confirm it.',
  },
} as const satisfies RefusalCatalogue;
