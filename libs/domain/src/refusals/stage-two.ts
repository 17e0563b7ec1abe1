import type { RefusalCatalogue } from '../refusal.js';
import { goOn } from './words/go-on.js';

/** Examination, commission, hearing and decision. */
export const stageTwoRefusals = {
  'already-examined': {
    rule: null,
    message: 'Compliance has been examined already.',
    next: goOn.en,
  },
  'not-examined': {
    rule: 'R-42',
    message: 'Compliance with the law has not been examined.',
    next: 'Examine compliance first, and record it.',
  },
  'remarks-missing': {
    rule: 'R-75',
    message: 'Remarks say what is wrong with the documents: at least one, and none empty.',
    next: 'Enter each remark in words.',
  },
  'remarks-not-raised': {
    rule: 'R-75',
    message: 'A preliminary decision to refuse rests on remarks to the documents, and none have been raised.',
    next: 'Raise reasoned remarks on the documents first.',
  },
  'preliminary-refusal-missing': {
    rule: 'R-75',
    message: 'The recipient has not been notified of a preliminary decision to refuse.',
    next: 'Notify the recipient of the preliminary decision first, with the time and place of the hearing.',
  },
  'hearing-place-missing': {
    rule: 'R-76',
    message: 'The notice says where the hearing takes place.',
    next: 'Enter the place of the hearing.',
  },
  'hearing-before-notice': {
    rule: 'R-76',
    message: 'The hearing takes place after the recipient has received the notice of it.',
    next: 'Set the hearing for a time after the receipt of the notice.',
  },
  'objection-empty': {
    rule: null,
    message: 'An objection says what is objected.',
    next: 'Enter what the recipient objects.',
  },
  'hearing-already-held': {
    rule: null,
    message: 'The hearing has been held: the commission decides on its results.',
    next: 'Go on to the decision of the commission on the results of the hearing; where the record of it is wrong, have it corrected.',
  },
  'hearing-before-its-time': {
    rule: 'R-76',
    message: 'A hearing is not held before the time of which the recipient was notified, {scheduledFor}.',
    next: 'Hold the hearing at that time or later, or check the time that you entered.',
  },
  'minutes-missing': {
    rule: 'R-79',
    message: 'Of a hearing at which the recipient appeared, minutes are kept.',
    next: 'Add the minutes of the hearing.',
  },
  'minutes-incomplete': {
    rule: 'R-79',
    message: 'The minutes lack what they must hold: {missing}.',
    next: 'Complete the minutes.',
  },
  'minutes-times-wrong': {
    rule: 'R-79',
    message:
      'By its minutes the hearing started on its day, not before its time, and ended after it started and before it is entered.',
    next: 'Compare the times with the minutes and the notice.',
  },
  'non-appearance-not-recorded': {
    rule: 'R-79',
    message: 'Where the recipient did not appear, a note says how that was recorded.',
    next: 'Add a note of how the non-appearance was recorded.',
  },
  'commission-already-formed': {
    rule: null,
    message:
      'The composition of the commission has been formed already. Until it decides it may be formed anew: say the reason.',
    next: 'Say why it is formed anew; once it has decided, its composition stays.',
  },
  'commission-not-formed': {
    rule: 'R-43',
    message: 'There is no vote without a composition of the commission.',
    next: 'Form the composition of the commission first.',
  },
  'commission-member-repeated': {
    rule: null,
    message: 'A person is named more than once in the composition.',
    next: 'Name each member once.',
  },
  'commission-too-small': {
    rule: null,
    message: 'The composition has fewer members than the {least} it must have.',
    next: 'Name more members.',
  },
  'chair-not-a-member': {
    rule: null,
    message: 'The chair is one of the members.',
    next: 'Name one of the members as the chair.',
  },
  'secretary-not-a-member': {
    rule: null,
    message: 'The secretary is one of the members.',
    next: 'Name one of the members as the secretary.',
  },
  'already-decided': {
    rule: null,
    message: 'The commission has decided already.',
    next: goOn.en,
  },
  'not-a-member': {
    rule: 'R-44',
    message: 'Only members of the commission vote.',
    next: 'Enter the votes of the members alone.',
  },
  'vote-repeated': { rule: null, message: 'Each member has one vote.', next: 'Enter one vote for each member.' },
  'conflicted-member-voted': {
    rule: null,
    message: "Members with a conflict of interest recuse themselves (by the provider's regulation).",
    next: 'Enter these members as recused.',
  },
  'abstention-not-allowed': {
    rule: null,
    message: 'The rules of this commission, set by the provider, allow no abstention.',
    next: 'Have the member vote for or against.',
  },
  'no-quorum': {
    rule: null,
    message: 'Too few members took part in the vote; those who recused themselves do not count.',
    next: 'Call the commission again with enough members.',
  },
  'not-adopted': {
    rule: 'R-44',
    message: 'Too few of the votes cast are for the decision: {for} for, {against} against; a tie does not adopt it.',
    next: 'Record the decision that the votes bear, or put the question to the vote again.',
  },
  'hearing-not-held': {
    rule: 'R-79',
    message: 'There is no refusal without a hearing, and none is on file.',
    next: 'Hold the hearing first, and record it with its minutes.',
  },
  'ground-not-provided': {
    rule: 'R-72',
    message: 'A refusal rests on one of the three grounds of item 9, and on no other.',
    next: 'Name one of the three grounds of item 9.',
  },
  'ground-without-refusal': {
    rule: null,
    message: 'A decision to privatize has no ground of refusal.',
    next: 'Leave the ground out.',
  },
  'refusal-not-reasoned': {
    rule: 'R-81',
    message: 'A refusal is reasoned: it states the facts and the reasons, here without {missing}.',
    next: 'Add what is missing.',
  },
  'ground-not-as-notified': {
    rule: 'R-76',
    message: 'The ground is not the one of which the recipient was notified and could give a position on.',
    next: 'Refuse on the ground of the notice, or decide to privatize.',
  },
  'act-too-early': {
    rule: 'R-77',
    message:
      'The recipient is notified at least three working days before the act: it may be adopted from {actNotBefore} on.',
    next: 'Adopt the refusal on that day or later.',
  },
  'price-on-refusal': { rule: null, message: 'A refusal states no price.', next: 'Leave the price out.' },
  'price-basis-missing': {
    rule: 'R-98',
    message: 'A decision on redemption states the residual value and what it rests on.',
    next: 'Add the residual value and the valuation that it rests on.',
  },
  'price-basis-not-positive': {
    rule: null,
    message: 'The residual value is a positive amount of whole tiyn.',
    next: 'Enter the residual value of the valuation, in tenge with two decimals.',
  },
  'valuation-in-future': {
    rule: null,
    message: 'The valuation cannot be later than the decision that rests on it.',
    next: 'Check the day of the valuation.',
  },
  'not-decided': {
    rule: 'R-46',
    message: 'There is no decision of the commission to sign.',
    next: 'Record the decision of the commission first.',
  },
  'decision-already-signed': {
    rule: null,
    message: 'The decision has been signed already.',
    next: goOn.en,
  },
  'decision-not-signed': {
    rule: 'R-46',
    message: 'The decision has not been registered and signed.',
    next: 'Register and sign the decision first.',
  },
  'examiner-may-not-sign': {
    rule: null,
    message: 'Who examined the case may not sign its decision.',
    next: 'Have somebody sign who did not examine the case.',
  },
  'commission-not-formed-before': {
    rule: null,
    message: 'A reason is given where a commission is formed anew, and none has been formed before: leave it out.',
    next: 'Leave the reason out.',
  },
  'chair-is-secretary': {
    rule: null,
    message: 'The chair is not the secretary as well (by the rules of this installation): name two members.',
    next: 'Name one member as the chair and another one as the secretary.',
  },
} as const satisfies RefusalCatalogue;
