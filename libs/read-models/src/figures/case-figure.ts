import {
  closedOn,
  elapsedDays,
  isSubmitted,
  knownAcceptance,
  knownDutiesOf,
  stageOf,
  stageStaysOf,
  type Calendars,
  type CaseStage,
  type CaseState,
  type Form,
  type KnownDuty,
  type LocalDate,
  type Outcome,
  type Route,
  type Span,
  type SubmittedCase,
  type Verdict,
} from '@app/domain';

/** Calendar days and working days; the latter null where the calendar lacks a year. */
export type Days = readonly [calendarDays: number, workingDays: number | null];

/** What a case counts for in figures. Days are legal days in the provider's zone. No personal data. */
export type CaseFigure = Readonly<{
  officeId: string;
  route: Route;
  form: Form;
  rulebook: string;
  stage: CaseStage;
  outcome: Outcome | null;
  decision: Verdict | null;
  /** The day of acceptance. */
  receivedOn: LocalDate;
  /** The day on which the commission decided (A16). */
  decidedOn: LocalDate | null;
  rejectedOn: LocalDate | null;
  concludedOn: LocalDate | null;
  closedOn: LocalDate | null;
  /** What has ended. */
  days: Readonly<Partial<Record<Span, Days>>>;
  /** Rules of the obligations that were kept, of those that were done late or ended undone past their day, and of those still owed. */
  kept: readonly string[];
  late: readonly string[];
  owed: readonly Readonly<{ rule: string; due: LocalDate | null }>[];
  /** Those of all these rules that the recipient owes alone. */
  recipients: readonly string[];
}>;

/** What a case comes to by a calendar; null before submission. Throws as `knownDutiesOf` does. */
export const caseFigure = (filed: CaseState, calendars: Calendars): CaseFigure | null => {
  if (!isSubmitted(filed)) return null;
  const state = knownAcceptance(filed, calendars);
  const { application, dates, decision, outcome } = state;
  return {
    officeId: application.officeId,
    route: application.route,
    form: application.form,
    rulebook: application.rulebook,
    stage: stageOf(state) ?? 'DOCUMENTS',
    outcome,
    decision: decision?.outcome ?? null,
    receivedOn: application.acceptedOn,
    decidedOn: dates.CommissionDecided ?? null,
    rejectedOn: dates.ApplicationRejected ?? null,
    concludedOn: dates.AgreementSigned ?? null,
    closedOn: closedOn(state),
    days: daysOf(state, calendars),
    ...dutiesOf(knownDutiesOf(filed, calendars)),
  };
};

const daysOf = (state: SubmittedCase, calendars: Calendars): CaseFigure['days'] => {
  const received = state.application.acceptedOn;
  const spans: readonly Readonly<{ span: Span; from: LocalDate; until: LocalDate | null | undefined }>[] = [
    ...stageStaysOf(state).map(({ stage, from, until }) => ({ span: stage, from, until })),
    { span: 'TO_DECISION', from: received, until: state.dates.DecisionSigned },
    { span: 'WHOLE', from: received, until: closedOn(state) },
  ];
  const ended = spans.flatMap(({ span, from, until }) => {
    if (until === null || until === undefined) return [];
    const { calendarDays, workingDays } = elapsedDays(from, until, calendars.current);
    return [[span, [calendarDays, workingDays]] as const];
  });
  return Object.fromEntries(ended);
};

/**
 * A power that lapses was owed by nobody; what fell away before it was due was neither kept nor late, nor is what ended while its date is
 * pending; what another term holds counts with that one, and not twice.
 */
const dutiesOf = (duties: readonly KnownDuty[]): Pick<CaseFigure, 'kept' | 'late' | 'owed' | 'recipients'> => {
  const counted = duties.filter(
    ({ kind, status, late, heldBy }) =>
      kind === 'OBLIGATION' && heldBy === null && (status !== 'FALLEN_AWAY' || late === true),
  );
  const rulesOf = (some: readonly KnownDuty[]): readonly string[] => some.map(({ rule }) => rule);
  return {
    kept: rulesOf(counted.filter(({ status, late }) => status === 'DISCHARGED' && late === false)),
    late: rulesOf(counted.filter(({ status, late }) => status !== 'OPEN' && late === true)),
    owed: counted.filter(({ status }) => status === 'OPEN').map(({ rule, due }) => ({ rule, due })),
    recipients: rulesOf(counted.filter(({ debtor }) => debtor === 'RECIPIENT')),
  };
};
