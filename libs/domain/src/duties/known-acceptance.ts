import { type Accepted, acceptance, nominalAcceptance } from '../calendar/acceptance.js';
import { type Calendars, calendarsAt } from '../calendar/calendars.js';
import { dayNumberOf } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { firstOf } from '../calendar/zones.js';
import { closingFact } from '../case/case.stage.js';
import type { SubmittedCase } from '../case/case.state.js';
import type { LocalDate } from '../case/case.types.js';
import type { Duty } from './duty.js';

/**
 * A case with its day of acceptance by a calendar, and registered no earlier than on it (R-16, para 4; A5). While no calendar tells it, the
 * nominal day stands for it: it lies in the year that is missing, so that every term counted from it is pending.
 */
export const acceptedUnder = <Case extends SubmittedCase>(state: Case, calendar: WorkingCalendar): Case => {
  const { application, dates, registeredFrom } = state;
  const { day, isPending, way } = wayToAcceptance(application, calendar);
  const registered = registeredFrom !== null && dates.ApplicationRegistered !== undefined;
  return {
    ...state,
    application: { ...application, acceptedOn: day, acceptance: way, acceptancePending: isPending },
    dates: {
      ...dates,
      ApplicationSubmitted: day,
      ...(registered && { ApplicationRegistered: registeredFrom < day ? day : registeredFrom }),
    },
  };
};

/**
 * A case with its day of acceptance as it is known: by the calendar with every correction, and once the decision is signed or the case
 * is closed as it was known when that was first entered. So R-27 counts from it, too.
 */
export const knownAcceptance = <Case extends SubmittedCase>(state: Case, calendars: Calendars): Case => {
  const closing = closingFact(state);
  const ends = [state.entered.DecisionSigned, closing === null ? undefined : state.entered[closing]];
  const settled = firstOf(ends.filter((at) => at !== undefined));
  return acceptedUnder(state, calendarsAt(calendars, settled ?? undefined).current);
};

/** How the day of acceptance followed, as a case has it. */
export const acceptanceOf = ({ application }: SubmittedCase): Accepted => ({
  ...application.acceptance,
  acceptedOn: application.acceptancePending ? null : application.acceptedOn,
});

/** The day of acceptance as a duty counted from it tells; null while that is pending: then the nominal one lies in a year that is missing. */
export const acceptedOnBy = ({ trigger, pending }: Pick<Duty, 'trigger' | 'pending'>): LocalDate | null =>
  // Duties that were stored by an older version know of no pending one.
  pending && Number(trigger.on.slice(0, 4)) >= pending.missingYear ? null : trigger.on;

type Way = Readonly<{ day: LocalDate; isPending: boolean; way: SubmittedCase['application']['acceptance'] }>;

/** From the moment of filing; where the day was set right, from that day on, and the way there is what was said at filing. */
const wayToAcceptance = (
  { acceptedFrom, submittedAt, zone, acceptance: said }: SubmittedCase['application'],
  calendar: WorkingCalendar,
): Way => {
  // States that were stored by an older version do not know it.
  if (acceptedFrom) return { ...workingDayFrom(acceptedFrom, calendar), way: said };
  const { acceptedOn, ...way } = acceptance({ at: submittedAt, office: { zone, closesAt: said.closesAt }, calendar });
  return { day: acceptedOn ?? nominalAcceptance(way), isPending: acceptedOn === null, way };
};

const workingDayFrom = (date: LocalDate, calendar: WorkingCalendar): Pick<Way, 'day' | 'isPending'> => {
  let day = dayNumberOf(date);
  while (!calendar.hasEndedBy(day) && calendar.offReason(day) !== null) day += 1;
  return { day: calendar.dateOf(day), isPending: calendar.hasEndedBy(day) };
};
