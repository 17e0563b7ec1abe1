import { describe, expect, it } from '@jest/globals';
import { deliverDocuments, eventsOf, eventsTo, given, issueReceipt, submitApplication } from '../../testing/index.js';

const submitted = [submitApplication({ channel: 'STATE_CORPORATION' })];
const withReceipt = eventsOf([...submitted, issueReceipt()]);

describe('the delivery by the State Corporation (R-18, para 4)', () => {
  it('hands the documents to the provider, on a local day', () =>
    expect(given(withReceipt).when(deliverDocuments({ at: '2025-03-03T20:00:00Z' })).events).toEqual([
      {
        type: 'DocumentsDelivered',
        data: { at: '2025-03-03T20:00:00Z', deliveryNumber: 'DL-1', deliveredOn: '2025-03-04' },
      },
    ]));

  it('follows the receipt (R-19, para 5)', () =>
    given(eventsOf(submitted)).when(deliverDocuments()).isRefused('receipt-missing'));

  it('is made once', () =>
    given(eventsOf([...submitted, issueReceipt(), deliverDocuments()]))
      .when(deliverDocuments({ deliveryNumber: 'DL-2' }))
      .isRefused('already-delivered', {}));

  it('has no place where the application came by the portal', () =>
    given(eventsTo('SUBMITTED'))
      .when(deliverDocuments())
      .isRefused('delivery-only-from-state-corporation', { channel: 'PORTAL' }));
});
