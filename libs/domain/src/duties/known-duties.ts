import { addsYear, type CalendarCorrection, type Calendars, calendarsAt, uncorrected } from '../calendar/calendars.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { firstOf, localDateOf } from '../calendar/zones.js';
import { closingFact } from '../case/case.stage.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case/case.state.js';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { asCountedFrom } from '../case/reopening.js';
import { termsOf } from '../rulebook/ordered-terms.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import type { Rulebook, TermRow } from '../rulebook/rulebook.js';
import { dutiesUnder } from './duties.js';
import { type Duty, dutyKey } from './duty.js';
import { instalmentSettledAt } from './instalment-duties.js';

/** A date that a correction of the calendar moved: what it was, and the correction. */
export type Move = Readonly<{
  wasDue: LocalDate;
  correction: Pick<CalendarCorrection, 'date' | 'to' | 'name' | 'source' | 'knownFrom'>;
}>;

/** A duty by the calendar that counts for it; `moved` by the last correction that did, null where none has. */
export type KnownDuty<D = Duty> = D & Readonly<{ moved: Move | null }>;

/** What is asked beside the case: another rulebook, or what was known at an earlier moment. */
export type KnownAs = Readonly<{ rulebook?: Rulebook; at?: InstantString | undefined }>;

/**
 * As `dutiesOf`, by the calendar as it is known: what is open follows the calendar with every correction and says so;
 * what was discharged or fell away keeps the calendar that was known when that was first entered (docs/law/rules.md 3.3, 5 and 4.4), and what
 * it holds keeps its day with it (A35).
 */
export const knownDutiesOf = (
  state: CaseState,
  calendars: Calendars = uncorrected,
  { rulebook, at }: KnownAs = {},
): readonly KnownDuty[] => {
  if (!isSubmitted(state)) return [];
  const book = rulebook ?? rulebookById(state.application.rulebook);
  return knownDuties(
    {
      from: countedFrom(state),
      derive: (calendar, kept) => dutiesUnder(book, state, calendar, kept),
      bornAt: (duty) => bornAt(duty, state, book),
      settledAt: (duty) => (duty.instance === null ? settledAt(duty, state, book) : instalmentSettledAt(duty, state)),
    },
    calendarsAt(calendars, at),
  );
};

/** No term of a case is counted from before this day. */
export const countedFrom = ({ application, dates }: SubmittedCase): LocalDate =>
  Object.values(dates).reduce(
    (first, day) => (day < first ? day : first),
    localDateOf(application.submittedAt, application.zone),
  );

const rowOf = (rule: string, state: SubmittedCase, book: Rulebook): TermRow | undefined =>
  termsOf(state, book).find((row) => row.rule === rule);

/** When what a duty is counted from was entered: a further notice begins the days of the recipient again. */
const bornAt = ({ rule, trigger }: Duty, state: SubmittedCase, book: Rulebook): InstantString => {
  const { entered, preliminaryRefusal, application } = state;
  const isOfNotice = rowOf(rule, state, book)?.countedFrom === 'RECEIPT' && preliminaryRefusal !== null;
  return (isOfNotice ? preliminaryRefusal.enteredAt : entered[trigger.event]) ?? application.submittedAt;
};

/**
 * When the first fact that ended a duty was entered, kept or undone; null while it is open. What is entered later, also of an
 * earlier day, moves it no more: so the order of entry changes no date.
 */
const settledAt = ({ rule, status }: Duty, state: SubmittedCase, book: Rulebook): InstantString | null => {
  const row = rowOf(rule, state, book);
  if (status === 'OPEN' || row === undefined) return null;
  const { dates, entered } = asCountedFrom(row.trigger, state);
  const closing = row.outlivesCase ? null : closingFact(state);
  const ends = [row.dischargedBy, ...row.fallsAwayOn, ...(closing === null ? [] : [closing])];
  const mended = row.owedWhereIncomplete ? (state.incomplete?.endedAt ?? []) : [];
  return firstOf(ends.flatMap((fact) => (dates[fact] === undefined ? [] : (entered[fact] ?? []))).concat(mended));
};

/** What duties across corrections are made of. */
export type DutiesInTime<D extends Duty<string>> = Readonly<{
  /** No term is counted from before this day. */
  from: LocalDate;
  /** By a calendar; what one of `kept` holds goes by that one. */
  derive: (calendar: WorkingCalendar, kept?: readonly D[]) => readonly D[];
  /** When what started it was entered. */
  bornAt: (duty: D) => InstantString;
  /** When it was first entered that it was discharged or fell away; null while it is open. */
  settledAt: (duty: D) => InstantString | null;
}>;

/** The duties of anything that has terms, each by the calendar that counts for it. */
export const knownDuties = <D extends Duty<string>>(
  ground: DutiesInTime<D>,
  calendars: Calendars,
): readonly KnownDuty<D>[] => {
  const current = ground.derive(calendars.current);
  if (calendars.changes.length === 0) return current.map((duty) => ({ ...duty, moved: null }));

  const derived = new Map<number, ReadonlyMap<string, D>>();
  const dutiesAfter = (count: number): ReadonlyMap<string, D> => {
    const duties = derived.get(count) ?? byKey(ground.derive(calendars.after(count)));
    derived.set(count, duties);
    return duties;
  };
  const closed = new Map<string, Closed<D>>();
  return current.map((duty) => {
    const settled = ground.settledAt(duty);
    const last = settled === null ? calendars.changes.length : calendars.countAt(settled);
    const first = Math.min(calendars.countAt(ground.bornAt(duty)), last);
    const holder = closed.get(duty.heldBy ?? '');
    const isAfterHolder = (count: number): boolean => holder !== undefined && count > holder.last;
    const known = followed(
      (count) => (isAfterHolder(count) ? holder?.holding(count) : dutiesAfter(count))?.get(dutyKey(duty)) ?? duty,
      { first, last, from: ground.from },
      calendars,
    );
    if (settled !== null && duty.heldBy === null) closed.set(duty.rule, closedBy(known, last, ground, calendars));
    return known;
  });
};

/** A term that closed under the calendar after `last` changes, and the duties after later ones: what it holds goes by it. */
type Closed<D> = Readonly<{ last: number; holding: (count: number) => ReadonlyMap<string, D> }>;

const closedBy = <D extends Duty<string>>(
  term: D,
  last: number,
  ground: DutiesInTime<D>,
  calendars: Calendars,
): Closed<D> => {
  const derived = new Map<number, ReadonlyMap<string, D>>();
  const holding = (count: number): ReadonlyMap<string, D> => {
    const duties = derived.get(count) ?? byKey(ground.derive(calendars.after(count), [term]));
    derived.set(count, duties);
    return duties;
  };
  return { last, holding };
};

type Span = Readonly<{ first: number; last: number; from: LocalDate }>;

/** A duty from the calendar that it began under to the last one that counts for it, past what lies outside its term. */
const followed = <D extends Duty<string>>(
  dutyAfter: (changes: number) => D,
  { first, last, from }: Span,
  { changes }: Calendars,
): KnownDuty<D> => {
  let known = dutyAfter(first);
  let moved: Move | null = null;
  for (const [index, change] of changes.slice(first, last).entries()) {
    // A year counts from the beginning, and moves nothing.
    if (addsYear(change) || change.date < from || change.date > (known.due ?? change.date)) continue;
    const next = dutyAfter(first + index + 1);
    if (known.due !== null && next.due !== known.due) moved = { wasDue: known.due, correction: told(change) };
    known = next;
  }
  return { ...known, moved };
};

const told = ({ date, to, name, source, knownFrom }: CalendarCorrection): Move['correction'] => ({
  date,
  to,
  name,
  source,
  knownFrom,
});

const byKey = <D extends Duty<string>>(duties: readonly D[]): ReadonlyMap<string, D> =>
  new Map(duties.map((duty) => [dutyKey(duty), duty]));
