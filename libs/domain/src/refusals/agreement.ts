import type { RefusalCatalogue } from '../refusal.js';

/** The agreement and its payment. */
export const agreementRefusals = {
  'agreement-already-offered': { rule: 'R-48', message: 'The agreement has been offered already.' },
  'agreement-not-offered': { rule: 'R-48', message: 'No agreement has been offered.' },
  'price-not-as-decided': {
    rule: 'R-98',
    message: 'The price of the agreement is the residual value that was decided.',
  },
  'party-already-signed': { rule: 'R-48', message: 'This party has signed already.' },
  'eds-missing': { rule: 'R-39', message: 'An electronic agreement is signed with an electronic digital signature.' },
  'agreement-not-concluded': { rule: 'R-36', message: 'Nothing is payable before the agreement is concluded.' },
  'more-than-owed': {
    rule: 'R-36',
    message:
      'The payments exceed the price {price} by {overpaid}: what is over is taken where it is marked to be returned.',
  },
  'payment-reference-repeated': {
    rule: 'R-36',
    message: 'A payment with this reference is entered for {paidOn} already: say why this is another one.',
  },
  'no-payment-to-reverse': { rule: 'R-36', message: 'No payment counts that could be reversed.' },
  'payment-not-there': { rule: 'R-36', message: 'The entry {payment} of the case is no payment.' },
  'payment-already-reversed': { rule: 'R-36', message: 'This payment is reversed already.' },
  'reversal-without-reason': { rule: 'R-36', message: 'A reversal says why the payment does not count.' },
  'amount-not-positive': { rule: 'R-36', message: 'A payment is a positive amount of whole tiyn.' },
  'amount-too-large': { rule: 'R-36', message: 'The payments exceed the largest amount that can be kept exactly.' },
  'paid-in-future': { rule: 'R-36', message: 'A payment cannot be later than the day on which it is entered.' },
  'paid-before-agreement': {
    rule: 'R-36',
    message: 'A payment cannot be earlier than the conclusion of the agreement.',
  },
  'agreement-already-concluded': { rule: 'R-48', message: 'Both parties have signed: the agreement is concluded.' },
  'instalments-not-asked-for': {
    rule: 'R-98',
    message: 'There are instalments where the application asks for them, and not otherwise.',
  },
  'instalment-terms-missing': {
    rule: 'R-98',
    message: 'The application asks for instalments: the agreement says how often and from when they are paid.',
  },
  'initial-contribution-too-small': {
    rule: 'R-98',
    message: 'The initial contribution is at least {percent} per cent of the price.',
  },
  'initial-contribution-not-a-part': {
    rule: 'R-98',
    message: 'The initial contribution is a part of the price, and leaves something for instalments.',
  },
  'instalments-too-small': { rule: 'R-98', message: 'Less than a tiyn would be left for each instalment.' },
  'instalment-days-out-of-term': {
    rule: 'R-98',
    message:
      'The initial contribution is due after the offer, the instalments after it, the last no later than {end}, when the term asked for ends.',
  },
} as const satisfies RefusalCatalogue;
