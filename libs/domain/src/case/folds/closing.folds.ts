import type { ClosingEvent, CorrectionRecorded } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import { reopened } from '../reopening.js';
import type { DataOf, Folds } from './fold.js';

/** The right day stands from here on; what was believed before stays in the log. */
const correctionRecorded = (state: CaseState, { date, reason }: DataOf<'CorrectionRecorded'>): CaseState => {
  if (date === null) return state;
  const isOfAcceptance = date.fact === 'ApplicationSubmitted' && state.application !== null;
  return {
    ...state,
    ...(isOfAcceptance && { application: { ...state.application, acceptedOn: date.is } }),
    dates: { ...state.dates, [date.fact]: date.is },
    corrections: [...state.corrections, { ...date, reason }],
  };
};

/** Results, missed duties, corrections, the end of a case, and that it goes on after all. */
export const closingFolds: Folds<ClosingEvent | CorrectionRecorded> = {
  ResultIssued: (state, { result, issuedOn }) => ({
    ...state,
    results: [...state.results, result],
    dates: { ...state.dates, ResultIssued: issuedOn },
  }),
  DutyMissed: (state, { rule, due }) => ({ ...state, missed: [...state.missed, { rule, due }] }),
  CorrectionRecorded: correctionRecorded,
  ApplicationWithdrawn: (state, { withdrawnOn }) => ({
    ...state,
    dates: { ...state.dates, ApplicationWithdrawn: withdrawnOn },
  }),
  CaseClosed: (state, { outcome }) => ({ ...state, status: outcome, outcome }),
  CaseReopened: reopened,
};
