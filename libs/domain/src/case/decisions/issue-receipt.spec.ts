import { describe, expect, it } from '@jest/globals';
import { eventsOf, eventsTo, given, issueReceipt, submitApplication } from '../../testing/index.js';

const submitted = eventsOf([submitApplication({ channel: 'STATE_CORPORATION' })]);

describe('the receipt of the State Corporation (R-19, para 5)', () => {
  it('confirms what was accepted', () => {
    const story = given(submitted).when(issueReceipt());
    expect(story.events).toEqual([
      {
        type: 'ReceiptIssued',
        data: {
          at: '2025-03-03T10:10:00+05:00',
          receiptNumber: 'RC-1',
          identification: 'IDENTITY_DOCUMENT',
          copiesMade: true,
          originalsReturned: true,
        },
      },
    ]);
    expect(story.state.receiptNumber).toBe('RC-1');
  });

  it('is issued once copies have been made (R-23)', () =>
    given(submitted)
      .when(issueReceipt({ copiesMade: false }))
      .isRefused('copies-not-made'));

  it('is issued once the originals have been given back (R-24)', () =>
    given(submitted)
      .when(issueReceipt({ originalsReturned: false }))
      .isRefused('originals-not-returned'));

  it('tells how the recipient was identified (R-22)', () =>
    expect(given(submitted).when(issueReceipt({ identification: 'DIGITAL_DOCUMENT' })).events[0]?.data).toMatchObject({
      identification: 'DIGITAL_DOCUMENT',
    }));

  it('is issued once', () =>
    given([...submitted, ...given(submitted).when(issueReceipt()).events])
      .when(issueReceipt({ receiptNumber: 'RC-2' }))
      .isRefused('receipt-already-issued', {}));

  it('has no place where the application came by the portal', () =>
    given(eventsTo('SUBMITTED'))
      .when(issueReceipt())
      .isRefused('receipt-only-at-state-corporation', { channel: 'PORTAL' }));

  it('is not issued before the application was filed (R-10)', () =>
    given(submitted)
      .when(issueReceipt({ at: '2025-03-03T09:59:59+05:00' }))
      .isRefused('before-what-it-follows', {
        at: '2025-03-03T09:59:59+05:00',
        notBefore: '2025-03-03T10:00:00+05:00',
      }));

  it('needs an application (R-11)', () => given([]).when(issueReceipt()).isRefused('not-submitted'));
});
