import { agreedDay } from '../calendar/agreed-day.js';
import { type Accepted, acceptance, nominalAcceptance } from '../calendar/acceptance.js';
import { cappedBy, type Derivation, dueDate, type Term } from '../calendar/due-date.js';
import { kzCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { localTimeOf } from '../calendar/zones.js';
import { closedOn } from '../case/case.stage.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case/case.state.js';
import type { LocalDate, Party } from '../case/case.types.js';
import { asCountedFrom } from '../case/reopening.js';
import { termsOf } from '../rulebook/ordered-terms.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import type { Obliged, Rulebook, TermRow } from '../rulebook/rulebook.js';
import { type DayCorrection, dueAtOf, type Duty, isLate, statusOf } from './duty.js';
import { instalmentDuties } from './instalment-duties.js';
import { acceptanceOf, acceptedUnder } from './known-acceptance.js';

/**
 * Every duty that the events so far have started, in the order of the rulebook's term table; a function of the case,
 * its pinned rulebook and the calendar, and of nothing else. Empty before submission. Throws `calendar-year-missing`
 * and `rulebook-unknown`.
 */
export const dutiesOf = (state: CaseState, calendar: WorkingCalendar = kzCalendar): readonly Duty[] =>
  isSubmitted(state) ? dutiesUnder(rulebookById(state.application.rulebook), state, calendar) : [];

/**
 * As `dutiesOf`, under a rulebook of the caller's choice, whose table has enclosing terms before those within them. What is held by one of
 * `kept` goes by that one, as it was when it closed.
 */
export const dutiesUnder = (
  rulebook: Rulebook,
  filed: SubmittedCase,
  calendar: WorkingCalendar,
  kept: readonly Duty[] = [],
): readonly Duty[] => {
  const state = acceptedUnder(filed, calendar);
  const duties: Duty[] = [];
  for (const row of termsOf(state, rulebook)) {
    const seen = asCountedFrom(row.trigger, state);
    const start = startOf(row, seen, calendar);
    if (start === undefined) continue;
    const derivation = derivationIn(row, start.on, row.heldBy === null ? duties : [...kept, ...duties], calendar);
    if (derivation === undefined) continue;
    duties.push(dutyOf(row, rulebook, seen, { ...start, derivation }));
  }
  return [...duties, ...instalmentDuties(rulebook, state, calendar)];
};

/**
 * A term runs its own time, not beyond the one around it. What has no term of its own takes that of the one that holds it, unless that had ended
 * before: then it is due when it begins. Undefined where nothing holds it.
 */
const derivationIn = (
  { term, setOn, within, heldBy }: TermRow,
  on: LocalDate,
  duties: readonly Duty[],
  calendar: WorkingCalendar,
): Derivation | undefined => {
  const own = setOn === undefined ? derivationOf(on, term, calendar) : agreedDay({ from: on, on: setOn, calendar });
  const around = duties.find(({ rule }) => rule === (heldBy ?? within));
  if (heldBy !== null && (around === undefined || around.due === null || around.due >= on)) return around?.derivation;
  return around === undefined ? own : cappedBy(own, around);
};

/** The day that a row is counted from, and how it followed from a moment. */
type Start = Readonly<{ on: LocalDate; acceptance: Accepted | null }>;

/** Undefined where nobody owes it, or not yet. */
const startOf = (row: TermRow, state: SubmittedCase, calendar: WorkingCalendar): Start | undefined => {
  const { dates, preliminaryRefusal } = state;
  if (row.needs.some((event) => dates[event] === undefined) || !appliesTo(row, state)) return undefined;
  if (row.countedFrom === 'DELIVERY') return deliveryTo(state, calendar);
  const on = row.countedFrom === 'RECEIPT' ? preliminaryRefusal?.receivedOn : dates[row.trigger];
  const isFromFiling = row.trigger === 'ApplicationSubmitted';
  return on === undefined ? undefined : { on, acceptance: isFromFiling ? acceptanceOf(state) : null };
};

/** What is delivered after hours or on a day off is there on the next working day, and nothing before acceptance (R-16, A5). */
const deliveryTo = ({ application, dates, deliveredAt }: SubmittedCase, calendar: WorkingCalendar) => {
  const { zone, acceptance: filing, acceptedOn } = application;
  if (dates.DocumentsDelivered === undefined || deliveredAt === null) return undefined;
  // Where the day was set right, the time of day stays.
  const at = `${dates.DocumentsDelivered}T${localTimeOf(deliveredAt, zone)}`;
  const received = acceptance({ at, office: { zone, closesAt: filing.closesAt }, calendar });
  const on = received.acceptedOn ?? nominalAcceptance(received);
  return { on: on < acceptedOn ? acceptedOn : on, acceptance: received };
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

/** The duty that a row makes of a case, once it is known when it is due. */
const dutyOf = (
  row: TermRow,
  rulebook: Rulebook,
  state: SubmittedCase,
  { on, acceptance: wayThere, derivation }: Start & Readonly<{ derivation: Derivation }>,
): Duty => {
  const { nominalDue, due, pending } = derivation;
  const kind = kindOf(row, state, due);
  const dischargedOn = doneOn(row, state, on);
  const fellAwayOn = dischargedOn === null ? endOf(row, state) : null;
  return {
    rule: row.rule,
    instance: null,
    paragraph: row.paragraph,
    paragraphText: rulebook.paragraphs[row.paragraph]?.[row.passage] ?? '',
    kind,
    duty: row.duty,
    debtor: debtorOf(row, state, due),
    creditor: row.creditor,
    trigger: { event: row.trigger, on },
    term: row.heldBy === null && row.setOn === undefined ? row.term : derivation.term,
    nominalDue,
    due,
    dueAt: dueAtOf(due, state.application.zone),
    pending,
    status: statusOf(dischargedOn, fellAwayOn),
    heldBy: row.heldBy,
    dischargedOn,
    fellAwayOn,
    // A power that ended unused was owed by nobody.
    late: isLate(derivation, dischargedOn ?? (kind === 'OBLIGATION' ? fellAwayOn : null)),
    corrections: correctionsOf(row, state),
    derivation,
    acceptance: wayThere,
  };
};

/** The Order says of an incomplete package that the provider rejects it: where the file shows one in time, that is owed. */
const kindOf = (
  { kind, owedWhereIncomplete }: TermRow,
  { incomplete }: CaseState,
  due: LocalDate | null,
): Duty['kind'] =>
  owedWhereIncomplete && incomplete !== null && (due === null || incomplete.from <= due) ? 'OBLIGATION' : kind;

/** The day on which it was done: of what may happen again, the first that counts. */
const doneOn = ({ dischargedBy, trigger }: TermRow, state: SubmittedCase, from: LocalDate): LocalDate | null => {
  if (dischargedBy === 'ResultIssued') return state.decisionIssuedOn;
  if (dischargedBy !== 'RightsInformationReceived') return state.dates[dischargedBy] ?? null;
  // After a transfer only what is told from the registration on counts (A9).
  const counted = state.rightsOn.filter((day) => trigger !== 'TitleRegistered' || day >= from);
  return counted.toSorted((one, other) => (one < other ? -1 : 1))[0] ?? null;
};

/** The first day on which nobody owed it any more; null while somebody does. */
const endOf = ({ fallsAwayOn, outlivesCase, owedWhereIncomplete }: TermRow, state: SubmittedCase): LocalDate | null => {
  const closing = outlivesCase ? null : closedOn(state);
  const mended = owedWhereIncomplete ? (state.incomplete?.until ?? null) : null;
  const ends = [...fallsAwayOn.map((event): LocalDate | null => state.dates[event] ?? null), closing, mended];
  return ends.reduce((first, day) => (first !== null && (day === null || first < day) ? first : day), null);
};

/** Who was late is told by the due date; while that is pending, whoever has to act next owes it. */
const debtorOf = ({ debtor, owedFirst }: TermRow, state: CaseState, known: LocalDate | null): Obliged => {
  const due = known ?? lastDay;
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
/** Later than every date, and before never: what is not done yet is behind it. */
const lastDay = '9999-12-31';

/** What was set right of the days that a row is counted between; the day of a receipt is no fact of its own. */
const correctionsOf = (
  { trigger, countedFrom, dischargedBy }: TermRow,
  { corrections }: CaseState,
): readonly DayCorrection[] =>
  corrections.filter(({ fact }) => fact === dischargedBy || (fact === trigger && countedFrom !== 'RECEIPT'));
