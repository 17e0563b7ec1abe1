import type { InstantString } from '../case/case.types.js';
import { type Duty, dutyKey, standingOf } from '../duties/duty.js';
import { dutyIn } from '../duties/words/label.js';
import type { Language } from '../language.js';
import { changeIn, type DutyThen } from './change.words.js';

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

/** One duty before and after; null where there was none. */
export type DutyChange = Readonly<{
  rule: string;
  /** Which one, where a rule is owed several times. */
  instance: number | null;
  paragraph: string;
  /** What is to be done, and what became of it, in the language asked for. */
  duty: string;
  from: DutyThen | null;
  to: DutyThen | null;
  inWords: string;
}>;

/** What became of the duties between two points: those that differ, in the order of the rulebook. */
export const dutyChanges = (
  before: DutiesThen,
  after: DutiesThen,
  language: Language = 'en',
): readonly DutyChange[] => {
  const now = new Map(after.duties.map((duty) => [dutyKey(duty), duty]));
  const then = new Map(before.duties.map((duty) => [dutyKey(duty), duty]));
  const gone = before.duties.filter((duty) => !now.has(dutyKey(duty)));
  return [...after.duties, ...gone].flatMap((duty) => {
    const { rule, instance, paragraph } = duty;
    const key = dutyKey(duty);
    const from = thenOf(then.get(key), before.asOf);
    const to = thenOf(now.get(key), after.asOf);
    if (isSame(from, to)) return [];
    const what = dutyIn(duty, language);
    const inWords = `${key}, ${what}: ${changeIn(from, to, language)}`;
    return [{ rule, instance, paragraph, duty: what, from, to, inWords }];
  });
};

const thenOf = (duty: ComparedDuty | undefined, asOf: InstantString): DutyThen | null => {
  if (duty === undefined) return null;
  const { due, pending, debtor, dischargedOn, fellAwayOn } = duty;
  const missingYear = pending?.missingYear ?? null;
  return { due, missingYear, standing: standingOf(duty, asOf), debtor, dischargedOn, fellAwayOn };
};

const isSame = (one: DutyThen | null, other: DutyThen | null): boolean => JSON.stringify(one) === JSON.stringify(other);
