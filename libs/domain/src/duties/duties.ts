import { cappedBy, type Derivation, dueDate, type Term } from '../calendar/due-date.js';
import { kzCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { endOfLocalDay } from '../calendar/zones.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case/case.state.js';
import type { LocalDate, Party } from '../case/case.types.js';
import { rulebookById } from '../rulebook/rulebook-choice.js';
import type { Obliged, Rulebook, TermRow } from '../rulebook/rulebook.js';
import type { Duty, DutyStatus } from './duty.js';

/**
 * Every duty that the events so far have started, in the order of the rulebook's term table; a function of the case,
 * its pinned rulebook and the calendar, and of nothing else. Empty before submission. Throws `calendar-year-missing`
 * and `rulebook-unknown`.
 */
export const dutiesOf = (state: CaseState, calendar: WorkingCalendar = kzCalendar): readonly Duty[] =>
  isSubmitted(state) ? dutiesUnder(rulebookById(state.application.rulebook), state, calendar) : [];

/** As `dutiesOf`, under a rulebook of the caller's choice. */
export const dutiesUnder = (rulebook: Rulebook, state: SubmittedCase, calendar: WorkingCalendar): readonly Duty[] => {
  const duties: Duty[] = [];
  for (const row of rulebook.terms) {
    const on = state.dates[row.trigger];
    if (on === undefined || !appliesTo(row, state)) continue;
    const own = derivationOf(on, row.term, calendar);
    const enclosing = duties.find(({ rule }) => rule === row.within);
    const derivation = enclosing === undefined ? own : cappedBy(own, enclosing);
    duties.push(dutyOf(row, rulebook, state, derivation));
  }
  return duties;
};

const appliesTo = ({ where }: TermRow, { application, decision }: SubmittedCase): boolean =>
  agrees(where.channel, application.channel) &&
  agrees(where.route, application.route) &&
  agrees(where.paymentMode, application.paymentMode) &&
  agrees(where.decision, decision?.outcome);

const agrees = (asked: string | undefined, actual: string | undefined): boolean =>
  asked === undefined || asked === actual;

const dutyOf = (row: TermRow, rulebook: Rulebook, state: SubmittedCase, derivation: Derivation): Duty => {
  const { nominalDue, due } = derivation;
  const dischargedOn = state.dates[row.dischargedBy] ?? null;
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
    status: statusOf(row, state),
    dischargedOn,
    late: dischargedOn !== null && dischargedOn > due,
    derivation,
    acceptance: row.trigger === 'ApplicationSubmitted' ? state.application.acceptance : null,
  };
};

const statusOf = ({ dischargedBy, fallsAwayOn }: TermRow, { dates }: CaseState): DutyStatus => {
  if (dates[dischargedBy] !== undefined) return 'DISCHARGED';
  return fallsAwayOn.some((event) => dates[event] !== undefined) ? 'FALLEN_AWAY' : 'OPEN';
};

/**
 * What both parties owe is owed by whoever has not done their part in time: the provider until it has offered, then who
 * has not signed, and once concluded who signed late (A17).
 */
const debtorOf = ({ debtor }: TermRow, { agreement, dates }: CaseState, due: LocalDate): Obliged => {
  if (debtor !== 'PROVIDER_AND_RECIPIENT') return debtor;
  if (agreement === null || (dates.AgreementOffered ?? due) > due) return 'PROVIDER';
  const isBehind = (party: Party): boolean => (agreement.signedOn[party] ?? never) > due;
  if (isBehind('PROVIDER') === isBehind('RECIPIENT')) return debtor;
  return isBehind('PROVIDER') ? 'PROVIDER' : 'RECIPIENT';
};

/** Later than every date. */
const never = '~';

/**
 * Projections ask at every event, and cases of one day share their derivations: a few hundred of these answer nearly
 * all.
 */
const derivationOf = (from: LocalDate, term: Term, calendar: WorkingCalendar): Derivation => {
  const known = derivations.get(calendar) ?? new Map<string, Derivation>();
  derivations.set(calendar, known);
  const key = `${from} ${term.n} ${term.unit}`;
  const derivation = known.get(key) ?? dueDate({ from, term, calendar });
  if (known.size >= derivationsKept) known.clear();
  known.set(key, derivation);
  return derivation;
};

const derivations = new WeakMap<WorkingCalendar, Map<string, Derivation>>();
const derivationsKept = 1024;
