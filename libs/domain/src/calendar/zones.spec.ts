import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { assertZoneRules, endOfLocalDay, isAfter, localDateOf, localMillisOf, millisOf } from './zones.js';

describe('the zone of a provider', () => {
  it.each([
    ['2024-06-01T00:00:00Z', 'Asia/Almaty', '2024-06-01'],
    ['2024-06-01T18:59:59.999Z', 'Asia/Almaty', '2024-06-01'],
    ['2024-06-01T19:00:00Z', 'Asia/Almaty', '2024-06-02'],
    ['2024-02-01T17:59:59.999Z', 'Asia/Almaty', '2024-02-01'],
    ['2024-02-01T18:00:00Z', 'Asia/Almaty', '2024-02-02'],
    ['2024-02-01T18:00:00Z', 'Asia/Aqtobe', '2024-02-01'],
    ['2024-02-01T18:00:00Z', 'Asia/Qyzylorda', '2024-02-01'],
    ['2025-03-07T23:30:00-08:00', 'Asia/Almaty', '2025-03-08'],
  ])('dates the instant %s in %s on %s', (at, zone, date) => expect(localDateOf(at, zone)).toBe(date));

  it.each([
    ['before the change, at +06:00', '2024-02-28', '2024-02-28T17:59:59.999Z'],
    ['on the day of the doubled hour, when it ends the second time', '2024-02-29', '2024-02-29T18:59:59.999Z'],
    ['after the change, at +05:00', '2024-03-01', '2024-03-01T18:59:59.999Z'],
  ])('ends a local day in Almaty %s', (_, date, end) => expect(endOfLocalDay(date, 'Asia/Almaty')).toBe(end));

  it('dates both hours between 23:00 and 24:00 of 29 February 2024 on that day', () => {
    expect(localDateOf('2024-02-29T17:30:00Z', 'Asia/Almaty')).toBe('2024-02-29');
    expect(localDateOf('2024-02-29T18:30:00Z', 'Asia/Almaty')).toBe('2024-02-29');
    expect(localDateOf('2024-02-29T19:00:00Z', 'Asia/Almaty')).toBe('2024-03-01');
  });

  it('did not change in the west of the country', () =>
    expect(endOfLocalDay('2024-02-29', 'Asia/Aqtau')).toBe('2024-02-29T18:59:59.999Z'));

  it('is not read from data older than the change of 1 March 2024', () => {
    expect(() => assertZoneRules()).not.toThrow();
    expect(() => assertZoneRules(6)).toThrow(
      'The time zone data of this Node.js is older than 2024a: it has Asia/Almaty at +6 on 1 June 2024 instead of +5. Use a newer Node.js.',
    );
  });

  it('answers the same for a day asked again', () => {
    expect(endOfLocalDay('2025-04-02', 'Asia/Almaty')).toBe('2025-04-02T18:59:59.999Z');
    expect(endOfLocalDay('2025-04-02', 'Asia/Almaty')).toBe('2025-04-02T18:59:59.999Z');
  });

  it('compares instants, not their writing', () => {
    expect(isAfter('2025-03-07T10:00:00+05:00', '2025-03-07T05:00:00Z')).toBe(false);
    expect(isAfter('2025-03-07T10:00:00+05:00', '2025-03-07T04:59:59.999Z')).toBe(true);
    expect(isAfter('2025-03-07T09:00:00+06:00', '2025-03-07T08:30:00+05:00')).toBe(false);
  });

  it('changes its offset at the very moment of the change, whichever side was asked first', () => {
    const change = millisOf('2024-02-29T18:00:00Z');
    const offset = (shift: number, zone: string) => localMillisOf(change + shift, zone) - (change + shift);
    // Two writings of one zone, neither asked for elsewhere in this file.
    expect([-1, 0].map((shift) => offset(shift, 'Asia/Qostanay') / 3_600_000)).toEqual([6, 5]);
    expect([0, -1].map((shift) => offset(shift, 'asia/qostanay') / 3_600_000)).toEqual([5, 6]);
  });

  it.each(['Asia/Almaty', 'Asia/Aqtau', 'Europe/Berlin', 'America/Havana', 'Australia/Lord_Howe', 'UTC'])(
    'reads the wall clock of %s as Temporal does, on either side of every change',
    (zone) =>
      fc.assert(
        fc.property(
          fc.oneof(
            fc.integer({ min: Date.parse('2021-01-01'), max: Date.parse('2028-01-01') }),
            fc
              .constantFrom('2024-02-29T18:00:00Z', '2025-03-30T01:00:00Z', '2025-03-09T05:00:00Z')
              .map((change) => Date.parse(change) + 0),
            fc.integer({ min: -2, max: 2 }).map((shift) => Date.parse('2024-02-29T18:00:00Z') + shift),
          ),
          (millis) => {
            const wall = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
            expect(new Date(localMillisOf(millis, zone)).toISOString()).toBe(
              wall.toPlainDateTime().toString({ smallestUnit: 'millisecond' }) + 'Z',
            );
            const instant = new Date(millis).toISOString();
            expect(localDateOf(instant, zone)).toBe(wall.toPlainDate().toString());
            expect(Date.parse(endOfLocalDay(localDateOf(instant, zone), zone))).toBeGreaterThanOrEqual(millis);
          },
        ),
      ),
  );

  it.each([
    '2025-03-07T10:00',
    '2025-03-07',
    '2025-03-07T10:00:00',
    '2025-02-30T10:00:00Z',
    '2025-03-07T24:00:00Z',
    '2025-03-07T10:60:00Z',
    '2025-03-07T10:00:00+25:00',
    '7 March 2025',
    '',
  ])('has no instant in %j', (text) =>
    expect(() => millisOf(text)).toThrow(new RangeError(`not an instant with an offset: ${text}`)),
  );

  it('does not know what it cannot read', () => {
    expect(() => localDateOf('2025-03-07T10:00:00', 'Asia/Almaty')).toThrow(RangeError);
    expect(() => localDateOf('2025-03-07T10:00:00Z', 'Asia/Nowhere')).toThrow(RangeError);
  });
});
