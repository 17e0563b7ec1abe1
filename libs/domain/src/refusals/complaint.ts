import type { RefusalCatalogue } from '../refusal.js';

/** Complaints. */
export const complaintRefusals = {
  'complaint-already-filed': {
    rule: null,
    message: 'This complaint has been filed already.',
    next: 'Go on with the complaint that is there.',
  },
  'complaint-not-filed': { rule: null, message: 'There is no complaint to act on.', next: 'File the complaint first.' },
  'contested-moment-missing': {
    rule: null,
    message: 'A decision or action is named by its day, an inaction by the rule of the duty that was not kept.',
    next: 'Name the day of the decision or action, or the rule of the duty.',
  },
  'contested-rule-unknown': {
    rule: null,
    message: 'The Order has no rule of this number.',
    next: 'Name the duty by its number in the list of duties of the case, as R-27.',
  },
  'learned-in-future': {
    rule: null,
    message: 'What is contested came before the complainant learned of it, and that before the complaint.',
    next: 'Check the days: of what is contested, of learning of it, and of the complaint.',
  },
  'inaction-of-another': {
    rule: 'R-83',
    message: 'The duty of {rule} is not owed by the service provider: only its inaction is complained of here.',
    next: 'Refer the complainant to the body that owes it, or name a duty of the provider.',
  },
  'inaction-not-owed': {
    rule: 'R-83',
    message: 'The duty of {rule} is not owed in this case, or not yet: there is no silence to complain of.',
    next: 'Name a duty from the list of the case that was not kept, or a decision or action by its day.',
  },
  'inaction-not-overdue': {
    rule: 'R-83',
    message: 'The duty of {rule} has not been missed: silence counts as a refusal from the end of {due} on.',
    next: 'Take the complaint where that day ends without the duty being kept, or name what else is contested.',
  },
  'another-body-considers': {
    rule: 'R-83',
    message: 'The complaint is addressed to another body, which alone considers it: {addressee}.',
    next: 'Leave the complaint to that body.',
  },
  'own-act-complained-of': {
    rule: null,
    message: 'Who acted on the case may not decide a complaint about it.',
    next: 'Have somebody decide who did not act on the case.',
  },
  'lodged-elsewhere': {
    rule: 'R-84',
    message: 'A complaint is lodged with the provider or with the body that it is addressed to.',
    next: 'Enter where the complaint was lodged: with the provider or with its addressee.',
  },
  'forwarding-not-needed': {
    rule: 'R-84',
    message: 'The provider sends on what was lodged with it and is addressed to another body; this is not.',
    next: 'Have the body to which it is addressed register and consider it.',
  },
  'already-forwarded': {
    rule: null,
    message: 'The complaint was sent to the considering body on {forwardedOn}.',
    next: 'Leave the complaint to the considering body.',
  },
  'complaint-not-forwarded': {
    rule: 'R-84',
    message: 'The provider has not sent the complaint to the body that considers it.',
    next: 'Have the provider send it on first, with the case.',
  },
  'favourable-act-partial': {
    rule: 'R-85',
    message: 'An act that meets the demands in part only does not keep the complaint from being sent on.',
    next: 'Send the complaint on, or meet the demands in full.',
  },
  'favourable-act-too-late': {
    rule: 'R-85',
    message: 'The complaint could be kept back until {until}, three working days after its receipt; it is sent on now.',
    next: 'Send the complaint on.',
  },
  'complaint-settled': {
    rule: 'R-85',
    message: 'The provider met the demands in full on {adoptedOn}.',
    next: 'Nothing is left to do for this complaint.',
  },
  'complaint-already-registered': {
    rule: null,
    message: 'The complaint was registered on {registeredOn}.',
    next: 'Go on with the complaint as it stands.',
  },
  'complaint-not-registered': {
    rule: 'R-86',
    message: 'The complaint has not been registered by the body that considers it.',
    next: 'Register the complaint first.',
  },
  'complaint-already-decided': {
    rule: null,
    message: 'The complaint was decided on {decidedOn}.',
    next: 'Carry the decision out; who disagrees goes to the court.',
  },
  'complaint-reasons-missing': {
    rule: null,
    message: 'A decision on a complaint gives its reasons.',
    next: 'State the reasons of the decision.',
  },
  'complaint-effect-mismatch': {
    rule: null,
    message: 'Demands that are met say what follows for the case; a dismissal leaves the case as it is.',
    next: 'State what the provider has to do where demands are met, and nothing where they are not.',
  },
  'already-extended': {
    rule: 'R-89',
    message: 'The term is extended once, and was on {extendedOn}.',
    next: 'Decide within the extended term.',
  },
  'extension-too-long': {
    rule: 'R-89',
    message: 'The term is extended by one to ten working days.',
    next: 'Extend the term by at most ten working days.',
  },
  'extension-too-late': {
    rule: 'R-89',
    message: 'The term ended on {due} and cannot be extended any more.',
    next: 'Decide the complaint now.',
  },
  'term-not-extended': {
    rule: null,
    message: 'There is no extension to inform the complainant of.',
    next: 'Extend the term first, where it needs to be.',
  },
  'extension-notice-already-sent': {
    rule: null,
    message: 'The complainant was informed on {sentOn}.',
    next: 'Decide within the extended term.',
  },
  'extension-notice-medium': {
    rule: 'R-91',
    message: 'A complaint on paper is answered in writing, an electronic one electronically; this one is {complaint}.',
    next: 'Inform the complainant in the same form as the complaint.',
  },
  'extension-reasons-missing': {
    rule: 'R-92',
    message: 'An extension gives its reasons.',
    next: 'State the reasons of the extension.',
  },
  'complaint-duty-not-overdue': {
    rule: null,
    message: 'The complaint has no duty of {rule} whose day is over and that was not kept.',
    next: 'Wait until the day of the duty is over.',
  },
  'court-before-complaint': {
    rule: 'R-93',
    message:
      'The complaint comes before the court: it is neither decided nor overdue, and no law is named that allows it.',
    next: 'Wait for the decision on the complaint or the end of its term, or name the law that opens the court.',
  },
  'court-appeal-already-filed': {
    rule: null,
    message: 'The appeal to the court was filed on {filedOn}.',
    next: 'Record the ruling of the court once it is there.',
  },
  'court-appeal-missing': {
    rule: null,
    message: 'There is no appeal to a court to rule on.',
    next: 'Record the appeal to the court first.',
  },
  'no-order-without-day': {
    rule: null,
    message: 'There is no order to decide anew without a day: none was made, or its day is named.',
    next: 'Look in the list of orders without a day for those that need one.',
  },
  'carry-out-day-without-reason': {
    rule: null,
    message: 'Who names a day afterwards says why it is this one.',
    next: 'Say in a few words what the day rests on.',
  },
  'carry-out-day-mismatch': {
    rule: null,
    message:
      'Who has the case decided anew names the day by which that is done, later than {decidedOn}; for all else no day is named.',
    next: 'Name a later day where the case is decided anew, and leave it out otherwise.',
  },
} as const satisfies RefusalCatalogue;
