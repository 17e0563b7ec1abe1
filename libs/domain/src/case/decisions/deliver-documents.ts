import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { DeliverDocuments } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';

/** The State Corporation hands the documents to the provider, after the receipt (R-18, para 4; R-19, para 5). */
export const deliverDocuments = (
  { at, deliveryNumber }: DeliverDocuments,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  const { channel, zone } = state.application;
  if (channel !== 'STATE_CORPORATION') throw refuse('delivery-only-from-state-corporation', { channel });
  if (state.receiptNumber === null) throw refuse('receipt-missing');
  if (state.deliveryNumber !== null) throw refuse('already-delivered', { deliveryNumber: state.deliveryNumber });

  return [{ type: 'DocumentsDelivered', data: { at, deliveryNumber, deliveredOn: localDateOf(at, zone) } }];
};
