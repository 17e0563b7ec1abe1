import { type Calendars, uncorrected } from '../calendar/calendars.js';
import { type Derivation, dueDate, type Pending } from '../calendar/due-date.js';
import { kzCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { endOfLocalDay, firstOf, isAfter } from '../calendar/zones.js';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { derivationText, wordsOf } from '../duties/derivation-text.js';
import { dueAtOf, type Duty, isLate, statusOf } from '../duties/duty.js';
import { knownDuties, type KnownDuty } from '../duties/known-duties.js';
import type { Language } from '../language.js';
import type { ComplaintTermRow } from '../rulebook/rulebook.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import type { ComplaintEvent } from './complaint.events.js';
import { type ComplaintState, type FiledComplaint, isFiled, isToBeForwarded } from './complaint.state.js';

/** How a term of consideration was lengthened: `workingDays` added to what was due on `dueBefore`. */
export type TermExtension = Readonly<{
  rule: 'R-89';
  on: LocalDate;
  workingDays: number;
  dueBefore: LocalDate | null;
}>;

/**
 * A duty of a complaint. `term` is the Order's own; where it was extended, `derivation` counts the working days of both.
 */
export type ComplaintDuty = Duty<ComplaintEvent['type']> & Readonly<{ extension: TermExtension | null }>;

/** A duty of a complaint by the calendar that counts for it; `moved` by the last correction that did. */
export type KnownComplaintDuty = KnownDuty<ComplaintDuty>;

/**
 * Every duty that the events so far have started, in the order of the rulebook; a function of the complaint, its pinned
 * rulebook and the calendar, and of nothing else. Empty before filing. Throws `calendar-year-missing` and
 * `rulebook-unknown`.
 */
export const dutiesOfComplaint = (
  state: ComplaintState,
  calendar: WorkingCalendar = kzCalendar,
): readonly ComplaintDuty[] => {
  if (!isFiled(state)) return [];
  const { complaintTerms, paragraphs } = rulebookById(state.filing.rulebook);
  return complaintTerms.flatMap((row) => {
    const on = state.dates[row.trigger];
    if (on === undefined || !appliesTo(row, state)) return [];
    const time = timeOf(row, on, state, calendar);
    return [dutyOf(row, paragraphs[row.paragraph]?.[row.passage] ?? '', state, time)];
  });
};

/**
 * As `dutiesOfComplaint`, by the calendar as it is known: what is open follows the calendar with every correction and
 * says so; what was discharged or fell away keeps the calendar that was known when that was first entered (docs/law/rules.md 4.4).
 */
export const knownDutiesOfComplaint = (
  state: ComplaintState,
  calendars: Calendars = uncorrected,
): readonly KnownComplaintDuty[] => {
  if (!isFiled(state)) return [];
  const { entered, dates } = state;
  return knownDuties(
    {
      from: dates.ComplaintFiled ?? '',
      derive: (calendar) => dutiesOfComplaint(state, calendar),
      bornAt: ({ trigger }) => entered[trigger.event] ?? '',
      settledAt: (duty) => settledAt(duty, state),
    },
    calendars,
  );
};

/** The duty to consider the complaint; null before its registration. */
export const considerationOf = (state: ComplaintState, calendars: Calendars): KnownComplaintDuty | null =>
  knownDutiesOfComplaint(state, calendars).find(({ trigger }) => trigger.event === 'ComplaintRegistered') ?? null;

/**
 * Whether by a moment the time had run out in which the complaint was to be sent on, decided, or registered and
 * decided (R-86a): it then counts as gone through for the court (A21, A32).
 */
export const isLeftUnanswered = (state: FiledComplaint, at: InstantString, calendars: Calendars): boolean =>
  knownDutiesOfComplaint(state, calendars).some((duty) => {
    const { rule, status, late, dueAt } = duty;
    if (rule === 'R-86a') return isSilentPast(at, duty, state, calendars.current);
    const isOwed = status === 'OPEN' || (late && rule !== 'R-84');
    return rule !== 'R-90' && isOwed && dueAt !== null && isAfter(at, dueAt);
  });

/**
 * Whether nobody had registered a complaint by a moment though its whole term of consideration would have run out, counted from the day on
 * which the registration was due (A32). One that is registered after that was left unanswered all the same. Not while either day is pending.
 */
const isSilentPast = (
  at: InstantString,
  { due, dischargedOn }: ComplaintDuty,
  { filing }: FiledComplaint,
  calendar: WorkingCalendar,
): boolean => {
  const row = rulebookById(filing.rulebook).complaintTerms.find(
    ({ trigger, where }) => trigger === 'ComplaintRegistered' && where.addressee === filing.addressee,
  );
  if (row === undefined || due === null) return false;
  const until = dueDate({ from: due, term: row.term, calendar }).due;
  return (
    until !== null && (dischargedOn === null || dischargedOn > until) && isAfter(at, endOfLocalDay(until, filing.zone))
  );
};

/** The pending date that leaves open whether a complaint was left unanswered; null where none does. */
export const unansweredPending = (state: ComplaintState, calendars: Calendars): Pending | null =>
  knownDutiesOfComplaint(state, calendars).find(({ rule, pending }) => rule !== 'R-90' && pending !== null)?.pending ??
  null;

/** Why a duty of a complaint is due on its day, in words that can be read out: one sentence a line. */
export const complaintDutyText = (duty: ComplaintDuty, language: Language = 'en'): string => {
  const text = derivationText(duty, language);
  if (duty.extension === null) return text;
  const { on, workingDays, dueBefore } = duty.extension;
  return `${text}\n${wordsOf[language].extended(on, workingDays, dueBefore)}`;
};

const appliesTo = ({ where }: ComplaintTermRow, { filing }: FiledComplaint): boolean =>
  (where.addressee === undefined || where.addressee === filing.addressee) &&
  (where.forwarded === undefined || where.forwarded === isToBeForwarded(filing)) &&
  (where.registrationOwed === undefined || filing.registrationOwed);

type Time = Readonly<{ derivation: Derivation; extension: TermExtension | null }>;

/**
 * The extension of paragraph 14 is one of the term of consideration, and of no other. Both are of working days, so that
 * the sum of them counted from the trigger ends where the extension does.
 */
const timeOf = (
  { trigger, term }: ComplaintTermRow,
  on: LocalDate,
  { extension, dates }: FiledComplaint,
  calendar: WorkingCalendar,
): Time => {
  const derivation = dueDate({ from: on, term, calendar });
  const extendedOn = dates.ComplaintTermExtended;
  if (trigger !== 'ComplaintRegistered' || extension === null || extendedOn === undefined) {
    return { derivation, extension: null };
  }
  const { workingDays } = extension;
  return {
    derivation: dueDate({ from: on, term: { n: term.n + workingDays, unit: 'working' }, calendar }),
    extension: { rule: 'R-89', on: extendedOn, workingDays, dueBefore: derivation.due },
  };
};

const dutyOf = (row: ComplaintTermRow, paragraphText: string, state: FiledComplaint, time: Time): ComplaintDuty => {
  const { nominalDue, due, pending, from } = time.derivation;
  const { rule, paragraph, kind, duty, debtor, creditor, term } = row;
  const dischargedOn = state.dates[row.dischargedBy] ?? null;
  const fellAwayOn = dischargedOn === null ? fellAway(row, state) : null;
  return {
    rule,
    instance: null,
    paragraph,
    paragraphText,
    kind,
    duty,
    debtor,
    creditor,
    trigger: { event: row.trigger, on: from },
    term,
    nominalDue,
    due,
    dueAt: dueAtOf(due, state.filing.zone),
    pending,
    status: statusOf(dischargedOn, fellAwayOn),
    heldBy: null,
    dischargedOn,
    fellAwayOn,
    late: isLate(time.derivation, dischargedOn ?? fellAwayOn),
    corrections: state.corrections.filter(({ fact }) => fact === row.trigger || fact === row.dischargedBy),
    acceptance: null,
    ...time,
  };
};

const fellAway = ({ fallsAwayOn }: ComplaintTermRow, { dates }: ComplaintState): LocalDate | null =>
  fallsAwayOn.map((event) => dates[event]).find((day) => day !== undefined) ?? null;

const settledAt = ({ rule }: ComplaintDuty, { filing, entered }: FiledComplaint): InstantString | null => {
  const row = rulebookById(filing.rulebook).complaintTerms.find((one) => one.rule === rule);
  if (row === undefined) return null;
  return firstOf([row.dischargedBy, ...row.fallsAwayOn].flatMap((event) => entered[event] ?? []));
};
