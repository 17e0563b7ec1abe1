import { localDateOf } from '../../calendar/zones.js';
import type { ClosingEvent, CorrectionRecorded } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import type { InstantString, LocalDate } from '../case.types.js';
import { isDayOfFact } from '../../corrections/entries.js';
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

const withDay = (state: CaseState, date: NonNullable<DataOf<'CorrectionRecorded'>['date']>): CaseState => {
  const { fact, is } = date;
  const dated = { ...state, ...repeatedFacts(state, date), dates: { ...state.dates, [fact]: is } };
  if (fact === 'ApplicationRegistered') return { ...dated, registeredFrom: is };
  if (fact !== 'ApplicationSubmitted' || state.application === null) return dated;
  return {
    ...dated,
    application: { ...state.application, acceptedOn: is, acceptedFrom: is, acceptancePending: false },
  };
};

/** Of what happens more than once, the day that was wrong is the right one from here on. */
const repeatedFacts = (
  { decisionIssuedOn, rightsOn }: CaseState,
  { fact, was, is }: Readonly<{ fact: string; was: LocalDate; is: LocalDate }>,
): Pick<CaseState, 'decisionIssuedOn' | 'rightsOn'> => ({
  decisionIssuedOn: fact === 'ResultIssued' && decisionIssuedOn === was ? is : decisionIssuedOn,
  rightsOn: fact === 'RightsInformationReceived' ? rightsOn.map((day) => (day === was ? is : day)) : rightsOn,
});

/** Where no calendar told the working day on which a result counts, the day itself stands for it. */
const issued = ({ application }: CaseState, issuedOn: LocalDate | null, at: InstantString): LocalDate =>
  issuedOn ?? localDateOf(at, application?.zone ?? 'UTC');

/** Results, missed duties, corrections, the end of a case, and that it goes on after all. */
export const closingFolds: Folds<ClosingEvent | CorrectionRecorded> = {
  ResultIssued: (state, { at, result, issuedOn }) => ({
    ...state,
    results: [...state.results, result],
    decisionIssuedOn:
      result === 'DECISION' || result === 'REFUSAL' ? issued(state, issuedOn, at) : state.decisionIssuedOn,
    dates: { ...state.dates, ResultIssued: issued(state, issuedOn, at) },
  }),
  DutyMissed: (state, { rule, instance, due }) => ({ ...state, missed: [...state.missed, { rule, instance, due }] }),
  CorrectionRecorded: correctionRecorded,
  ApplicationWithdrawn: (state, { withdrawnOn }) => ({
    ...state,
    dates: { ...state.dates, ApplicationWithdrawn: withdrawnOn },
  }),
  CaseClosed: (state, { outcome }) => ({ ...state, status: outcome, outcome }),
  CaseReopened: reopened,
};
