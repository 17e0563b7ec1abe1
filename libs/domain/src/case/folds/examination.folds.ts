import { localDateOf } from '../../calendar/zones.js';
import type { CaseEvent, ExaminationEvent } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import type { InstantString, LocalDate } from '../case.types.js';
import { type DataOf, type Folds, step } from './fold.js';

const commissionFormed = (state: CaseState, data: DataOf<'CommissionFormed'>): CaseState => ({
  ...step(state, 'COMMISSION_FORMED', data.at, formedOn(state, data)),
  commission: {
    kind: data.kind,
    memberIds: data.members.map(({ memberId }) => memberId),
    conflictedIds: data.members
      .filter(({ conflictOfInterest }) => conflictOfInterest !== null)
      .map(({ memberId }) => memberId),
    chairId: data.chairId,
    secretaryId: data.secretaryId,
    rules: data.rules,
  },
});

/** The event names no day of its own: its moment says it. */
const ownDay = (
  { application }: CaseState,
  { at }: Readonly<{ at: InstantString }>,
  fact: CaseEvent['type'],
): CaseState['dates'] => (application === null ? {} : { [fact]: localDateOf(at, application.zone) });

/** The event names no day of its own: the commission has the case from the day on which the first one was formed. */
const formedOn = ({ application, dates }: CaseState, { at }: DataOf<'CommissionFormed'>): CaseState['dates'] =>
  application === null ? {} : { CommissionFormed: dates.CommissionFormed ?? localDateOf(at, application.zone) };

const hearingScheduled = (state: CaseState, { hearing }: DataOf<'HearingScheduled'>): CaseState => ({
  ...state,
  preliminaryRefusal: state.preliminaryRefusal && { ...state.preliminaryRefusal, hearing },
});

/**
 * A further notice takes the place of the one before, with days and objections of its own; of the duty to notify
 * the first keeps the day.
 */
const preliminaryRefusalNotified = (
  state: CaseState,
  { ground, notifiedOn, receivedOn }: DataOf<'PreliminaryRefusalNotified'>,
  enteredAt: InstantString,
): CaseState => {
  const { ObjectionReceived: _toTheOneBefore, ...dates } = state.dates;
  return {
    ...state,
    preliminaryRefusal: { ground, receivedOn, enteredAt, hearing: null, objections: 0 },
    dates: { ...dates, PreliminaryRefusalNotified: dates.PreliminaryRefusalNotified ?? notifiedOn },
  };
};

/** The first objection uses the right of R-78, in whatever order they are entered. */
const objectionReceived = (state: CaseState, { receivedOn }: DataOf<'ObjectionReceived'>): CaseState => ({
  ...state,
  dates: { ...state.dates, ObjectionReceived: earliest(receivedOn, state.dates.ObjectionReceived) },
  preliminaryRefusal: state.preliminaryRefusal && {
    ...state.preliminaryRefusal,
    objections: state.preliminaryRefusal.objections + 1,
  },
});

const earliest = (day: LocalDate, known: LocalDate = day): LocalDate => (day < known ? day : known);

/** From the examination of compliance to the signed decision. */
export const examinationFolds: Folds<ExaminationEvent> = {
  ComplianceReviewed: (state, { at, examinedBy }) => ({
    ...step(state, 'EXAMINED', at, ownDay(state, { at }, 'ComplianceReviewed')),
    examiners: [...state.examiners, examinedBy],
  }),
  RemarksRaised: (state, { raisedOn, raisedBy }) => ({
    ...state,
    examiners: [...state.examiners, raisedBy],
    dates: { ...state.dates, RemarksRaised: state.dates.RemarksRaised ?? raisedOn },
  }),
  CommissionFormed: commissionFormed,
  PreliminaryRefusalNotified: preliminaryRefusalNotified,
  HearingScheduled: hearingScheduled,
  ObjectionReceived: objectionReceived,
  HearingHeld: (state, { heldOn }) => ({ ...state, dates: { ...state.dates, HearingHeld: heldOn } }),
  CommissionDecided: (state, { at, outcome, decidedOn, ground, priceBasis }) => ({
    ...step(state, 'DECIDED', at, { CommissionDecided: decidedOn }),
    decision: { outcome, ground, residualValue: priceBasis?.residualValue ?? null, decisionNumber: null },
  }),
  DecisionSigned: (state, { at, decisionNumber, signedOn }) => ({
    // Where it was decided anew, a dwelling that was transferred already is not transferred again.
    ...step(state, state.dates.TitleRegistered === undefined ? 'DECISION_SIGNED' : 'TITLE_REGISTERED', at, {
      DecisionSigned: signedOn,
    }),
    decision: state.decision && { ...state.decision, decisionNumber },
  }),
};
