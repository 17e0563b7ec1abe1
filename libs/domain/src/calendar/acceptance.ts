import type { InstantString, LocalDate, OfficeSettings } from '../case/case.types.js';
import { type DayNumber, dateOf, dayNumberOf, millisPerDay } from './day-number.js';
import { kzCalendar, type OffReason, type WorkingCalendar } from './working-calendar.js';
import { localMillisOf, millisOf } from './zones.js';

/**
 * How the day of acceptance followed from the moment of filing (R-16, para 4): the portal takes applications at any hour
 * the provider works by its own.
 */
export type Acceptance = Readonly<{
  filedOn: LocalDate;
  /** Local wall time of filing, `HH:MM:SS`. */
  filedAt: string;
  /** The office's closing time that was applied, `HH:MM`. */
  closesAt: string;
  /** Days that could not be the day of acceptance, in order. */
  passedOver: readonly Readonly<{ date: LocalDate; reason: OffReason | AfterHours }>[];
}>;

type AfterHours = Readonly<{ kind: 'after_hours'; name: string }>;

type Filing = Readonly<{
  /** An instant, or (without offset) a wall time in the office's zone, e.g. `2025-03-07T18:31`. */
  at: InstantString;
  office: Pick<OfficeSettings, 'zone' | 'closesAt'>;
  calendar?: WorkingCalendar;
}>;

/** The day of acceptance with the way there; null while it is pending, as it needs a year without calendar. */
export type Accepted = Acceptance & Readonly<{ acceptedOn: LocalDate | null }>;

/**
 * The day on which an application counts as accepted: after hours, at weekends and on holidays, the next working day
 * (R-16, para 4). Throws a RangeError for an unreadable moment, `calendar-year-missing` before the first year of the calendar.
 */
export const acceptance = ({ at, office, calendar = kzCalendar }: Filing): Accepted => {
  const filed = wallMillisOf(at, office.zone);
  const filedDay = Math.floor(filed / millisPerDay);
  const afterHours = filed - filedDay * millisPerDay > clockMillisOf(office.closesAt);
  const passedOver: { date: LocalDate; reason: OffReason | AfterHours }[] = [];

  let day = filedDay;
  for (let reason = closedOn(day, afterHours, calendar); reason !== null; reason = offReasonOf(day, calendar)) {
    passedOver.push({ date: calendar.dateOf(day), reason });
    day += 1;
  }
  return {
    filedOn: dateOf(filedDay),
    filedAt: new Date(filed).toISOString().slice(11, 19),
    closesAt: office.closesAt,
    passedOver,
    acceptedOn: calendar.hasEndedBy(day) ? null : calendar.dateOf(day),
  };
};

/** The nominal day of acceptance: the first that was not passed over, which stands for it while it is pending. */
export const nominalAcceptance = ({ filedOn, passedOver }: Acceptance): LocalDate => {
  const last = passedOver.at(-1)?.date;
  return last === undefined ? filedOn : dateOf(dayNumberOf(last) + 1);
};

const closedOn = (day: DayNumber, afterHours: boolean, calendar: WorkingCalendar) =>
  offReasonOf(day, calendar) ?? (afterHours ? ({ kind: 'after_hours', name: 'after working hours' } as const) : null);

/** None is known after the end of the calendar. */
const offReasonOf = (day: DayNumber, calendar: WorkingCalendar): OffReason | null =>
  calendar.hasEndedBy(day) ? null : calendar.offReason(day);

const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;

/** The wall clock of filing, as milliseconds since 1970-01-01T00:00 on it. */
const wallMillisOf = (at: string, zone: string): number =>
  wallTime.test(at) ? millisOf(`${at}Z`) : localMillisOf(millisOf(at), zone);

const clockMillisOf = (time: string): number => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`not a time of day, HH:MM: ${time}`);
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
};
