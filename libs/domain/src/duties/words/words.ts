import type { OffReason } from '../../calendar/working-calendar.js';
import type { Pending, Term } from '../../calendar/due-date.js';
import type { LocalDate } from '../../case/case.types.js';
import type { DayCorrection, Duty } from '../duty.js';
import type { Move } from '../known-duties.js';

/** The sentences of an explanation in one language, each whole. */
export type Words = Readonly<{
  /** Who must or may do what within which time, by which rule. */
  owes: (duty: Duty<string>) => string;
  /** The Order's words, which are held in English. */
  quotes: (text: string) => string;
  filed: (on: LocalDate, at: string) => string;
  afterHours: (closesAt: string) => string;
  notWorking: (date: LocalDate, reason: OffReason) => string;
  accepted: (on: LocalDate) => string;
  /** When the documents came from the State Corporation, and the day on which they count as received. */
  delivered: (on: LocalDate, at: string) => string;
  received: (on: LocalDate) => string;
  /** The fact that the term is counted from, and its day. */
  startedBy: (event: string, on: LocalDate) => string;
  /** That the agreement concluded on a day sets the day. */
  agreed: (concludedOn: LocalDate, on: LocalDate) => string;
  /** That a decision on a complaint, or a ruling, of a day sets the day. */
  ordered: (orderedOn: LocalDate, on: LocalDate) => string;
  /** Of the day that the term is counted from, or of that on which it was done. */
  setRight: (which: 'START' | 'END', correction: DayCorrection<string>) => string;
  theDayItself: (date: LocalDate) => string;
  runsFrom: (date: LocalDate, term: Term) => string;
  notCounted: (date: LocalDate, reason: OffReason) => string;
  counted: (date: LocalDate, number: number, as: Readonly<{ last: boolean; workingWeekend: boolean }>) => string;
  cannotEndOn: (date: LocalDate, reason: OffReason) => string;
  movesTo: (date: LocalDate) => string;
  /** The fact that a duty without a term of its own began with, and its day. */
  begunBy: (event: string, on: LocalDate) => string;
  /** That it has no term of its own, but is a part of another one, which ends on a day. */
  heldIn: (rule: string, due: LocalDate) => string;
  enclosed: (rule: string, due: LocalDate) => string;
  beganAfter: (rule: string, due: LocalDate) => string;
  provisional: (year: number) => string;
  until: (kind: Duty['kind'], due: LocalDate) => string;
  /** That the day of acceptance needs a year without calendar; `notBefore` is the earliest that it can be. */
  acceptancePending: (missingYear: number, notBefore: LocalDate) => string;
  /** That the due date does, and what can be said: the term's own last day, or the earliest that this can be. */
  pending: (pending: Pending, nominalDue: LocalDate | null) => string;
  /** Done while its date is pending. */
  doneWhilePending: (on: LocalDate, missingYear: number) => string;
  done: (on: LocalDate, late: boolean) => string;
  fellAway: (on: LocalDate, late: boolean, kind: Duty['kind']) => string;
  /** That the term was lengthened by working days (R-89, paragraph 14). */
  extended: (on: LocalDate, workingDays: number, dueBefore: LocalDate | null) => string;
  /** That a correction of the calendar moved the date; `since` is when it was known. */
  moved: (move: Move, since: LocalDate) => string;
}>;

/** A paragraph as the rulebook names it, e.g. `6(1)`, `6 end`, `10`: its number, and which part of it. */
export const paragraphParts = (
  paragraph: string,
): Readonly<{ number: string; point: string | null; isLast: boolean }> => {
  const [, number = paragraph, point = null] = /^(\d+)(?:\((\d+)\))?/.exec(paragraph) ?? [];
  return { number, point, isLast: paragraph.endsWith(' end') };
};

/** The number of an Appendix that the rulebook names, e.g. `2` of `App 2`; null of a paragraph. */
export const appendixOf = (paragraph: string): string | null => /^App (\d+)$/.exec(paragraph)?.[1] ?? null;

/** The working day that a day off was exchanged for, from the name of a transfer; null where it names none. */
export const transferredFrom = (name: string): LocalDate | null => {
  const [, month, day, year] = /\(substituted from (\d\d)\/(\d\d)\/(\d{4})\)/.exec(name) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
};

/** A holiday without the mark of a day off in its place. */
export const holidayOf = (name: string): string => name.replace(' (observed)', '');
