import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { RegisterApplication } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';

/**
 * The provider registers the application (R-15, para 4). From the State Corporation it comes with a receipt issued and
 * the documents delivered; from the portal it is simply there. Registered before the day of acceptance, it
 * counts as registered on that day.
 */
export const registerApplication = (
  { at, registrationNumber }: RegisterApplication,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  if (state.status !== 'SUBMITTED') throw refuse('already-registered', { status: state.status });
  const { channel, zone, acceptedOn } = state.application;
  if (channel === 'STATE_CORPORATION') assertHandedOver(state);

  const today = localDateOf(at, zone);
  const registeredOn = today < acceptedOn ? acceptedOn : today;
  return [{ type: 'ApplicationRegistered', data: { at, registrationNumber, registeredOn } }];
};

const assertHandedOver = ({ receiptNumber, deliveryNumber }: SubmittedCase): void => {
  if (receiptNumber === null) throw refuse('receipt-missing');
  if (deliveryNumber === null) throw refuse('not-delivered');
};
