import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { Step } from '../step.js';

/** The State Corporation hands the documents to the provider, after the receipt (R-18, para 4; R-19, para 5). */
export const deliverDocuments: Step<'DeliverDocuments'> = {
  beforeAcceptance: true,
  gate: ({ application: { channel }, receiptNumber, deliveryNumber }) => {
    if (channel !== 'STATE_CORPORATION') throw refuse('delivery-only-from-state-corporation', { channel });
    if (receiptNumber === null) throw refuse('receipt-missing');
    if (deliveryNumber !== null) throw refuse('already-delivered');
  },

  decide: ({ at, deliveryNumber }, { application: { zone } }) => [
    { type: 'DocumentsDelivered', data: { at, deliveryNumber, deliveredOn: localDateOf(at, zone) } },
  ],
};
