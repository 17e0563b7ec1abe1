import type { RefusalCatalogue } from '../refusal.js';
import { goOn } from './words/go-on.js';

/** The agreement and its payment. */
export const agreementRefusals = {
  'agreement-already-offered': {
    rule: null,
    message: 'The agreement has been offered already.',
    next: goOn.en,
  },
  'agreement-not-offered': {
    rule: null,
    message: 'No agreement has been offered.',
    next: 'Offer the agreement first, then record its signatures.',
  },
  'price-not-as-decided': {
    rule: 'R-98',
    message: 'The price of the agreement is the residual value that was decided.',
    next: 'Offer the agreement at the residual value that the commission decided on.',
  },
  'party-already-signed': {
    rule: null,
    message: 'This party has signed already.',
    next: 'Record the signature of the other party, where it is still missing.',
  },
  'eds-missing': {
    rule: 'R-39',
    message: 'An electronic agreement is signed with an electronic digital signature.',
    next: 'Record the signature with the data of the electronic digital signature.',
  },
  'agreement-not-concluded': {
    rule: 'R-36',
    message: 'Nothing is payable before the agreement is concluded.',
    next: 'Have both parties sign the agreement first.',
  },
  'amount-not-positive': {
    rule: null,
    message: 'A payment is a positive amount of whole tiyn.',
    next: 'Enter the amount that was paid, in tenge with two decimals.',
  },
  'amount-too-large': {
    rule: null,
    message: 'The payments exceed the largest amount that can be kept exactly.',
    next: 'Check the amount on the payment document.',
  },
  'paid-in-future': {
    rule: null,
    message: 'A payment cannot be later than the day on which it is entered.',
    next: 'Enter the payment once it has been made, with the day on the payment document.',
  },
  'paid-before-agreement': {
    rule: 'R-36',
    alsoBy: ['R-98'],
    message: 'A payment cannot be earlier than the conclusion of the agreement.',
    next: 'Check the day on the payment document, and the day on which the agreement was concluded.',
  },
  'agreement-already-concluded': {
    rule: null,
    message: 'Both parties have signed: the agreement is concluded.',
    next: 'Issue the agreement to the recipient, and record the payments where there is a price.',
  },
  'instalments-not-asked-for': {
    rule: 'R-98',
    message: 'There are instalments where the application asks for them, and not otherwise.',
    next: 'Offer the agreement with the way of payment that the application states.',
  },
  'instalment-terms-missing': {
    rule: 'R-98',
    message: 'The application asks for instalments: the agreement says how often and from when they are paid.',
    next: 'Add the terms of the instalments: how often they are paid, and from which day.',
  },
  'initial-contribution-too-small': {
    rule: 'R-98',
    message: 'The initial contribution is at least {percent} per cent of the price.',
    next: 'Agree on an initial contribution of at least that share.',
  },
  'initial-contribution-not-a-part': {
    rule: 'R-98',
    message: 'The initial contribution is a part of the price, and leaves something for instalments.',
    next: 'Agree on an initial contribution that is less than the price.',
  },
  'instalments-too-small': {
    rule: null,
    message: 'Less than a tiyn would be left for each instalment.',
    next: 'Agree on fewer instalments.',
  },
  'instalment-days-out-of-term': {
    rule: 'R-98',
    message:
      'The initial contribution is due after the offer, the instalments after it, the last no later than {end}, when the years end that are counted from the conclusion of the agreement.',
    next: 'Set the days of payment so that the last instalment falls within those years.',
  },
  'initial-contribution-too-late': {
    rule: 'R-98',
    message:
      'The initial contribution is due no later than {latest}, as it is counted from the conclusion of the agreement on {concludedOn}.',
    next: 'Set an earlier day for the initial contribution.',
  },
  'more-than-owed': {
    rule: 'R-36',
    alsoBy: ['R-98'],
    message:
      'The payments exceed the price {price} by {overpaid}: what is over is taken where it is marked to be returned.',
    next: 'Check the amount; where more was paid indeed, mark it to be returned.',
  },
  'payment-reference-repeated': {
    rule: null,
    message: 'A payment with this reference is entered for {paidOn} already: say why this is another one.',
    next: 'Compare the payment documents; where this is another payment, enter why.',
  },
  'no-payment-to-reverse': {
    rule: null,
    message: 'No payment counts that could be reversed.',
    next: 'Look in the case which payments count; those that were reversed count no more.',
  },
  'payment-not-there': {
    rule: null,
    message: 'The entry {payment} of the case is no payment.',
    next: 'Name the number of the entry by which the payment was recorded.',
  },
  'payment-already-reversed': {
    rule: null,
    message: 'This payment is reversed already.',
    next: 'Nothing is left to do for this payment; where it was made after all, enter it anew.',
  },
  'reversal-without-reason': {
    rule: null,
    message: 'A reversal says why the payment does not count.',
    next: 'Say why the payment does not count.',
  },
} as const satisfies RefusalCatalogue;
