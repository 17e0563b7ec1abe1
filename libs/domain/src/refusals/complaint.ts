import type { RefusalCatalogue } from '../refusal.js';

/** Complaints. */
export const complaintRefusals = {
  'complaint-already-filed': { rule: 'R-83', message: 'This complaint has been filed already.' },
  'complaint-not-filed': { rule: 'R-83', message: 'There is no complaint to act on.' },
  'contested-moment-missing': {
    rule: 'R-83',
    message: 'A decision or action is named by its day, an inaction by the rule of the duty that was not kept.',
  },
  'learned-in-future': {
    rule: 'R-83',
    message: 'What is contested came before the complainant learned of it, and that before the complaint.',
  },
  'inaction-of-another': {
    rule: 'R-83',
    message: 'The duty of {rule} is not owed by the service provider: only its inaction is complained of here.',
  },
  'inaction-not-overdue': {
    rule: 'R-83',
    message: 'The duty of {rule} has not been missed: silence counts as a refusal from the end of {due} on.',
  },
  'another-body-considers': {
    rule: 'R-83',
    message: 'The complaint is addressed to another body, which alone considers it: {addressee}.',
  },
  'own-act-complained-of': {
    rule: 'R-83',
    message: 'Who acted on the case may not decide a complaint about it (a guard of ours).',
  },
  'lodged-elsewhere': {
    rule: 'R-84',
    message: 'A complaint is lodged with the provider or with the body that it is addressed to.',
  },
  'forwarding-not-needed': {
    rule: 'R-84',
    message: 'The provider sends on what was lodged with it and is addressed to another body; this is not.',
  },
  'already-forwarded': { rule: 'R-84', message: 'The complaint was sent to the considering body on {forwardedOn}.' },
  'complaint-not-forwarded': {
    rule: 'R-84',
    message: 'The provider has not sent the complaint to the body that considers it.',
  },
  'favourable-act-partial': {
    rule: 'R-85',
    message: 'An act that meets the demands in part only does not keep the complaint from being sent on.',
  },
  'favourable-act-too-late': {
    rule: 'R-85',
    message: 'The complaint could be kept back until {until}, three working days after its receipt; it is sent on now.',
  },
  'complaint-settled': { rule: 'R-85', message: 'The provider met the demands in full on {adoptedOn}.' },
  'complaint-already-registered': { rule: 'R-86', message: 'The complaint was registered on {registeredOn}.' },
  'complaint-not-registered': {
    rule: 'R-86',
    message: 'The complaint has not been registered by the body that considers it.',
  },
  'complaint-already-decided': { rule: 'R-86', message: 'The complaint was decided on {decidedOn}.' },
  'complaint-reasons-missing': { rule: 'R-86', message: 'A decision on a complaint gives its reasons.' },
  'complaint-effect-mismatch': {
    rule: 'R-86',
    message: 'Demands that are met say what follows for the case; a dismissal leaves the case as it is.',
  },
  'already-extended': { rule: 'R-89', message: 'The term is extended once, and was on {extendedOn}.' },
  'extension-too-long': { rule: 'R-89', message: 'The term is extended by one to ten working days.' },
  'extension-too-late': { rule: 'R-89', message: 'The term ended on {due} and cannot be extended any more.' },
  'term-not-extended': { rule: 'R-90', message: 'There is no extension to inform the complainant of.' },
  'extension-notice-already-sent': { rule: 'R-90', message: 'The complainant was informed on {sentOn}.' },
  'extension-notice-medium': {
    rule: 'R-91',
    message: 'A complaint on paper is answered in writing, an electronic one electronically; this one is {complaint}.',
  },
  'extension-reasons-missing': { rule: 'R-92', message: 'An extension gives its reasons.' },
  'complaint-duty-not-overdue': {
    rule: 'R-83',
    message: 'The complaint has no duty of {rule} whose day is over and that was not kept.',
  },
  'court-before-complaint': {
    rule: 'R-93',
    message:
      'The complaint comes before the court: it is neither decided nor overdue, and no law is named that allows it.',
  },
  'court-appeal-already-filed': { rule: 'R-93', message: 'The appeal to the court was filed on {filedOn}.' },
  'court-appeal-missing': { rule: 'R-93', message: 'There is no appeal to a court to rule on.' },
} as const satisfies RefusalCatalogue;
