import type { CaseEvent, CaseReopened } from './case.events.js';
import type { CaseState } from './case.state.js';
import { hasReached } from './case-gates.js';
import type { CaseStatus, InstantString, LocalDate } from './case.types.js';

type Facts = CaseState['dates'];

/** The facts of a decision and of all that follows from it: with a new decision they begin again. */
const ofTheDecision = [
  'ApplicationRejected',
  'PreliminaryRefusalNotified',
  'ObjectionReceived',
  'HearingHeld',
  'CommissionDecided',
  'DecisionSigned',
  'AgreementOffered',
  'AgreementSigned',
  'PaymentReceived',
  'ResultIssued',
  'ApplicationWithdrawn',
] as const satisfies readonly (keyof Facts)[];

/** Those of a transfer. A dwelling that has become communal stays so, whatever is decided anew. */
const ofTheTransfer = [
  'PetitionSent',
  'IndustryConsentGiven',
  'StatePropertyDecisionMade',
  'TransferDeedSigned',
  'TransferDeedApproved',
] as const satisfies readonly (keyof Facts)[];

const beginAgain: ReadonlySet<string> = new Set([...ofTheDecision, ...ofTheTransfer, 'CaseReopened']);

/** Folds in that a case goes on (A31). */
export const reopened = (state: CaseState, data: CaseReopened['data'], enteredAt: InstantString): CaseState =>
  data.cause === 'PAYMENT_TAKEN_BACK' ? paymentOpen(state, data) : decidedAnew(state, data, enteredAt);

/** The agreement stands, and is to be paid again. */
const paymentOpen = (state: CaseState, { at, ...reopening }: CaseReopened['data']): CaseState => {
  const { PaymentReceived: _takenBack, ...dates } = state.dates;
  const { PaymentReceived: _entered, ...entered } = state.entered;
  return {
    ...state,
    status: 'AGREEMENT_CONCLUDED',
    reachedAt: at,
    outcome: null,
    dates,
    entered,
    reopenings: [...state.reopenings, { ...reopening, setAside: null }],
  };
};

/**
 * Back to the commission, or to as far as the case had come where none was formed. The decision, its notice and what
 * followed are set aside; the commission, the remarks, what was found out and what was paid stay.
 */
const decidedAnew = (
  state: CaseState,
  { at, ...reopening }: CaseReopened['data'],
  enteredAt: InstantString,
): CaseState => {
  const aside: readonly string[] =
    state.dates.TitleRegistered === undefined ? [...ofTheDecision, ...ofTheTransfer] : ofTheDecision;
  const isAside = (fact: string): boolean => aside.includes(fact);
  const { decision, agreement } = state;
  const status = statusBeforeDecision(state);
  const setAside = { dates: only(state.dates, isAside), entered: only(state.entered, isAside), decision, agreement };
  return {
    ...state,
    status,
    reachedAt: status === state.status ? state.reachedAt : at,
    outcome: null,
    dates: { ...only(state.dates, (fact) => !isAside(fact)), CaseReopened: reopening.reopenedOn },
    entered: { ...only(state.entered, (fact) => !isAside(fact)), CaseReopened: enteredAt },
    defects: [],
    preliminaryRefusal: null,
    decision: null,
    ...(state.dates.TitleRegistered === undefined && { deed: { signedOn: {}, approvedOn: {} } }),
    agreement: null,
    results: [],
    decisionIssuedOn: null,
    reopenings: [...state.reopenings, { ...reopening, setAside }],
  };
};

const statusBeforeDecision = (state: CaseState): CaseStatus | null => {
  const { status, outcome, dates } = state;
  if (outcome === null && !hasReached(state, 'COMMISSION_FORMED')) return status;
  if (dates.CommissionFormed !== undefined) return 'COMMISSION_FORMED';
  if (dates.CompletenessConfirmed !== undefined) return 'COMPLETE';
  return dates.ApplicationRegistered === undefined ? 'SUBMITTED' : 'REGISTERED';
};

const only = <Value>(
  facts: Readonly<Partial<Record<CaseEvent['type'], Value>>>,
  keep: (fact: string) => boolean,
): Readonly<Partial<Record<CaseEvent['type'], Value>>> =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => keep(fact)));

/**
 * A case as a term sees it that is counted from a fact: what began before a reopening and was done then stays done, on the
 * day of the first time; what is counted from a new decision knows nothing of the one that was set aside.
 */
export const asCountedFrom = <State extends CaseState>(trigger: CaseEvent['type'], state: State): State =>
  beginAgain.has(trigger)
    ? state
    : state.reopenings.reduceRight<State>(
        (later, { setAside }) => (setAside === null ? later : withEarlier(later, setAside)),
        state,
      );

/** A case with what was set aside; of what was done again since, the first time counts. */
const withEarlier = <State extends CaseState>(
  state: State,
  { dates, entered, decision, agreement }: NonNullable<CaseState['reopenings'][number]['setAside']>,
): State => ({
  ...state,
  dates: { ...state.dates, ...dates },
  entered: { ...state.entered, ...entered },
  decision,
  agreement,
});

/** A case as it was until it was decided anew, for each time that it was; oldest first. */
export const earlierRounds = <State extends CaseState>(
  state: State,
): readonly Readonly<{ state: State; until: LocalDate }>[] => {
  const before = { ...state, dates: only(state.dates, (fact) => !beginAgain.has(fact)) };
  return state.reopenings.flatMap(({ setAside, reopenedOn }) =>
    setAside === null ? [] : [{ state: withEarlier<State>(before, setAside), until: reopenedOn }],
  );
};
