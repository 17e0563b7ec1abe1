import { describe, expect, it } from '@jest/globals';
import {
  deliverDocuments,
  eventsOf,
  eventsTo,
  given,
  issueReceipt,
  registerApplication,
  submitApplication,
} from '../../testing/index.js';

const atCorporation = submitApplication({ channel: 'STATE_CORPORATION' });

describe('the registration (R-15, para 4)', () => {
  it('needs nothing but the application where it came by the portal', () =>
    expect(given(eventsTo('SUBMITTED')).when(registerApplication()).events).toEqual([
      {
        type: 'ApplicationRegistered',
        data: {
          at: '2025-03-03T16:00:00+05:00',
          registrationNumber: 'REG-1',
          registeredOn: '2025-03-03',
          eds: { certificateSerial: '6f1c2d', signedAt: '2025-03-03T16:00:00+05:00' },
          edsNotice: null,
        },
      },
    ]));

  it('is under a number that names nobody', () =>
    given(eventsTo('SUBMITTED'))
      .when(registerApplication({ registrationNumber: 'REG 010115100004' }))
      .isRefused('iin-in-clear', { field: 'registrationNumber' }));

  it('of an electronic application carries the EDS of the provider (R-103)', () => {
    given(eventsTo('SUBMITTED'))
      .when(registerApplication({ eds: null }))
      .isRefused('provider-eds-missing');
    const onPaper = submitApplication({ channel: 'STATE_CORPORATION', medium: 'PAPER' });
    given(eventsOf([onPaper, issueReceipt(), deliverDocuments()]))
      .when(registerApplication({ eds: null }))
      .gives('ApplicationRegistered');
  });

  it('carries it where an older application on the portal says that it is on paper (R-103)', () => {
    const [filed] = eventsTo('SUBMITTED');
    if (filed?.type !== 'ApplicationSubmitted') throw new Error('nothing was filed');
    given([{ ...filed, data: { ...filed.data, medium: 'PAPER' } }])
      .when(registerApplication({ eds: null }))
      .isRefused('provider-eds-missing');
  });

  it('needs the receipt and the delivery where it came by the State Corporation (R-18, R-19)', () => {
    given(eventsOf([atCorporation]))
      .when(registerApplication())
      .isRefused('receipt-missing');
    given(eventsOf([atCorporation, issueReceipt()]))
      .when(registerApplication())
      .isRefused('not-delivered');
    given(eventsOf([atCorporation, issueReceipt(), deliverDocuments()]))
      .when(registerApplication())
      .gives('ApplicationRegistered');
  });

  it('is made once', () =>
    given(eventsTo('REGISTERED'))
      .when(registerApplication())
      .isRefused('already-registered', { status: 'REGISTERED' }));

  it('made before the day of acceptance counts from that day (R-16)', () => {
    const saturday = submitApplication({ at: '2025-03-08T11:00:00+05:00' });
    const registered = (at: string) =>
      given(eventsOf([saturday])).when(registerApplication({ at })).state.dates.ApplicationRegistered;
    expect(registered('2025-03-08T12:00:00+05:00')).toBe('2025-03-11');
    expect(registered('2025-03-11T09:00:00+05:00')).toBe('2025-03-11');
    expect(registered('2025-03-12T09:00:00+05:00')).toBe('2025-03-12');
  });

  it('is not made before the delivery (R-10)', () =>
    given(eventsOf([atCorporation, issueReceipt(), deliverDocuments()]))
      .when(registerApplication({ at: '2025-03-03T14:59:00+05:00' }))
      .isRefused('before-what-it-follows'));

  it('may be entered long after it was made', () =>
    given(eventsTo('SUBMITTED'))
      .when(registerApplication({ enteredAt: '2025-06-01T00:00:00Z' }))
      .gives('ApplicationRegistered'));
});
