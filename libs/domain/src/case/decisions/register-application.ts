import { localDateOf } from '../../calendar/zones.js';
import { assertNoIin } from '../../identity/assert-no-iin.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertSignedBy, assertSignedFrom, edsNoticeOf } from '../act-moment.js';
import type { RegisterApplication } from '../case.commands.js';
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

  decide: (command, state, settings) => {
    const { at, registrationNumber, eds } = command;
    const { zone, acceptedOn } = state.application;
    together(
      () => assertNoIin('registrationNumber', registrationNumber),
      () => assertNoticeSigned(command, state.application),
    );
    const today = localDateOf(at, zone);
    const registeredOn = today < acceptedOn ? acceptedOn : today;
    const edsNotice = edsNoticeOf(command, state, settings);
    return [{ type: 'ApplicationRegistered', data: { at, registrationNumber, registeredOn, eds, edsNotice } }];
  },
};

const assertNoticeSigned = (command: RegisterApplication, application: ApplicationState): void => {
  const { eds } = command;
  if (eds === null) {
    if (isElectronic(application)) throw refuse('provider-eds-missing');
    return;
  }
  together(
    () => assertSignedBy(eds, command),
    () => assertSignedFrom(eds, application.submittedAt),
  );
};

/** The first versions took applications on the portal that said they were on paper. */
const isElectronic = ({ medium, channel }: ApplicationState): boolean =>
  medium === 'ELECTRONIC' || channel === 'PORTAL';

const assertHandedOver = ({ receiptNumber, deliveryNumber }: SubmittedCase): void => {
  if (receiptNumber === null) throw refuse('receipt-missing');
  if (deliveryNumber === null) throw refuse('not-delivered');
};
