import type { RefusalCatalogue } from '../refusal.js';

/** The transfer into the communal stock, and what the registers say of the dwelling. */
export const transferRefusals = {
  'received-in-future': { rule: 'R-47', message: 'Information cannot have been received later than it is entered.' },
  'rights-information-missing': {
    rule: 'R-47',
    message: 'The registered rights and technical characteristics of the dwelling have not been received.',
  },
  'rights-information-before-title': {
    rule: 'R-52',
    message: 'No information on rights has been received since the title was registered on {registeredOn}.',
  },
  'nothing-to-transfer': {
    rule: 'R-29',
    message: 'The dwelling stands in the communal stock already: on the communal route nothing is transferred.',
  },
  'not-a-republican-dwelling': {
    rule: 'R-53',
    message: 'Only a dwelling of a republican entity is transferred by petition and decision on state property.',
  },
  'petition-already-sent': { rule: 'R-53', message: 'The petition has been sent already.' },
  'petition-not-sent': { rule: 'R-53', message: 'The akim has not sent the petition.' },
  'industry-consent-already-given': {
    rule: 'R-54a',
    message: 'The authorized body of the industry has agreed already.',
  },
  'industry-consent-missing': {
    rule: 'R-54a',
    message: 'The authorized body of the industry has not agreed to the decision.',
  },
  'state-property-already-decided': { rule: 'R-54', message: 'The decision on state property has been made already.' },
  'state-property-not-decided': {
    rule: 'R-54',
    message: 'The authorized body for state property has not decided the transfer.',
  },
  'side-already-signed': { rule: 'R-49', message: 'This side has signed the transfer deed already.' },
  'deed-already-signed': { rule: 'R-49', message: 'Both sides have signed the transfer deed already.' },
  'deed-not-signed': { rule: 'R-50', message: 'A deed is approved once both sides have signed it.' },
  'side-does-not-approve': {
    rule: 'R-50',
    message: 'On this route the deed is approved for {sides} alone.',
  },
  'may-not-approve': { rule: 'R-50', message: 'For this side a deed is approved by {approvers}, and by nobody else.' },
  'side-already-approved': { rule: 'R-57', message: 'This side has approved the transfer deed already.' },
  'deed-already-approved': { rule: 'R-50', message: 'The transfer deed has been approved already.' },
  'deed-not-approved': { rule: 'R-51', message: 'No title is registered before the transfer deed is approved.' },
  'title-already-registered': { rule: 'R-51', message: 'The title has been registered already.' },
  'title-not-registered': {
    rule: 'R-30',
    message: 'There is no agreement before the title is registered in communal ownership.',
  },
} as const satisfies RefusalCatalogue;
