import { Temporal } from 'temporal-polyfill/implementation';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { dateOf, isDate, millisPerDay } from './day-number.js';

/**
 * Milliseconds since 1970-01-01T00:00Z. Plain numbers, as commands and duties ask for many; Temporal knows the zones.
 */
export type Millis = number;

/** The moment of an instant. Throws a RangeError for what is not an ISO 8601 instant with an offset. */
export const millisOf = (at: InstantString): Millis => {
  if (!isoInstant.test(at) || !isDate(at.slice(0, 10))) throw new RangeError(`not an instant with an offset: ${at}`);
  return Date.parse(at);
};

const isoInstant =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether one instant lies after another, whatever their offsets. */
export const isAfter = (one: InstantString, other: InstantString): boolean => millisOf(one) > millisOf(other);

/** The earliest of some moments; null where there is none. */
export const firstOf = (moments: readonly InstantString[]): InstantString | null =>
  moments.toSorted((one, other) => millisOf(one) - millisOf(other))[0] ?? null;

/** The local date of an instant in a zone. Throws a RangeError for an unreadable instant or an unknown zone. */
export const localDateOf = (at: InstantString, zone: string): LocalDate =>
  dateOf(Math.floor(localMillisOf(millisOf(at), zone) / millisPerDay));

/** The time of day of an instant on the clock of a zone, `HH:MM:SS.mmm`. Throws as `localDateOf` does. */
export const localTimeOf = (at: InstantString, zone: string): string =>
  new Date(localMillisOf(millisOf(at), zone)).toISOString().slice(11, 23);

/** The wall clock of a zone at a moment, as milliseconds since 1970-01-01T00:00 on that clock. */
export const localMillisOf = (millis: Millis, zone: string): number => millis + spanAt(millis, zone).offset;

/**
 * The instant at which a local day ends (23:59:59.999 local), ISO 8601 in UTC. Where the clocks go back on that day, as
 * in Almaty on 29 February 2024, it is the second 23:59:59.999.
 */
export const endOfLocalDay = (date: LocalDate, zone: string): InstantString => {
  const key = `${zone} ${date}`;
  const known = ends.get(key);
  if (known !== undefined) return known;

  const nextDay = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone);
  const end = new Date(nextDay.epochMilliseconds - 1).toISOString();
  if (ends.size >= endsKept) ends.clear();
  ends.set(key, end);
  return end;
};

/** The instant at which a local day begins, ISO 8601 in UTC. */
export const startOfLocalDay = (date: LocalDate, zone: string): InstantString =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds).toISOString();

/** The instant of a local day at the time of day of another instant, ISO 8601 in UTC. */
export const onLocalDay = (date: LocalDate, timeOf: InstantString, zone: string): InstantString => {
  const time = Temporal.PlainTime.from(localTimeOf(timeOf, zone));
  return new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
  ).toISOString();
};

/** Many cases share the few days on which duties of an office are due. */
const ends = new Map<string, InstantString>();
const endsKept = 8192;

/** A stretch of time in which a zone keeps one offset. */
type Span = Readonly<{ start: Millis; end: Millis; offset: number }>;

/** Spans found so far, by zone: a handful each, as zones rarely change. */
const spans = new Map<string, readonly Span[]>();

const spanAt = (millis: Millis, zone: string): Span => {
  const known = spans.get(zone) ?? [];
  const span = known.find(({ start, end }) => start <= millis && millis < end);
  if (span !== undefined) return span;

  const found = spanFrom(millis, zone);
  spans.set(zone, [...known, found]);
  return found;
};

const spanFrom = (millis: Millis, zone: string): Span => {
  const moment = zonedAt(millis, zone);
  return {
    // Asked a moment later, as the transition before a moment is never the one at that moment.
    start: zonedAt(millis + 1, zone).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    end: moment.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: moment.offsetNanoseconds / 1e6,
  };
};

const zonedAt = (millis: Millis, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);

/** Throws where the zone data of this runtime would put every due instant an hour off (docs/law/rules.md 4.5). */
export const assertZoneRules = (almatyHours = almatyInJune2024()): void => {
  if (almatyHours === 5) return;
  throw new Error(
    'The time zone data of this Node.js is older than 2024a: ' +
      `it has Asia/Almaty at +${almatyHours} on 1 June 2024 instead of +5. Use a newer Node.js.`,
  );
};

const almatyInJune2024 = (): number => {
  const millis = millisOf('2024-06-01T00:00:00Z');
  return (localMillisOf(millis, 'Asia/Almaty') - millis) / 3_600_000;
};

// Whoever computes dates does not start without it.
assertZoneRules();
