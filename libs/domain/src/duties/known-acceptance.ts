import { acceptance } from '../calendar/acceptance.js';
import { type Calendars, calendarsAt } from '../calendar/calendars.js';
import { dayNumberOf } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { millisOf } from '../calendar/zones.js';
import { closingFact, type SubmittedCase } from '../case/case.state.js';
import type { InstantString, LocalDate } from '../case/case.types.js';

/** A case with its day of acceptance by a calendar, and registered no earlier than on it (R-16, para 4; A5). */
export const acceptedUnder = (state: SubmittedCase, calendar: WorkingCalendar): SubmittedCase => {
  const { application, dates, registeredFrom } = state;
  const { acceptedOn, ...way } = wayToAcceptance(application, calendar);
  const registered = registeredFrom !== null && dates.ApplicationRegistered !== undefined;
  return {
    ...state,
    application: { ...application, acceptedOn, acceptance: way },
    dates: {
      ...dates,
      ApplicationSubmitted: acceptedOn,
      ...(registered && { ApplicationRegistered: registeredFrom < acceptedOn ? acceptedOn : registeredFrom }),
    },
  };
};

/**
 * A case with its day of acceptance as it is known: by the calendar with every correction, and once the decision is signed or the case
 * is closed as it was known when that was first entered. So R-27 counts from it, too.
 */
export const knownAcceptance = (state: SubmittedCase, calendars: Calendars): SubmittedCase => {
  const closing = closingFact(state);
  const ends = [state.entered.DecisionSigned, closing === null ? undefined : state.entered[closing]];
  const settled = firstOf(ends.filter((at) => at !== undefined));
  return acceptedUnder(state, calendarsAt(calendars, settled ?? undefined).current);
};

/** The earliest of some moments; null where there is none. */
export const firstOf = (moments: readonly InstantString[]): InstantString | null =>
  moments.toSorted((one, other) => millisOf(one) - millisOf(other))[0] ?? null;

/** From the moment of filing; where the day was set right, from that day on, and the way there is what was said at filing. */
const wayToAcceptance = (
  { acceptedFrom, submittedAt, zone, acceptance: said }: SubmittedCase['application'],
  calendar: WorkingCalendar,
): ReturnType<typeof acceptance> => {
  if (acceptedFrom !== null) return { ...said, acceptedOn: workingDayFrom(acceptedFrom, calendar) };
  return acceptance({ at: submittedAt, office: { zone, closesAt: said.closesAt }, calendar });
};

const workingDayFrom = (date: LocalDate, calendar: WorkingCalendar): LocalDate => {
  let day = dayNumberOf(date);
  while (calendar.offReason(day) !== null) day += 1;
  return calendar.dateOf(day);
};
