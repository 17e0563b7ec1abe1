import type { Calendars } from '../calendar/calendars.js';
import { dueDate, type Pending, type Term } from '../calendar/due-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { closingFact } from '../case/case.stage.js';
import type { SubmittedCase } from '../case/case.state.js';
import { firstOf } from '../calendar/zones.js';
import type { LocalDate } from '../case/case.types.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import { termOf } from '../rulebook/rulebook.js';
import { knownDutiesOf } from './known-duties.js';

/** The days that follow from the receipt of a notice of a preliminary refusal. */
export type NoticeDays = Readonly<{
  /** The last day for objections; null while it is pending. */
  objectionsUntil: LocalDate | null;
  /** The first day on which the act may be adopted; null while it is pending. */
  actNotBefore: LocalDate | null;
  /** Why one of them is pending; null where neither is. */
  pending: Pending | null;
}>;

/** Of the Code and not of the Rules, so of no edition of them: APPC 73(1), R-77. */
const beforeTheAct: Term = { n: 3, unit: 'working' };

/** The days of a notice by one calendar: what whoever sends it is told. Throws `rulebook-unknown`. */
export const noticeDays = (receivedOn: LocalDate, rulebook: string, calendar: WorkingCalendar): NoticeDays => {
  const objecting = dueDate({ from: receivedOn, term: termOf(rulebookById(rulebook), 'R-78'), calendar });
  const acting = dueDate({ from: receivedOn, term: beforeTheAct, calendar });
  return {
    objectionsUntil: objecting.due,
    actNotBefore: acting.due,
    pending: objecting.pending ?? acting.pending,
  };
};

/**
 * The days of the notice that stands, by the calendar as it is known; once the commission has decided or the case is closed, as it was known when
 * that was first entered. Null where there is no notice. Throws as `noticeDays` does.
 */
export const knownNoticeDays = (state: SubmittedCase, calendars: Calendars): NoticeDays | null => {
  const { preliminaryRefusal, application, entered } = state;
  if (preliminaryRefusal === null) return null;
  const closing = closingFact(state);
  const ends = [entered.CommissionDecided, closing === null ? undefined : entered[closing]];
  const ended = firstOf(ends.filter((at) => at !== undefined));
  const calendar = ended === null ? calendars.current : calendars.after(calendars.countAt(ended));
  const days = noticeDays(preliminaryRefusal.receivedOn, application.rulebook, calendar);
  const objecting = knownDutiesOf(state, calendars).find(({ rule }) => rule === 'R-78');
  return { ...days, objectionsUntil: objecting === undefined ? days.objectionsUntil : objecting.due };
};
