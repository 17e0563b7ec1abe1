import { type CalendarCorrection, type Calendars, calendarsOf, type DayKind } from '../calendar/calendars.js';
import { dayNumberOf } from '../calendar/day-number.js';
import type { Derivation, Term } from '../calendar/due-date.js';
import { millisOf } from '../calendar/zones.js';
import type { CaseEvent } from '../case/case.events.js';
import { evolveCase } from '../case/case.evolve.js';
import { type CaseState, isSubmitted } from '../case/case.state.js';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { evolveAll } from '../decider.js';
import { dutyKey, type DutyStatus } from '../duties/duty.js';
import { countedFrom, type KnownDuty, knownDutiesOf } from '../duties/known-duties.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import type { Rulebook } from '../rulebook/rulebook.js';

/** What might be otherwise; nothing of it is ever recorded. */
export type Changes = Readonly<{
  calendarDays: readonly Readonly<{ date: LocalDate; to: DayKind; name: string }>[];
  terms: readonly Readonly<{ rule: string } & Term>[];
  events: readonly CaseEvent[];
}>;

/** How a duty stands at a moment; a power that has lapsed is not overdue. */
export type StatusThen = DutyStatus | 'OVERDUE';

/** A duty that would be otherwise; null for one that is not there now, or would not be then. */
export type SupposedDuty = Readonly<{
  rule: string;
  /** Which one, where a rule is owed several times. */
  instance: number | null;
  dueNow: LocalDate | null;
  dueThen: LocalDate | null;
  statusNow: StatusThen | null;
  statusThen: StatusThen | null;
  /** How the date would follow; null where the duty would not be there. */
  derivation: Derivation | null;
}>;

/** Tells of a case which duties would be otherwise. Throws `rulebook-unknown`, and a RangeError for events that no case can bear. */
export type Supposing = (state: CaseState) => readonly SupposedDuty[];

/**
 * Duties under other days, terms and facts, beside those of now. Pure: many cases may be asked about, and share what is
 * derived. Throws `calendar-year-missing` for a day of a year that is not loaded.
 */
export const suppose = (changes: Changes, calendars: Calendars, at: InstantString): Supposing => {
  const moment = new Date(millisOf(at)).toISOString();
  const supposed = withDays(changes.calendarDays, calendars, at);
  const books = new Map<string, Rulebook>();
  const bookOf = (id: string): Rulebook => {
    const book = books.get(id) ?? withTerms(rulebookById(id), changes.terms);
    books.set(id, book);
    return book;
  };
  const onlyDays = changes.terms.length === 0 && changes.events.length === 0;
  return (state) => {
    const now = knownDutiesOf(state, calendars);
    if (onlyDays && !now.some((duty) => mayMove(duty, state, changes.calendarDays))) return [];
    const after = evolveAll({ evolve: evolveCase }, state, changes.events, at);
    const rulebook = bookOf(after.application?.rulebook ?? '');
    const then = knownDutiesOf(after, supposed, { rulebook });
    const [before, supposedly] = [byKey(now), byKey(then)];
    return [...byKey([...now, ...then])]
      .map(([key, duty]) => changeOf(duty, before.get(key) ?? null, supposedly.get(key) ?? null, moment))
      .filter(({ dueNow, dueThen, statusNow, statusThen }) => dueNow !== dueThen || statusNow !== statusThen);
  };
};

/** A day moves what is open on it, and nothing else. */
const mayMove = ({ status, due }: KnownDuty, state: CaseState, days: Changes['calendarDays']): boolean => {
  const from = isSubmitted(state) ? countedFrom(state) : '';
  return status === 'OPEN' && days.some(({ date }) => date >= from && date <= (due ?? date));
};

const byKey = (duties: readonly KnownDuty[]): ReadonlyMap<string, KnownDuty> =>
  new Map(duties.map((duty) => [dutyKey(duty), duty]));

const changeOf = (
  { rule, instance }: KnownDuty,
  now: KnownDuty | null,
  then: KnownDuty | null,
  at: InstantString,
): SupposedDuty => {
  const [dueNow, statusNow] = standing(now, at);
  const [dueThen, statusThen] = standing(then, at);
  return { rule, instance, dueNow, dueThen, statusNow, statusThen, derivation: then && then.derivation };
};

const standing = (duty: KnownDuty | null, at: InstantString): [LocalDate | null, StatusThen | null] =>
  duty === null ? [null, null] : [duty.due, statusAt(duty, at)];

/** Both in UTC to the millisecond, as many are compared. */
const statusAt = ({ kind, status, dueAt }: KnownDuty, at: InstantString): StatusThen =>
  kind === 'OBLIGATION' && status === 'OPEN' && dueAt !== null && dueAt < at ? 'OVERDUE' : status;

const withDays = (days: Changes['calendarDays'], calendars: Calendars, at: InstantString): Calendars => {
  if (days.length === 0) return calendars;
  const supposed = days.map(({ date, to, name }): CalendarCorrection => {
    // A year without a calendar is a loud error, also where it is only asked about.
    calendars.current.offReason(dayNumberOf(date));
    const from = to === 'OFF' ? 'WORKING' : 'OFF';
    return { date, from, to, name, source: 'supposed', knownFrom: at, enteredAt: at };
  });
  return calendarsOf([...calendars.changes, ...supposed]);
};

const withTerms = (book: Rulebook, changed: Changes['terms']): Rulebook =>
  changed.length === 0
    ? book
    : {
        ...book,
        terms: book.terms.map((row) => {
          const other = changed.find(({ rule }) => rule === row.rule);
          return other === undefined ? row : { ...row, term: { n: other.n, unit: other.unit } };
        }),
      };
