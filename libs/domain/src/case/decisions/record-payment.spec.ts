import { describe, expect, it } from '@jest/globals';
import {
  caseAfter,
  eventsOf,
  eventsTo,
  given,
  gratuitousPath,
  instalmentsPath,
  pathTo,
  recordPayment,
  sampleIins,
  samplePrice,
  withdrawApplication,
} from '../../testing/index.js';

const concluded = eventsTo('AGREEMENT_CONCLUDED');

describe('a payment (R-36, para 8)', () => {
  it('of the whole price closes the case', () => {
    const story = given(concluded).when(recordPayment());
    expect(story.events).toEqual([
      {
        type: 'PaymentReceived',
        data: {
          at: '2025-04-10T10:00:00+05:00',
          amount: samplePrice,
          paidOn: '2025-04-10',
          reference: 'PAY-1',
          outstanding: 0,
          allocations: [],
          overpaid: 0,
          overpayment: null,
          repeatedBecause: null,
          applicantIin: null,
        },
      },
      { type: 'CaseClosed', data: { at: '2025-04-10T10:00:00+05:00', outcome: 'PAID' } },
    ]);
    expect(story.state).toMatchObject({ status: 'PAID', outcome: 'PAID' });
  });

  it('of a part leaves exactly the rest, to the tiyn', () => {
    const first = given(concluded).when(recordPayment({ amount: 33_333_333 }));
    expect(first.events[0]?.data).toMatchObject({ outstanding: 91_666_667, overpaid: 0 });
    const history = [...concluded, ...first.events];
    const another = (amount: number) => recordPayment({ amount, reference: 'PAY-2' });
    expect(given(history).when(another(91_666_666)).events[0]?.data).toMatchObject({
      outstanding: 1,
    });
    expect(given(history).when(another(91_666_667)).events[0]?.data).toMatchObject({
      outstanding: 0,
      overpaid: 0,
    });
  });

  it('above the price is taken where what is over is to be returned, and refused else', () => {
    const over = recordPayment({ amount: samplePrice + 7, overpayment: 'TO_BE_RETURNED' });
    expect(given(concluded).when(over).events[0]?.data).toMatchObject({ outstanding: 0, overpaid: 7 });
    given(concluded)
      .when({ ...over, overpayment: null })
      .isRefused('more-than-owed', { amount: '1250000.07', price: '1250000.00', overpaid: '0.07' });
  });

  it('of the same reference on the same day is asked about', () => {
    const first = given(concluded).when(recordPayment({ amount: 100 }));
    const history = [...concluded, ...first.events];
    const again = recordPayment({ amount: 200 });
    given(history)
      .when(again)
      .isRefused('payment-reference-repeated', { paidOn: '2025-04-10', payment: 12, amount: '1.00' });
    const told = given(history).when({ ...again, repeatedBecause: 'The bank numbers by day' });
    expect(told.events[0]?.data).toMatchObject({
      repeatedBecause: 'The bank numbers by day',
      applicantIin: sampleIins.adult,
    });
    given(history)
      .when({ ...again, paidOn: '2025-04-09' })
      .gives('PaymentReceived');
  });

  it('completes the price on the latest day of payment, in whatever order they were entered', () => {
    const later = given(concluded).when(recordPayment({ amount: 1, paidOn: '2025-04-09' }));
    const story = given([...concluded, ...later.events]).when(
      recordPayment({ amount: samplePrice - 1, paidOn: '2025-03-25' }),
    );
    expect(story.state.dates.PaymentReceived).toBe('2025-04-09');
    expect(later.state.dates.PaymentReceived).toBeUndefined();
  });

  it.each(['DECISION_SIGNED', 'AGREEMENT_OFFERED'] as const)('is not due while the case is %s', (status) =>
    given(eventsTo(status)).when(recordPayment()).isRefused('agreement-not-concluded', { status }),
  );

  it('is not earlier than the agreement', () => {
    given(concluded)
      .when(recordPayment({ paidOn: '2025-03-19' }))
      .isRefused('paid-before-agreement', { paidOn: '2025-03-19', concludedOn: '2025-03-20' });
    given(concluded)
      .when(recordPayment({ paidOn: '2025-03-20' }))
      .gives('PaymentReceived', 'CaseClosed');
  });

  it('is not later than the day on which it is entered, in the zone of the office', () => {
    const enteredAt = '2025-04-10T20:00:00Z';
    given(concluded)
      .when(recordPayment({ enteredAt, paidOn: '2025-04-12' }))
      .isRefused('paid-in-future', { paidOn: '2025-04-12', enteredOn: '2025-04-11' });
    given(concluded)
      .when(recordPayment({ enteredAt, paidOn: '2025-04-11' }))
      .gives('PaymentReceived', 'CaseClosed');
  });

  it.each([
    [0, '0.00'],
    [-1, '-1 tiyn'],
    [0.5, '0.5 tiyn'],
  ])('is a positive amount of whole tiyn, not %p', (amount, shown) =>
    given(concluded).when(recordPayment({ amount })).isRefused('amount-not-positive', { amount: shown }),
  );

  it('is not so large that sums would no longer be exact', () => {
    const first = given(concluded).when(recordPayment({ amount: 1 }));
    given([...concluded, ...first.events])
      .when(recordPayment({ amount: Number.MAX_SAFE_INTEGER }))
      .isRefused('amount-too-large', { amount: '90071992547409.91' });
  });

  it('is taken after the price was complete, and moves the day on which it was', () => {
    const late = recordPayment({ paidOn: '2025-05-12', at: '2025-05-12T12:00:00+05:00' });
    const inTime = recordPayment({
      paidOn: '2025-04-02',
      at: '2025-05-13T12:00:00+05:00',
      reference: 'PAY-2',
      overpayment: 'TO_BE_RETURNED',
    });
    const paid = eventsOf([...pathTo('AGREEMENT_CONCLUDED'), late]);
    const story = given(paid).when(inTime);
    story.gives('PaymentReceived');
    expect([caseAfter(paid).dates.PaymentReceived, story.state.dates.PaymentReceived]).toEqual([
      '2025-05-12',
      '2025-04-02',
    ]);
  });

  it('has no place on a case that was closed otherwise', () =>
    given([...concluded, ...given(concluded).when(withdrawApplication()).events])
      .when(recordPayment())
      .isRefused('case-closed', { status: 'WITHDRAWN' }));

  it('is not made for a dwelling free of charge (R-38)', () => {
    const offered = eventsOf(gratuitousPath.slice(0, -1));
    given(offered).when(recordPayment()).isRefused('gratuitous-not-paid', { form: 'GRATUITOUS' });
    given(eventsOf(gratuitousPath)).when(recordPayment()).isRefused('case-closed', { status: 'CONCLUDED' });
  });
});

describe('a payment by instalments (R-37, R-98)', () => {
  const payments = eventsOf(instalmentsPath).flatMap((event) => (event.type === 'PaymentReceived' ? [event.data] : []));

  it('is late from the day after the last on which it was owed, which a day off moves', () => {
    const before = eventsOf(instalmentsPath.slice(0, 13));
    const late = given(before).when(
      recordPayment({ amount: 1, paidOn: '2025-06-03', at: '2025-06-03T10:00:00+05:00' }),
    );
    expect(late.events[0]?.data).toMatchObject({ allocations: [{ number: 1, completes: false, late: true }] });
  });

  it('goes to the instalments in their order, and tells what it completes and what was late', () =>
    expect(payments.map(({ allocations }) => allocations)).toEqual([
      [{ number: 0, amount: 37_500_001, completes: true, late: false }],
      [
        // The day agreed, 31 May 2025, is a Saturday.
        { number: 1, amount: 21_874_999, completes: true, late: false },
        { number: 2, amount: 8_125_001, completes: false, late: false },
      ],
      [
        { number: 2, amount: 13_749_998, completes: true, late: false },
        { number: 3, amount: 21_874_999, completes: true, late: false },
        { number: 4, amount: 21_875_002, completes: true, late: false },
      ],
    ]));

  it('leaves exactly the rest, and keeps what is over', () =>
    expect(payments.map(({ outstanding, overpaid }) => [outstanding, overpaid])).toEqual([
      [87_499_999, 0],
      [57_499_999, 0],
      [0, 7],
    ]));

  it('closes the case with the last of the price', () => {
    expect(caseAfter(eventsOf(instalmentsPath)).status).toBe('PAID');
    expect(caseAfter(eventsOf(instalmentsPath.slice(0, -1))).status).toBe('AGREEMENT_CONCLUDED');
  });
});
