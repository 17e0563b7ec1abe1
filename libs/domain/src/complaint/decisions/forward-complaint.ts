import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertAfter, assertNotSettled } from '../complaint-gates.js';
import type { ForwardComplaint } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { type FiledComplaint, isToBeForwarded } from '../complaint.state.js';

/**
 * Sends a complaint lodged with the provider to the body that considers it (R-84, para 12); late, where it is late.
 * Throws `forwarding-not-needed`, `complaint-settled`, `already-forwarded`.
 */
export const forwardComplaint = (command: ForwardComplaint, state: FiledComplaint): readonly ComplaintEvent[] => {
  const { at, by, forwardingNumber } = command;
  const { filing, dates } = state;
  const { addressee, lodgedWith, zone } = filing;
  if (!isToBeForwarded(filing)) throw refuse('forwarding-not-needed', { addressee, lodgedWith });
  assertNotSettled(state);
  if (dates.ComplaintForwarded !== undefined)
    throw refuse('already-forwarded', { forwardedOn: dates.ComplaintForwarded });
  assertAfter(at, state, 'ComplaintFiled');
  const forwardedOn = localDateOf(at, zone);
  return [
    {
      type: 'ComplaintForwarded',
      data: { at, forwardingNumber, forwardedTo: addressee, forwardedOn, forwardedBy: by },
    },
  ];
};
