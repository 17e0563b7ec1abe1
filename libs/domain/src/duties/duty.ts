import type { Acceptance } from '../calendar/acceptance.js';
import type { Derivation, Term } from '../calendar/due-date.js';
import { isAfter } from '../calendar/zones.js';
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
  /** Row of docs/law/rules.md section 11; a case has each at most once. */
  rule: string;
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
  term: Term;
  /** The term's own last day: warn from here on. */
  nominalDue: LocalDate;
  /** Rolled to a working day: the duty is kept until the end of this day. */
  due: LocalDate;
  /** The end of the due day in the provider's zone. */
  dueAt: InstantString;
  status: DutyStatus;
  dischargedOn: LocalDate | null;
  /** The day on which it ended undone. */
  fellAwayOn: LocalDate | null;
  /**
   * Discharged after the due date, or owed beyond it until it fell away. Whether an open duty is late is for who knows
   * the time to say, by `dueAt`.
   */
  late: boolean;
  /** Where the day that it is counted from, or that it was discharged on, was set right: oldest first. */
  corrections: readonly DayCorrection<Event>[];
  derivation: Derivation;
  /** How the trigger day followed from the moment of filing; only where acceptance is the trigger. */
  acceptance: Acceptance | null;
}>;

/** The status of a duty by the days on which it was discharged or fell away. */
export const statusOf = (dischargedOn: LocalDate | null, fellAwayOn: LocalDate | null): DutyStatus => {
  if (dischargedOn !== null) return 'DISCHARGED';
  return fellAwayOn === null ? 'OPEN' : 'FALLEN_AWAY';
};

/** How a duty stands at a moment. LAPSED is a power whose day is over: nobody owed it. */
export const dutyStandings = ['OPEN', 'OVERDUE', 'LAPSED', 'KEPT', 'LATE', 'FALLEN_AWAY'] as const;
export type DutyStanding = (typeof dutyStandings)[number];

/** How a duty stands at a moment: what is open is overdue once its day is over. */
export const standingOf = (
  { status, kind, late, dueAt }: Pick<Duty, 'status' | 'kind' | 'late' | 'dueAt'>,
  at: InstantString,
): DutyStanding => {
  if (status === 'DISCHARGED') return late ? 'LATE' : 'KEPT';
  if (status === 'FALLEN_AWAY' || !isAfter(at, dueAt)) return status;
  return kind === 'POWER' ? 'LAPSED' : 'OVERDUE';
};

/** Whether a duty is recorded as missed on the day on which it is due, and is not known by now to have been kept. */
export const isMissed = (
  { rule, due, status, late }: Pick<Duty<string>, 'rule' | 'due' | 'status' | 'late'>,
  recorded: readonly Readonly<{ rule: string; due: LocalDate }>[],
): boolean => (status === 'OPEN' || late) && recorded.some((one) => one.rule === rule && one.due === due);
