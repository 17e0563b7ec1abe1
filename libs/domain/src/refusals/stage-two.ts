import type { RefusalCatalogue } from '../refusal.js';

/** Examination, commission, hearing and decision. */
export const stageTwoRefusals = {
  'already-examined': { rule: 'R-42', message: 'Compliance has been examined already.' },
  'not-examined': { rule: 'R-42', message: 'Compliance with the law has not been examined.' },
  'remarks-missing': {
    rule: 'R-75',
    message: 'Remarks say what is wrong with the documents: at least one, and none empty.',
  },
  'remarks-not-raised': {
    rule: 'R-75',
    message: 'A preliminary decision to refuse rests on remarks to the documents, and none have been raised.',
  },
  'preliminary-refusal-missing': {
    rule: 'R-75',
    message: 'The recipient has not been notified of a preliminary decision to refuse.',
  },
  'hearing-place-missing': { rule: 'R-76', message: 'The notice says where the hearing takes place.' },
  'hearing-before-notice': {
    rule: 'R-76',
    message: 'The hearing takes place after the recipient has received the notice of it.',
  },
  'objection-empty': { rule: 'R-78', message: 'An objection says what is objected.' },
  'hearing-already-held': {
    rule: 'R-80',
    message: 'The hearing has been held: the commission decides on its results.',
  },
  'hearing-before-its-time': {
    rule: 'R-76',
    message: 'A hearing is not held before the time of which the recipient was notified, {scheduledFor}.',
  },
  'minutes-missing': { rule: 'R-79', message: 'Of a hearing at which the recipient appeared, minutes are kept.' },
  'minutes-incomplete': { rule: 'R-79', message: 'The minutes lack what they must hold: {missing}.' },
  'minutes-times-wrong': {
    rule: 'R-79',
    message:
      'By its minutes the hearing started on its day, not before its time, and ended after it started and before it is entered.',
  },
  'non-appearance-not-recorded': {
    rule: 'R-79',
    message: 'Where the recipient did not appear, a note says how that was recorded.',
  },
  'commission-already-formed': { rule: 'R-43', message: 'The composition of the commission has been formed already.' },
  'commission-not-formed': { rule: 'R-43', message: 'There is no vote without a composition of the commission.' },
  'commission-member-repeated': { rule: 'R-43', message: 'A person is named more than once in the composition.' },
  'commission-too-small': { rule: 'R-43', message: 'The composition has fewer members than the {least} it must have.' },
  'chair-not-a-member': { rule: 'R-43', message: 'The chair is one of the members.' },
  'secretary-not-a-member': { rule: 'R-43', message: 'The secretary is one of the members.' },
  'already-decided': { rule: 'R-44', message: 'The commission has decided already.' },
  'not-a-member': { rule: 'R-44', message: 'Only members of the commission vote.' },
  'vote-repeated': { rule: 'R-44', message: 'Each member has one vote.' },
  'conflicted-member-voted': {
    rule: 'R-44',
    message: "Members with a conflict of interest recuse themselves (by the provider's regulation).",
  },
  'abstention-not-allowed': {
    rule: 'R-44',
    message: 'The rules of this commission, set by the provider, allow no abstention.',
  },
  'no-quorum': {
    rule: 'R-44',
    message: 'Too few members took part in the vote; those who recused themselves do not count.',
  },
  'not-adopted': {
    rule: 'R-44',
    message: 'Too few of the votes cast are for the decision: {for} for, {against} against; a tie does not adopt it.',
  },
  'hearing-not-held': { rule: 'R-79', message: 'There is no refusal without a hearing, and none is on file.' },
  'ground-not-provided': {
    rule: 'R-72',
    message: 'A refusal rests on one of the three grounds of item 9, and on no other.',
  },
  'ground-without-refusal': { rule: 'R-81', message: 'A decision to privatize has no ground of refusal.' },
  'refusal-not-reasoned': {
    rule: 'R-81',
    message: 'A refusal is reasoned: it states the facts and the reasons, here without {missing}.',
  },
  'ground-not-as-notified': {
    rule: 'R-76',
    message: 'The ground is not the one of which the recipient was notified and could give a position on.',
  },
  'act-too-early': {
    rule: 'R-77',
    message:
      'The recipient is notified at least three working days before the act: it may be adopted from {actNotBefore} on.',
  },
  'price-on-refusal': { rule: 'R-98', message: 'A refusal states no price.' },
  'price-basis-missing': {
    rule: 'R-98',
    message: 'A decision on redemption states the residual value and what it rests on.',
  },
  'price-basis-not-positive': { rule: 'R-98', message: 'The residual value is a positive amount of whole tiyn.' },
  'valuation-in-future': { rule: 'R-98', message: 'The valuation cannot be later than the decision that rests on it.' },
  'not-decided': { rule: 'R-46', message: 'There is no decision of the commission to sign.' },
  'decision-already-signed': { rule: 'R-46', message: 'The decision has been signed already.' },
  'decision-not-signed': { rule: 'R-46', message: 'The decision has not been registered and signed.' },
  'examiner-may-not-sign': {
    rule: 'R-46',
    message: 'Who examined the case may not sign its decision (a guard of ours).',
  },
} as const satisfies RefusalCatalogue;
