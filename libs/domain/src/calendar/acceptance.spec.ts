import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { acceptance, nominalAcceptance } from './acceptance.js';
import { dateOf, dayNumberOf } from './day-number.js';
import { kzCalendar } from './working-calendar.js';

const office = { zone: 'Asia/Almaty', closesAt: '18:30' };

const acceptedOn = (filing: Parameters<typeof acceptance>[0]) => acceptance(filing).acceptedOn;

describe('the day of acceptance (R-16, para 4)', () => {
  it.each([
    ['in working hours', '2025-03-05T11:00', '2025-03-05'],
    ['at the very end of working hours', '2025-03-05T18:30', '2025-03-05'],
    ['a moment after working hours', '2025-03-05T18:30:00.001', '2025-03-06'],
    ['one minute after working hours', '2025-03-05T18:31', '2025-03-06'],
    ['one minute after working hours before a long weekend', '2025-03-07T18:31', '2025-03-11'],
    ['before the office opens', '2025-03-05T03:00', '2025-03-05'],
    ['on a Saturday', '2025-03-15T11:00', '2025-03-17'],
    ['on a Sunday', '2025-03-16T11:00', '2025-03-17'],
    ['on a holiday', '2025-03-21T11:00', '2025-03-26'],
    ['on the substitute of a holiday', '2025-03-10T11:00', '2025-03-11'],
    ['on a day off by transfer, before a working Sunday', '2025-01-03T11:00', '2025-01-05'],
    ['on a working Sunday', '2025-01-05T11:00', '2025-01-05'],
    ['on a working Sunday after hours', '2025-01-05T18:31', '2025-01-06'],
    ['on a working Saturday', '2022-03-05T11:00', '2022-03-05'],
    ['on a working Saturday after hours', '2022-03-05T19:00', '2022-03-09'],
    ['on the last evening of a year', '2025-12-31T20:00', '2026-01-05'],
    ['on 29 February', '2024-02-29T12:00', '2024-02-29'],
    ['on 7 January, which does not roll', '2024-01-07T12:00', '2024-01-08'],
  ])('filed %s (%s) is %s', (_, at, expected) => expect(acceptedOn({ at, office })).toBe(expected));

  it.each([
    ['18:30 at +05:00', '2025-03-05T13:30:00Z', '2025-03-05'],
    ['18:31 at +05:00', '2025-03-05T13:31:00Z', '2025-03-06'],
    ['18:30 at +06:00, before the change of 1 March 2024', '2024-02-28T12:30:00Z', '2024-02-28'],
    ['19:30 at +06:00, before the change of 1 March 2024', '2024-02-28T13:30:00Z', '2024-02-29'],
    ['18:30 at +05:00, after the change', '2024-03-01T13:30:00Z', '2024-03-01'],
    ['the first 23:30 of 29 February 2024', '2024-02-29T17:30:00Z', '2024-03-01'],
    ['the second 23:30 of 29 February 2024', '2024-02-29T18:30:00Z', '2024-03-01'],
    ['another offset of the same moment', '2025-03-05T08:31:00-05:00', '2025-03-06'],
  ])('reads an instant in the zone of the office: %s', (_, at, expected) =>
    expect(acceptedOn({ at, office })).toBe(expected),
  );

  it('follows the closing time of the office', () => {
    expect(acceptedOn({ at: '2025-03-05T18:00', office: { ...office, closesAt: '17:30' } })).toBe('2025-03-06');
    expect(acceptedOn({ at: '2025-03-05T19:00', office: { ...office, closesAt: '20:00' } })).toBe('2025-03-05');
  });

  it('tells the way there, day by day', () =>
    expect(acceptance({ at: '2025-03-07T18:31', office })).toEqual({
      filedOn: '2025-03-07',
      filedAt: '18:31:00',
      closesAt: '18:30',
      passedOver: [
        { date: '2025-03-07', reason: { kind: 'after_hours', name: 'after working hours' } },
        { date: '2025-03-08', reason: { kind: 'holiday', name: "International Women's Day" } },
        { date: '2025-03-09', reason: { kind: 'weekend', name: 'Sunday' } },
        { date: '2025-03-10', reason: { kind: 'substitute', name: "International Women's Day (observed)" } },
      ],
      acceptedOn: '2025-03-11',
    }));

  it('passes over nothing where the day of filing counts', () =>
    expect(acceptance({ at: '2025-03-07T10:00:00+05:00', office })).toMatchObject({ passedOver: [] }));

  it('says of a holiday that it is one, also after hours', () =>
    expect(acceptance({ at: '2025-03-10T20:00', office }).passedOver).toEqual([
      { date: '2025-03-10', reason: { kind: 'substitute', name: "International Women's Day (observed)" } },
    ]));

  it.each(['2025-03-07', '2025-02-30T10:00', '2025-03-07T1831', 'tomorrow', ''])(
    'is not of an unreadable moment: %j',
    (at) => expect(() => acceptedOn({ at, office })).toThrow(RangeError),
  );

  it.each(['25:00', '24:00', '18:60', '118:30', '18:300', '8:30', 'evening', ''])(
    'needs a closing time on the clock, not %j',
    (closesAt) =>
      expect(() => acceptedOn({ at: '2025-03-05T11:00', office: { ...office, closesAt } })).toThrow(
        new RangeError(`not a time of day, HH:MM: ${closesAt}`),
      ),
  );

  it('is pending where it needs a year without calendar, and has a nominal day: the first that was not passed over', () => {
    const pending = acceptance({ at: '2027-12-31T19:00', office });
    expect([pending.acceptedOn, pending.passedOver.map(({ date }) => date), nominalAcceptance(pending)]).toEqual([
      null,
      ['2027-12-31'],
      '2028-01-01',
    ]);
    const within = acceptance({ at: '2028-01-10T11:00', office });
    expect([within.acceptedOn, within.passedOver, nominalAcceptance(within)]).toEqual([null, [], '2028-01-10']);
    const late = acceptance({ at: '2028-01-10T19:00', office });
    expect([late.acceptedOn, nominalAcceptance(late)]).toEqual([null, '2028-01-11']);
  });

  it('needs a calendar that has begun', () =>
    expect(() => acceptedOn({ at: '2020-12-31T19:00', office })).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', facts: { year: 2020, date: '2020-12-31' } }),
    ));

  it('is always a working day, and the first one that it may be', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 0, max: 1439 }), (offset, minute) => {
        const filedOn = dayNumberOf('2021-01-01') + offset;
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const accepted = dayNumberOf(acceptedOn({ at: `${dateOf(filedOn)}T${time}`, office })!);
        const earliest = time > '18:30' && kzCalendar.offReason(filedOn) === null ? filedOn + 1 : filedOn;

        expect(kzCalendar.offReason(accepted)).toBeNull();
        for (let day = earliest; day < accepted; day += 1) expect(kzCalendar.offReason(day)).not.toBeNull();
        expect(accepted).toBeGreaterThanOrEqual(earliest);
      }),
    ));
});
