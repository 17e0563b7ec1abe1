import { agreedDay } from '../calendar/agreed-day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { firstOf } from '../calendar/zones.js';
import { closedOn, closingFact } from '../case/case.stage.js';
import type { SubmittedCase } from '../case/case.state.js';
import type { Instalment, InstantString, LocalDate, Tiyn } from '../case/case.types.js';
import { completedOn } from '../case/instalments.js';
import type { InstalmentRow, Rulebook } from '../rulebook/rulebook.js';
import { dueAtOf, type Duty, isLate, statusOf } from './duty.js';

/**
 * What an agreement on instalments makes owed once it is concluded (R-98, Appendix 2; A18): the initial contribution as number 0, then each
 * instalment, on its agreed day. Where no calendar tells the working day yet, the date is pending.
 */
export const instalmentDuties = (
  { instalments: row, paragraphs }: Rulebook,
  state: SubmittedCase,
  calendar: WorkingCalendar,
): readonly Duty[] => {
  const { agreement, dates } = state;
  const concludedOn = dates[row.trigger];
  if (concludedOn === undefined) return [];
  const paidOn = completedOn(agreement?.schedule ?? [], countedOf(state));
  const paragraphText = paragraphs[row.paragraph]?.[row.passage] ?? '';
  return (agreement?.schedule ?? []).map((instalment, index) => {
    const derivation = agreedDay({ from: concludedOn, on: instalment.dueOn, calendar });
    return dutyOf({ row, paragraphText, instalment, derivation, paidOn: paidOn[index] ?? null }, state);
  });
};

/** The payments that were not reversed. */
const countedOf = ({ payment }: SubmittedCase) => (payment?.received ?? []).filter(({ reversed }) => !reversed);

/** A schedule with the days until whose end each amount is paid in time, as its duty has them; those that are not dated yet as agreed. */
export const keptUntil = (
  schedule: readonly Instalment[],
  duties: readonly Pick<Duty, 'instance' | 'due'>[],
): readonly Instalment[] => {
  const due = new Map(duties.map((duty) => [duty.instance, duty.due]));
  return schedule.map((instalment) => ({ ...instalment, dueOn: due.get(instalment.number) ?? instalment.dueOn }));
};

/** When it was first entered that an instalment was paid in full, or that the case ended; null while it is owed. */
export const instalmentSettledAt = ({ instance, status }: Duty, state: SubmittedCase): InstantString | null => {
  if (status === 'OPEN') return null;
  const { agreement, entered } = state;
  const owed = sumOf((agreement?.schedule ?? []).filter(({ number }) => number <= (instance ?? 0)));
  const received = countedOf(state);
  const complete = received.findIndex((_, index) => sumOf(received.slice(0, index + 1)) >= owed);
  const closing = closingFact(state);
  return firstOf(
    [received[complete]?.enteredAt, closing === null ? undefined : entered[closing]].flatMap((at) => at ?? []),
  );
};

type Made = Readonly<{
  row: InstalmentRow;
  paragraphText: string;
  instalment: Instalment;
  derivation: Duty['derivation'];
  /** The day on which it was paid in full; null until then. */
  paidOn: LocalDate | null;
}>;

const dutyOf = (
  { row, paragraphText, instalment: { number }, derivation, paidOn }: Made,
  state: SubmittedCase,
): Duty => {
  const { due, nominalDue, pending } = derivation;
  const fellAwayOn = paidOn === null ? closedOn(state) : null;
  return {
    rule: row.rule,
    instance: number,
    paragraph: row.paragraph,
    paragraphText,
    kind: row.kind,
    duty: number === 0 ? row.contribution : `${row.instalment} ${number}`,
    debtor: row.debtor,
    creditor: row.creditor,
    trigger: { event: row.trigger, on: derivation.from },
    term: null,
    nominalDue,
    due,
    dueAt: dueAtOf(due, state.application.zone),
    pending,
    status: statusOf(paidOn, fellAwayOn),
    heldBy: null,
    dischargedOn: paidOn,
    fellAwayOn,
    late: isLate(derivation, paidOn ?? fellAwayOn),
    corrections: state.corrections.filter(({ fact }) => fact === row.trigger),
    derivation,
    acceptance: null,
  };
};

const sumOf = (amounts: readonly Readonly<{ amount: Tiyn }>[]): Tiyn =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);
