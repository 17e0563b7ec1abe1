import type { Derivation } from '../calendar/due-date.js';
import { endOfLocalDay } from '../calendar/zones.js';
import type { CaseState, SubmittedCase } from '../case/case.state.js';
import type { LocalDate, Party } from '../case/case.types.js';
import type { Obliged, Rulebook, TermRow } from '../rulebook/rulebook.js';
import { closedOn } from './closed-on.js';
import type { DayCorrection, Duty, DutyStatus } from './duty.js';

/** The duty that a row makes of a case, once it is known when it is due. */
export const dutyOf = (row: TermRow, rulebook: Rulebook, state: SubmittedCase, derivation: Derivation): Duty => {
  const { nominalDue, due } = derivation;
  const dischargedOn = state.dates[row.dischargedBy] ?? null;
  const fellAwayOn = dischargedOn === null ? endOf(row, state) : null;
  return {
    rule: row.rule,
    paragraph: row.paragraph,
    paragraphText: rulebook.paragraphs[row.paragraph]?.[row.passage] ?? '',
    kind: row.kind,
    duty: row.duty,
    debtor: debtorOf(row, state, due),
    creditor: row.creditor,
    trigger: { event: row.trigger, on: derivation.from },
    term: row.term,
    nominalDue,
    due,
    dueAt: endOfLocalDay(due, state.application.zone),
    status: statusOf(dischargedOn, fellAwayOn),
    dischargedOn,
    fellAwayOn,
    late: dischargedOn === null ? wasOwedBeyond(due, row.kind, fellAwayOn) : dischargedOn > due,
    corrections: correctionsOf(row, state),
    derivation,
    acceptance: row.trigger === 'ApplicationSubmitted' ? state.application.acceptance : null,
  };
};

/** The first day on which nobody owed it any more; null while somebody does. */
const endOf = ({ fallsAwayOn }: TermRow, state: SubmittedCase): LocalDate | null => {
  const ends = [...fallsAwayOn.map((event): LocalDate | null => state.dates[event] ?? null), closedOn(state)];
  return ends.reduce((first, day) => (first !== null && (day === null || first < day) ? first : day), null);
};

const statusOf = (dischargedOn: LocalDate | null, fellAwayOn: LocalDate | null): DutyStatus => {
  if (dischargedOn !== null) return 'DISCHARGED';
  return fellAwayOn === null ? 'OPEN' : 'FALLEN_AWAY';
};

/** A power that ended unused was owed by nobody. */
const wasOwedBeyond = (due: LocalDate, kind: Duty['kind'], fellAwayOn: LocalDate | null): boolean =>
  kind === 'OBLIGATION' && fellAwayOn !== null && fellAwayOn > due;

const debtorOf = ({ debtor, owedFirst }: TermRow, state: CaseState, due: LocalDate): Obliged => {
  if (owedFirst !== null && (state.dates[owedFirst.until] ?? never) > due) return owedFirst.debtor;
  return debtor === 'PROVIDER_AND_RECIPIENT' ? partyBehind(state, due) : debtor;
};

/**
 * What both parties owe is owed by whoever has not done their part in time: the provider until it has offered, then who
 * has not signed, and once concluded who signed late (A17).
 */
const partyBehind = ({ agreement, dates }: CaseState, due: LocalDate): Obliged => {
  if (agreement === null || (dates.AgreementOffered ?? due) > due) return 'PROVIDER';
  const isBehind = (party: Party): boolean => (agreement.signedOn[party] ?? never) > due;
  if (isBehind('PROVIDER') === isBehind('RECIPIENT')) return 'PROVIDER_AND_RECIPIENT';
  return isBehind('PROVIDER') ? 'PROVIDER' : 'RECIPIENT';
};

/** Later than every date. */
const never = '~';

/** What was set right of the days that a row is counted between; the day of a receipt is no fact of its own. */
const correctionsOf = (
  { trigger, countedFrom, dischargedBy }: TermRow,
  { corrections }: CaseState,
): readonly DayCorrection[] =>
  corrections.filter(({ fact }) => fact === dischargedBy || (fact === trigger && countedFrom === 'FACT'));
