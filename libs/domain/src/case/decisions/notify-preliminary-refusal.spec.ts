import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isAfter } from '../../calendar/zones.js';
import {
  confirmCompleteness,
  eventsOf,
  eventsTo,
  formCommission,
  given,
  notifyPreliminaryRefusal,
  pathTo,
  raiseRemarks,
  recordHearing,
  recordObjection,
  refusalPath,
  reviewCompliance,
} from '../../testing/index.js';
import type { CaseEvent } from '../case.events.js';
import type { RefusalGround } from '../case.types.js';

const withRemarks = eventsOf([...pathTo('EXAMINED'), raiseRemarks()]);
const notified = [...withRemarks, ...given(withRemarks).when(notifyPreliminaryRefusal()).events];

/** A notice received at a moment, with a hearing two weeks later. */
const received = (receivedAt: string) =>
  notifyPreliminaryRefusal({ at: '2025-03-07T10:00:00+05:00', receivedAt, hearing: hearingOn('2025-04-28') });
const hearingOn = (day: string) => ({ at: `${day}T11:00:00+05:00`, place: 'Room 204' });
const noticeIn = (events: readonly CaseEvent[]) => {
  const [notice] = events;
  return notice?.type === 'PreliminaryRefusalNotified' ? notice.data : null;
};

describe('the notice of a preliminary refusal (R-75, para 10)', () => {
  it('tells ground, facts and reasons, and time and place of the hearing (R-76)', () => {
    const story = given(withRemarks).when(notifyPreliminaryRefusal());
    expect(story.events).toEqual([
      {
        type: 'PreliminaryRefusalNotified',
        data: {
          at: '2025-03-12T10:00:00+05:00',
          ground: 'NOT_COMPLIANT',
          facts: 'The dwelling was let without the right of redemption',
          reasons: 'It cannot be privatized by the Law on Housing Relations',
          notifiedOn: '2025-03-12',
          receivedAt: '2025-03-12T15:00:00+05:00',
          receivedOn: '2025-03-12',
          objectionsUntil: '2025-03-14',
          actNotBefore: '2025-03-17',
        },
      },
      {
        type: 'HearingScheduled',
        data: {
          at: '2025-03-12T10:00:00+05:00',
          hearing: { at: '2025-03-14T11:00:00+05:00', place: 'Room 204' },
        },
      },
    ]);
    expect(story.state.preliminaryRefusal).toEqual({
      ground: 'NOT_COMPLIANT',
      receivedOn: '2025-03-12',
      enteredAt: '2025-03-12T10:00:00+05:00',
      hearing: { at: '2025-03-14T11:00:00+05:00', place: 'Room 204' },
      objections: 0,
    });
  });

  it('rests on remarks that were raised before it', () => {
    given(eventsTo('EXAMINED')).when(notifyPreliminaryRefusal()).isRefused('remarks-not-raised');
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ at: '2025-03-06T10:00:00+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-03-06T10:00:00+05:00', notBefore: '2025-03-07' });
  });

  it('follows the examination, and the formation of the commission where that came first', () => {
    given(eventsOf([...pathTo('COMPLETE'), raiseRemarks()]))
      .when(notifyPreliminaryRefusal())
      .isRefused('not-examined', { status: 'COMPLETE' });
    given(eventsOf([...pathTo('COMMISSION_FORMED'), raiseRemarks()]))
      .when(notifyPreliminaryRefusal())
      .gives('PreliminaryRefusalNotified', 'HearingScheduled');
  });

  it('comes before the decision', () =>
    given(eventsTo('DECIDED', refusalPath))
      .when(notifyPreliminaryRefusal())
      .isRefused('already-decided', { status: 'DECIDED' }));

  it('rests on one of the three grounds of item 9 (R-72 to R-74)', () => {
    for (const ground of ['UNRELIABLE_DOCUMENTS', 'NOT_COMPLIANT', 'RIGHT_DEPRIVED_BY_COURT'] as const) {
      given(withRemarks)
        .when(notifyPreliminaryRefusal({ ground }))
        .gives('PreliminaryRefusalNotified', 'HearingScheduled');
    }
    // Beyond the type on purpose: what a future version of the api may let through.
    const ground = 'NO_MONEY' as RefusalGround;
    given(withRemarks).when(notifyPreliminaryRefusal({ ground })).isRefused('ground-not-provided', { ground });
  });

  it('is reasoned (R-81)', () => {
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ facts: '' }))
      .isRefused('refusal-not-reasoned', { missing: ['facts'] });
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ facts: ' ', reasons: ' ' }))
      .isRefused('refusal-not-reasoned', { missing: ['facts', 'reasons'] });
  });

  it('says where the hearing takes place, and a time after it was received (R-76)', () => {
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ hearing: { at: '2025-03-14T11:00:00+05:00', place: ' ' } }))
      .isRefused('hearing-place-missing');
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ hearing: { at: '2025-03-12T15:00:00+05:00', place: 'Room 204' } }))
      .isRefused('hearing-before-notice', {
        hearingAt: '2025-03-12T15:00:00+05:00',
        receivedAt: '2025-03-12T15:00:00+05:00',
      });
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ hearing: { at: '2025-03-12T15:00:01+05:00', place: 'Room 204' } }))
      .gives('PreliminaryRefusalNotified', 'HearingScheduled');
  });

  it('was received after it was sent and before it was entered (R-10)', () => {
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ receivedAt: '2025-03-12T09:59:59+05:00' }))
      .isRefused('before-what-it-follows', {
        field: 'receivedAt',
        at: '2025-03-12T09:59:59+05:00',
        notBefore: '2025-03-12T10:00:00+05:00',
      });
    given(withRemarks)
      .when(notifyPreliminaryRefusal({ enteredAt: '2025-03-12T14:59:59+05:00' }))
      .isRefused('effective-in-future', {
        field: 'receivedAt',
        at: '2025-03-12T15:00:00+05:00',
        enteredAt: '2025-03-12T14:59:59+05:00',
      });
  });
});

describe('the days after the notice (R-77, R-78)', () => {
  it.each([
    ['on a Wednesday', '2025-03-12T23:59:59+05:00', '2025-03-14', '2025-03-17'],
    ['on a Saturday', '2025-03-15T12:00:00+05:00', '2025-03-18', '2025-03-19'],
    ['before Nauryz', '2025-03-19T12:00:00+05:00', '2025-03-26', '2025-03-27'],
    [
      'on the thirtieth day: they are kept though the term passes (A2)',
      '2025-04-02T12:00:00+05:00',
      '2025-04-04',
      '2025-04-07',
    ],
  ])('are working days after a receipt %s', (_, receivedAt, objectionsUntil, actNotBefore) =>
    expect(noticeIn(given(withRemarks).when(received(receivedAt)).events)).toMatchObject({
      objectionsUntil,
      actNotBefore,
    }),
  );

  it('leave the time for objections over before the act may be adopted (A3)', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const receivedAt = new Date(Date.UTC(2025, 2, 7, 5) + days * 86_400_000).toISOString();
        const hearing = { at: '2027-01-01T00:00:00Z', place: 'Room 204' };
        const notice = notifyPreliminaryRefusal({ at: receivedAt, receivedAt, hearing, enteredAt: hearing.at });
        const told = noticeIn(given(withRemarks).when(notice).events);
        expect(
          told !== null && told.receivedOn < told.objectionsUntil! && told.objectionsUntil! < told.actNotBefore!,
        ).toBe(true);
      }),
    ));
});

describe('a further notice', () => {
  const further = notifyPreliminaryRefusal({
    at: '2025-03-13T10:00:00+05:00',
    receivedAt: '2025-03-14T10:00:00+05:00',
    ground: 'UNRELIABLE_DOCUMENTS',
    hearing: hearingOn('2025-03-20'),
  });

  it('takes the place of the one before, and the days of the recipient begin again', () => {
    const objected = [...notified, ...given(notified).when(recordObjection()).events];
    const { state } = given(objected).when(further);
    expect(state.preliminaryRefusal).toEqual({
      ground: 'UNRELIABLE_DOCUMENTS',
      receivedOn: '2025-03-14',
      enteredAt: '2025-03-13T10:00:00+05:00',
      hearing: hearingOn('2025-03-20'),
      objections: 0,
    });
    expect(state.dates.ObjectionReceived).toBeUndefined();
  });

  it('leaves the duty to notify discharged on the day of the first (R-75)', () =>
    expect(given(notified).when(further).state.dates.PreliminaryRefusalNotified).toBe('2025-03-12'));

  it('does not take days from the recipient', () =>
    given(notified)
      .when(notifyPreliminaryRefusal({ at: '2025-03-11T10:00:00+05:00', receivedAt: '2025-03-11T10:00:00+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-03-11T10:00:00+05:00', notBefore: '2025-03-12' }));

  it('has no place once the hearing was held: the commission decides on its results (R-80)', () =>
    given([...notified, ...given(notified).when(recordHearing()).events])
      .when(further)
      .isRefused('hearing-already-held', { heldOn: '2025-03-14' }));
});

it('a package that is not complete goes by paragraph 10 to a notice as well (A4)', () => {
  const path = [
    ...pathTo('REGISTERED'),
    raiseRemarks({ at: '2025-03-06T10:00:00+05:00' }),
    reviewCompliance({ at: '2025-03-06T11:00:00+05:00' }),
    notifyPreliminaryRefusal(),
    formCommission({ at: '2025-03-13T10:00:00+05:00' }),
  ];
  const events = eventsOf(path);
  expect(events.some(({ type }) => type === 'CompletenessConfirmed')).toBe(false);
  given(events).when(confirmCompleteness()).isRefused('already-examined');
  expect(isAfter(events.at(-1)?.data.at ?? '', '2025-03-12T15:00:00+05:00')).toBe(true);
});
