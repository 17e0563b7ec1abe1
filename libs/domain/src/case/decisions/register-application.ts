import { localDateOf } from '../../calendar/zones.js';
import { knownAcceptance } from '../../duties/known-acceptance.js';
import { refuse } from '../../refusals/refuse.js';
import { assertSignedBy } from '../act-moment.js';
import type { ApplicationState, SubmittedCase } from '../case.state.js';
import type { Step } from '../step.js';

/**
 * The provider registers the application (R-15, para 4). From the State Corporation it comes with a receipt issued and
 * the documents delivered; from the portal it is simply there. Registered before the day of acceptance, it
 * counts as registered on that day. An electronic notice of acceptance carries the provider's signature.
 */
export const registerApplication: Step<'RegisterApplication'> = {
  beforeAcceptance: true,
  gate: (state) => {
    if (state.status !== 'SUBMITTED') throw refuse('already-registered', { status: state.status });
    if (state.application.channel === 'STATE_CORPORATION') assertHandedOver(state);
  },

  decide: (command, state, { calendars }) => {
    const { application } = knownAcceptance(state, calendars);
    const { at, registrationNumber, eds } = command;
    const { zone, acceptedOn } = application;
    if (eds !== null) assertSignedBy(eds, command);
    else if (isElectronic(application)) throw refuse('provider-eds-missing');
    const today = localDateOf(at, zone);
    const registeredOn = today < acceptedOn ? acceptedOn : today;
    return [{ type: 'ApplicationRegistered', data: { at, registrationNumber, registeredOn, eds } }];
  },
};

/** The first versions took applications on the portal that said they were on paper. */
const isElectronic = ({ medium, channel }: ApplicationState): boolean =>
  medium === 'ELECTRONIC' || channel === 'PORTAL';

const assertHandedOver = ({ receiptNumber, deliveryNumber }: SubmittedCase): void => {
  if (receiptNumber === null) throw refuse('receipt-missing');
  if (deliveryNumber === null) throw refuse('not-delivered');
};
