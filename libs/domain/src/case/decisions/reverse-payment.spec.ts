import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../duties/duties.js';
import {
  eventsOf,
  eventsTo,
  given,
  gratuitousPath,
  pathTo,
  recordPayment,
  reversePayment,
  sampleIins,
} from '../../testing/index.js';

const paid = eventsTo('PAID');

describe('the reversal of a payment (R-36, para 8)', () => {
  it('takes it back with the reason, and opens the case again', () => {
    const story = given(paid).when(reversePayment());
    expect(story.events).toEqual([
      {
        type: 'PaymentReversed',
        data: {
          at: '2025-04-11T12:00:00+05:00',
          payment: 12,
          amount: 125_000_000,
          paidOn: '2025-04-10',
          reversedOn: '2025-04-11',
          reason: 'The bank took it back',
          reversedBy: 'officer',
          applicantIin: sampleIins.adult,
        },
      },
      {
        type: 'CaseReopened',
        data: {
          at: '2025-04-11T12:00:00+05:00',
          cause: 'PAYMENT_TAKEN_BACK',
          complaintId: null,
          carryOutBy: null,
          reopenedOn: '2025-04-11',
        },
      },
    ]);
    expect(story.state).toMatchObject({ status: 'AGREEMENT_CONCLUDED', outcome: null });
    expect(story.state.payment).toMatchObject({ paid: 0, outstanding: 125_000_000, lastPaidOn: null, days: {} });
    const owed = dutiesOf(story.state).find(({ rule }) => rule === 'R-36');
    expect([owed?.status, owed?.dischargedOn]).toEqual(['OPEN', null]);
  });

  it('leaves the case closed where the price is complete without it', () => {
    const again = recordPayment({
      paidOn: '2025-04-11',
      reference: 'PAY-2',
      overpayment: 'TO_BE_RETURNED',
      at: '2025-04-11T11:00:00+05:00',
    });
    const twice = eventsOf([...pathTo('PAID'), again]);
    const story = given(twice).when(reversePayment());
    story.gives('PaymentReversed');
    expect([story.state.status, story.state.dates.PaymentReceived]).toEqual(['PAID', '2025-04-11']);
  });

  it('is paid again afterwards', () => {
    const open = [...paid, ...given(paid).when(reversePayment()).events];
    const story = given(open).when(recordPayment({ paidOn: '2025-04-10', at: '2025-04-12T12:00:00+05:00' }));
    story.gives('PaymentReceived', 'CaseClosed');
  });

  it('is of a payment that counts, with a reason, once', () => {
    given(paid)
      .when(reversePayment({ reason: ' ' }))
      .isRefused('reversal-without-reason');
    given(paid)
      .when(reversePayment({ payment: 3 }))
      .isRefused('payment-not-there', { payment: 3 });
    given(eventsTo('AGREEMENT_CONCLUDED')).when(reversePayment()).isRefused('no-payment-to-reverse');
    const two = eventsOf([...pathTo('AGREEMENT_CONCLUDED'), recordPayment({ amount: 1 })]);
    const more = [...two, ...given(two).when(recordPayment({ amount: 2, reference: 'PAY-2' })).events];
    const once = [...more, ...given(more).when(reversePayment()).events];
    given(once).when(reversePayment()).isRefused('payment-already-reversed', { payment: 12 });
  });

  it('is not earlier than the payment', () =>
    given(paid)
      .when(reversePayment({ at: '2025-04-09T12:00:00+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-04-09T12:00:00+05:00', notBefore: '2025-04-10' }));

  it('has no place where nothing is paid', () => {
    given(eventsOf(gratuitousPath)).when(reversePayment()).isRefused('case-closed', { status: 'CONCLUDED' });
    given(eventsTo('DECIDED')).when(reversePayment()).isRefused('agreement-not-concluded', { status: 'DECIDED' });
  });
});
