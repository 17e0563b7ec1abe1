import type { RefusalCatalogue } from '../refusal.js';
import { goOn } from './words/go-on.js';

/** The transfer into the communal stock, and what the registers say of the dwelling. */
export const transferRefusals = {
  'received-in-future': {
    rule: null,
    message: 'Information cannot have been received later than it is entered.',
    next: 'Enter the information once it has been received.',
  },
  'rights-information-missing': {
    rule: 'R-47',
    message: 'The registered rights and technical characteristics of the dwelling have not been received.',
    next: 'Obtain the information on rights and technical characteristics first, and record it.',
  },
  'rights-information-before-title': {
    rule: 'R-52',
    alsoBy: ['R-59'],
    message: 'No information on rights has been received since the title was registered on {registeredOn}.',
    next: 'Obtain the information on rights anew, and record it.',
  },
  'nothing-to-transfer': {
    rule: 'R-29',
    message: 'The dwelling stands in the communal stock already: on the communal route nothing is transferred.',
    next: 'Go on to the agreement.',
  },
  'not-a-republican-dwelling': {
    rule: 'R-53',
    message: 'Only a dwelling of a republican entity is transferred by petition and decision on state property.',
    next: 'Go on to the transfer deed.',
  },
  'petition-already-sent': {
    rule: null,
    message: 'The petition has been sent already.',
    next: goOn.en,
  },
  'petition-not-sent': {
    rule: 'R-53',
    message: 'The akim has not sent the petition.',
    next: 'Record the petition of the akim first.',
  },
  'industry-consent-already-given': {
    rule: null,
    message: 'The authorized body of the industry has agreed already.',
    next: goOn.en,
  },
  'industry-consent-missing': {
    rule: 'R-54a',
    message: 'The authorized body of the industry has not agreed to the decision.',
    next: 'Record the consent of the authorized body of the industry first.',
  },
  'state-property-already-decided': {
    rule: null,
    message: 'The decision on state property has been made already.',
    next: goOn.en,
  },
  'state-property-not-decided': {
    rule: 'R-54',
    message: 'The authorized body for state property has not decided the transfer.',
    next: 'Record the decision on state property first.',
  },
  'side-already-signed': {
    rule: null,
    message: 'This side has signed the transfer deed already.',
    next: 'Record the signature of the other side.',
  },
  'deed-already-signed': {
    rule: null,
    message: 'Both sides have signed the transfer deed already.',
    next: goOn.en,
  },
  'deed-not-signed': {
    rule: 'R-50',
    alsoBy: ['R-56'],
    message: 'A deed is approved once both sides have signed it.',
    next: 'Record the signatures of both sides first.',
  },
  'side-does-not-approve': {
    rule: 'R-50',
    message: 'On this route the deed is approved for {sides} alone.',
    next: 'Record the approval for the side that approves.',
  },
  'may-not-approve': {
    rule: 'R-50',
    alsoBy: ['R-56', 'R-57'],
    message: 'For this side a deed is approved by {approvers}, and by nobody else.',
    next: 'Have the deed approved by one of these.',
  },
  'side-already-approved': {
    rule: null,
    message: 'This side has approved the transfer deed already.',
    next: 'Record the approval for the other side, where it is still missing.',
  },
  'deed-already-approved': {
    rule: null,
    message: 'The transfer deed has been approved already.',
    next: goOn.en,
  },
  'deed-not-approved': {
    rule: 'R-51',
    alsoBy: ['R-58'],
    message: 'No title is registered before the transfer deed is approved.',
    next: 'Record the approval of the transfer deed first.',
  },
  'title-already-registered': {
    rule: null,
    message: 'The title has been registered already.',
    next: goOn.en,
  },
  'title-not-registered': {
    rule: 'R-30',
    alsoBy: ['R-32b'],
    message: 'There is no agreement before the title is registered in communal ownership.',
    next: 'Record the registration of the title first.',
  },
  'rights-information-before-filing': {
    rule: 'R-47',
    message:
      'The rights and characteristics are asked for this application: they are not older than its filing, {filedOn}.',
    next: 'Obtain the information anew, or check the day on which it was received.',
  },
} as const satisfies RefusalCatalogue;
