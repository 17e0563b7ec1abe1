import type { InstantString, LocalDate } from '../case/case.types.js';
import { type Duty, dutyKey, type DutyStanding, standingOf } from '../duties/duty.js';
import type { Obliged } from '../rulebook/rulebook.js';

/** The duties of a case at a point, and the moment that tells open and overdue apart. */
export type DutiesThen = Readonly<{ duties: readonly ComparedDuty[]; asOf: InstantString }>;

/** What is looked at of a duty. */
type ComparedDuty = Pick<
  Duty,
  | 'rule'
  | 'instance'
  | 'paragraph'
  | 'duty'
  | 'kind'
  | 'status'
  | 'late'
  | 'due'
  | 'dueAt'
  | 'pending'
  | 'debtor'
  | 'dischargedOn'
  | 'fellAwayOn'
>;

/** What of a duty may change. */
export type DutyThen = Readonly<{
  /** Null while it is pending: `missingYear` is the year without calendar that it needs. */
  due: LocalDate | null;
  missingYear: number | null;
  standing: DutyStanding;
  debtor: Obliged;
  dischargedOn: LocalDate | null;
  fellAwayOn: LocalDate | null;
}>;

/** One duty before and after; null where there was none. */
export type DutyChange = Readonly<{
  rule: string;
  /** Which one, where a rule is owed several times. */
  instance: number | null;
  paragraph: string;
  /** What is to be done. */
  duty: string;
  from: DutyThen | null;
  to: DutyThen | null;
  inWords: string;
}>;

/** What became of the duties between two points: those that differ, in the order of the rulebook. */
export const dutyChanges = (before: DutiesThen, after: DutiesThen): readonly DutyChange[] => {
  const now = new Map(after.duties.map((duty) => [dutyKey(duty), duty]));
  const then = new Map(before.duties.map((duty) => [dutyKey(duty), duty]));
  const gone = before.duties.filter((duty) => !now.has(dutyKey(duty)));
  return [...after.duties, ...gone].flatMap((duty) => {
    const { rule, instance, paragraph } = duty;
    const key = dutyKey(duty);
    const from = thenOf(then.get(key), before.asOf);
    const to = thenOf(now.get(key), after.asOf);
    if (isSame(from, to)) return [];
    const inWords = `${key}, ${duty.duty}: ${changed(from, to)}`;
    return [{ rule, instance, paragraph, duty: duty.duty, from, to, inWords }];
  });
};

const thenOf = (duty: ComparedDuty | undefined, asOf: InstantString): DutyThen | null => {
  if (duty === undefined) return null;
  const { due, pending, debtor, dischargedOn, fellAwayOn } = duty;
  const missingYear = pending?.missingYear ?? null;
  return { due, missingYear, standing: standingOf(duty, asOf), debtor, dischargedOn, fellAwayOn };
};

const isSame = (one: DutyThen | null, other: DutyThen | null): boolean => JSON.stringify(one) === JSON.stringify(other);

const changed = (from: DutyThen | null, to: DutyThen | null): string => {
  if (to === null) return 'not owed any more';
  if (from === null) return `${standing(to)}, ${dueIn(to)}`;
  const parts = [
    from.standing === to.standing && from.dischargedOn === to.dischargedOn ? null : standing(to),
    from.due === to.due ? null : movedIn(from, to),
    from.debtor === to.debtor ? null : `owed by ${obliged(to.debtor)}, not by ${obliged(from.debtor)}`,
  ];
  return parts.filter((part) => part !== null).join('; ') || `${standing(to)}, ${dueIn(to)}`;
};

const dueIn = ({ due, missingYear }: DutyThen): string =>
  due === null ? `due when there is a calendar of ${missingYear}` : `due on ${due}`;

const movedIn = (from: DutyThen, to: DutyThen): string =>
  from.due === null || to.due === null ? dueIn(to) : `due on ${to.due}, not on ${from.due}`;

const standing = ({ standing: stands, dischargedOn, fellAwayOn }: DutyThen): string =>
  ({
    OPEN: 'open',
    OVERDUE: 'overdue',
    LAPSED: 'lapsed unused',
    KEPT: `done in time on ${dischargedOn}`,
    LATE: `done late on ${dischargedOn}`,
    FALLEN_AWAY: `fallen away on ${fellAwayOn}`,
    PENDING: dischargedOn === null ? 'pending' : `done on ${dischargedOn}, pending`,
  })[stands];

const obliged = (one: Obliged): string => `the ${one.toLowerCase().replaceAll('_', ' ')}`;
