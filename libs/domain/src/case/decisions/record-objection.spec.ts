import { describe, expect, it } from '@jest/globals';
import {
  eventsOf,
  eventsTo,
  given,
  notifyPreliminaryRefusal,
  pathTo,
  raiseRemarks,
  recordObjection,
  refusalPath,
} from '../../testing/index.js';

const notified = eventsOf([...pathTo('EXAMINED'), raiseRemarks(), notifyPreliminaryRefusal()]);

describe('an objection of the recipient (R-78, para 10)', () => {
  it('is kept with the day on which it came', () => {
    const story = given(notified).when(recordObjection({ medium: 'PAPER' }));
    expect(story.events).toEqual([
      {
        type: 'ObjectionReceived',
        data: {
          at: '2025-03-13T10:00:00+05:00',
          text: 'The right of redemption was granted in 2016',
          medium: 'PAPER',
          receivedOn: '2025-03-13',
          late: false,
        },
      },
    ]);
    expect(story.state.preliminaryRefusal?.objections).toBe(1);
    expect(story.state.dates.ObjectionReceived).toBe('2025-03-13');
  });

  it.each([
    ['the last minute of the second working day', '2025-03-14T23:59:59+05:00', false],
    ['the first of the third', '2025-03-15T00:00:00+05:00', true],
  ])('is in time until the end of the second working day after the receipt: %s', (_, at, late) => {
    expect(given(notified).when(recordObjection({ at })).events[0]?.data).toMatchObject({ late });
  });

  it('in time is accepted however late it is entered, until the case is closed', () => {
    given(eventsTo('COMMISSION_FORMED', refusalPath)).when(recordObjection()).isRefused('preliminary-refusal-missing');
    given(eventsTo('DECIDED', refusalPath)).when(recordObjection()).gives('ObjectionReceived');
    given(eventsTo('REFUSED', refusalPath)).when(recordObjection()).isRefused('case-closed', { status: 'REFUSED' });
  });

  it('uses the right on the day of the earliest, in whatever order they are entered', () => {
    const one = [...notified, ...given(notified).when(recordObjection({ at: '2025-03-14T10:00:00+05:00' })).events];
    const { state } = given(one).when(recordObjection());
    expect(state.dates.ObjectionReceived).toBe('2025-03-13');
    expect(state.preliminaryRefusal?.objections).toBe(2);
  });

  it('says what is objected', () =>
    given(notified)
      .when(recordObjection({ text: ' ' }))
      .isRefused('objection-empty'));

  it('follows the notice (R-75)', () => {
    given(eventsTo('EXAMINED')).when(recordObjection()).isRefused('preliminary-refusal-missing');
    given(notified)
      .when(recordObjection({ at: '2025-03-11T23:59:59+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-03-11T23:59:59+05:00', notBefore: '2025-03-12' });
  });
});
