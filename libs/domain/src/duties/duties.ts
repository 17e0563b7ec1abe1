import { cappedBy, type Derivation, dueDate, type Term } from '../calendar/due-date.js';
import { kzCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case/case.state.js';
import type { LocalDate } from '../case/case.types.js';
import { rulebookById } from '../rulebook/rulebook-choice.js';
import type { Rulebook, TermRow } from '../rulebook/rulebook.js';
import type { Duty } from './duty.js';
import { dutyOf } from './duty-of-row.js';

/**
 * Every duty that the events so far have started, in the order of the rulebook's term table; a function of the case,
 * its pinned rulebook and the calendar, and of nothing else. Empty before submission. Throws `calendar-year-missing`
 * and `rulebook-unknown`.
 */
export const dutiesOf = (state: CaseState, calendar: WorkingCalendar = kzCalendar): readonly Duty[] =>
  isSubmitted(state) ? dutiesUnder(rulebookById(state.application.rulebook), state, calendar) : [];

/** As `dutiesOf`, under a rulebook of the caller's choice, whose table has enclosing terms before those within them. */
export const dutiesUnder = (rulebook: Rulebook, state: SubmittedCase, calendar: WorkingCalendar): readonly Duty[] => {
  const duties: Duty[] = [];
  for (const row of rulebook.terms) {
    const on = startOf(row, state);
    if (on === undefined) continue;
    const own = derivationOf(on, row.term, calendar);
    const enclosing = duties.find(({ rule }) => rule === row.within);
    const derivation = enclosing === undefined ? own : cappedBy(own, enclosing);
    duties.push(dutyOf(row, rulebook, state, derivation));
  }
  return duties;
};

/** The day that a row is counted from; undefined where nobody owes it, or not yet. */
const startOf = (row: TermRow, state: SubmittedCase): LocalDate | undefined => {
  const { dates, preliminaryRefusal } = state;
  if (row.needs.some((event) => dates[event] === undefined) || !appliesTo(row, state)) return undefined;
  return row.countedFrom === 'RECEIPT' ? preliminaryRefusal?.receivedOn : dates[row.trigger];
};

const appliesTo = ({ where }: TermRow, { application, decision }: SubmittedCase): boolean =>
  agrees(where.channel, application.channel) &&
  agrees(where.route, application.route) &&
  agrees(where.paymentMode, application.paymentMode) &&
  agrees(where.decision, decision?.outcome);

const agrees = (asked: string | undefined, actual: string | undefined): boolean =>
  asked === undefined || asked === actual;

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
