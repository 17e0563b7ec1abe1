import type { Accepted } from '../calendar/acceptance.js';
import type { Derivation, Pending, Term } from '../calendar/due-date.js';
import { endOfLocalDay, isAfter } from '../calendar/zones.js';
import type { CaseEvent } from '../case/case.events.js';
import type { InstantString, LocalDate } from '../case/case.types.js';
import type { DutyKind, Obliged } from '../rulebook/rulebook.js';

export const dutyStatuses = ['OPEN', 'DISCHARGED', 'FALLEN_AWAY'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];

/** A legal day that was set right after it had been recorded. */
export type DayCorrection<Event extends string = CaseEvent['type']> = Readonly<{
  fact: Event;
  was: LocalDate;
  is: LocalDate;
  /** Null where it is told in the case's answer alone, as it may name a person. */
  reason: string | null;
}>;

/**
 * A "shall within" of the Order, as it stands for one case (or, with other events, for one complaint). Always derived,
 * never stored as a fact.
 */
export type Duty<Event extends string = CaseEvent['type']> = Readonly<{
  /** Row of docs/law/rules.md section 11; with `instance`, a case has each at most once (`dutyKey`). */
  rule: string;
  /** Which one, where a rule is owed several times: the number of the instalment, 0 for the initial contribution; else null. */
  instance: number | null;
  paragraph: string;
  /** The Order's own words. */
  paragraphText: string;
  kind: DutyKind;
  /** What is to be done, e.g. `conclude the agreement`. */
  duty: string;
  debtor: Obliged;
  creditor: Obliged;
  /** What started it, and the day that its term is counted from. */
  trigger: Readonly<{ event: Event; on: LocalDate }>;
  /** Null where the day is agreed, not counted. */
  term: Term | null;
  /** The term's own last day: warn from here on. Null where working days are counted that no calendar tells yet. */
  nominalDue: LocalDate | null;
  /** Rolled to a working day: the duty is kept until the end of this day. Null while it is pending. */
  due: LocalDate | null;
  /** The end of the due day in the provider's zone; null while that is pending. */
  dueAt: InstantString | null;
  /** Why there is no due date yet: the year that is missing. Null where there is one. */
  pending: Pending | null;
  status: DutyStatus;
  /** The rule of the term that it is a part of and due with; null where it has a term of its own. */
  heldBy: string | null;
  dischargedOn: LocalDate | null;
  /** The day on which it ended undone. */
  fellAwayOn: LocalDate | null;
  /**
   * Discharged after the due date, or owed beyond it until it fell away. Whether an open duty is late is for who knows
   * the time to say, by `dueAt`. Null where it ended while its date is pending: that is judged when the year is known.
   */
  late: boolean | null;
  /** Where the day that it is counted from, or that it was discharged on, was set right: oldest first. */
  corrections: readonly DayCorrection<Event>[];
  derivation: Derivation;
  /**
   * How the day that it is counted from followed from the moment of filing, or of delivery, by the calendar as it is known; null where
   * it did not.
   */
  acceptance: Accepted | null;
}>;

/** What names one duty of a case: `R-27`, or `R-98/3` where a rule is owed several times. */
export const dutyKey = ({ rule, instance }: Readonly<{ rule: string; instance: number | null }>): string =>
  // Duties that were stored by an older version have no instance.
  typeof instance === 'number' ? `${rule}/${instance}` : rule;

/** The status of a duty by the days on which it was discharged or fell away. */
export const statusOf = (dischargedOn: LocalDate | null, fellAwayOn: LocalDate | null): DutyStatus => {
  if (dischargedOn !== null) return 'DISCHARGED';
  return fellAwayOn === null ? 'OPEN' : 'FALLEN_AWAY';
};

/** The end of a due day in a zone; null while it is pending. */
export const dueAtOf = (due: LocalDate | null, zone: string): InstantString | null =>
  due === null ? null : endOfLocalDay(due, zone);

/**
 * Whether what ended on a day did so after its due date; false where it has not ended. Null where that is pending and cannot be told: by the
 * earliest day on which the term can end it is in time for sure.
 */
export const isLate = (
  { due, pending }: Readonly<{ due: LocalDate | null; pending: Duty['pending'] }>,
  endedOn: LocalDate | null,
): Duty['late'] => {
  if (endedOn === null) return false;
  if (due !== null) return endedOn > due;
  return pending !== null && endedOn <= pending.notBefore ? false : null;
};

/** How a duty stands at a moment. LAPSED is a power whose day is over: nobody owed it. PENDING: no calendar tells its day yet. */
export const dutyStandings = ['OPEN', 'OVERDUE', 'LAPSED', 'KEPT', 'LATE', 'FALLEN_AWAY', 'PENDING'] as const;
export type DutyStanding = (typeof dutyStandings)[number];

/** How a duty stands at a moment: what is open is overdue once its day is over. */
export const standingOf = (
  { status, kind, late, dueAt }: Pick<Duty, 'status' | 'kind' | 'late' | 'dueAt'>,
  at: InstantString,
): DutyStanding => {
  if (status === 'FALLEN_AWAY') return status;
  if (status === 'DISCHARGED') return doneAs(late);
  if (dueAt === null) return 'PENDING';
  if (!isAfter(at, dueAt)) return status;
  return kind === 'POWER' ? 'LAPSED' : 'OVERDUE';
};

const doneAs = (late: Duty['late']): DutyStanding => {
  if (late === null) return 'PENDING';
  return late ? 'LATE' : 'KEPT';
};

/** Whether what is open is past its day at a moment; what is pending is not. */
export const isOverdue = ({ status, dueAt }: Pick<Duty, 'status' | 'dueAt'>, at: InstantString): boolean =>
  status === 'OPEN' && dueAt !== null && isAfter(at, dueAt);

/** What is known by now of a duty that was recorded as missed on a day: it is missed as recorded where nothing else was found. */
export type MissedAsKnown = Readonly<{
  /** The day on which it was done in time. */
  foundKeptOn: LocalDate | null;
  /** The day on which it was due instead: what was missed then is told by a record of its own. */
  foundDueOn: LocalDate | null;
  /** Nobody owed it past its day. */
  foundNotOwed: boolean;
}>;

/** What duties as they are known say of one that was recorded as missed. */
export const missedAsKnown = (
  recorded: MissedDuty,
  duties: readonly Pick<Duty<string>, 'rule' | 'instance' | 'kind' | 'due' | 'status' | 'late' | 'dischargedOn'>[],
): MissedAsKnown => {
  const nothing = { foundKeptOn: null, foundDueOn: null, foundNotOwed: false };
  const duty = duties.find((one) => dutyKey(one) === dutyKey(recorded));
  if (duty === undefined || duty.kind === 'POWER') return { ...nothing, foundNotOwed: true };
  if (duty.status === 'OPEN' || duty.late) {
    return duty.due === recorded.due ? nothing : { ...nothing, foundDueOn: duty.due };
  }
  return duty.status === 'DISCHARGED'
    ? { ...nothing, foundKeptOn: duty.dischargedOn }
    : { ...nothing, foundNotOwed: true };
};

/** Whether a duty is recorded as missed on the day on which it is due, and is not known by now to have been kept. */
export const isMissed = (
  { due, status, late, ...duty }: Pick<Duty<string>, 'rule' | 'instance' | 'due' | 'status' | 'late'>,
  recorded: readonly MissedDuty[],
): boolean =>
  (status === 'OPEN' || late === true) && recorded.some((one) => dutyKey(one) === dutyKey(duty) && one.due === due);

/** A duty recorded as missed, with the day on which it was due. */
export type MissedDuty = Readonly<{ rule: string; instance: number | null; due: LocalDate }>;
