import { localDateOf } from '../../calendar/zones.js';
import type { ClosingEvent, CorrectionRecorded } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import { isDayOfFact } from '../corrections/entries.js';
import { reopened } from '../reopening.js';
import type { DataOf, Folds } from './fold.js';

/**
 * The right values of entries stand in them already (`evolveCase`). A right day of a fact stands from here on; what was
 * believed before stays in the log.
 */
const correctionRecorded = (state: CaseState, data: DataOf<'CorrectionRecorded'>): CaseState => {
  const { date, values } = data;
  // What is sealed in the log is told in no state.
  const reason = data.applicantIin === null ? data.reason : null;
  const days = values
    .filter(isDayOfFact)
    .map(({ event, was, is }) => ({ fact: event, was: String(was), is: String(is), reason }));
  const corrections = [...state.corrections, ...days];
  if (date === null || values.length > 0) return { ...state, corrections };
  return { ...withDay(state, date), corrections: [...corrections, { ...date, reason }] };
};

const withDay = (state: CaseState, { fact, is }: NonNullable<DataOf<'CorrectionRecorded'>['date']>): CaseState => {
  const dated = { ...state, dates: { ...state.dates, [fact]: is } };
  if (fact === 'ApplicationRegistered') return { ...dated, registeredFrom: is };
  if (fact !== 'ApplicationSubmitted' || state.application === null) return dated;
  return {
    ...dated,
    application: { ...state.application, acceptedOn: is, acceptedFrom: is, acceptancePending: false },
  };
};

/** Results, missed duties, corrections, the end of a case, and that it goes on after all. */
export const closingFolds: Folds<ClosingEvent | CorrectionRecorded> = {
  ResultIssued: (state, { at, result, issuedOn }) => ({
    ...state,
    results: [...state.results, result],
    // Where no calendar told the working day on which it counts, the day itself stands for it.
    dates: { ...state.dates, ResultIssued: issuedOn ?? localDateOf(at, state.application?.zone ?? 'UTC') },
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
