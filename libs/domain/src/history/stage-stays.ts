import { closedOn } from '../case/case.stage.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case/case.state.js';
import type { LocalDate, OpenStage } from '../case/case.types.js';

/** A stage that a case has entered, and the legal days between which it lay there; `until` is null while it does. */
export type StageStay = Readonly<{ stage: OpenStage; from: LocalDate; until: LocalDate | null }>;

/**
 * The stages of paragraph 9 and the payment of paragraph 8 as a case went through them, in that order, by legal days as
 * they are known: each begins on the day on which the one before ended, and the end of the case ends the last. Empty
 * before submission.
 */
export const stageStaysOf = (state: CaseState): readonly StageStay[] => {
  if (!isSubmitted(state)) return [];
  const stays: StageStay[] = [];
  let from = state.application.acceptedOn;
  for (const [stage, left] of wayOf(state)) {
    if (left === undefined) return [...stays, { stage, from, until: closedOn(state) }];
    // What was left before the case was decided anew is not entered again.
    if (left < from && state.reopenings.length > 0) continue;
    stays.push({ stage, from, until: left });
    from = left;
  }
  return stays;
};

type Stretch = readonly [stage: OpenStage, left: LocalDate | undefined];

/** Each stage of a case's way and when it is left; what was refused goes no further than the decision. */
const wayOf = (state: SubmittedCase): readonly Stretch[] => {
  const { dates, decision, application } = state;
  const examined: readonly Stretch[] = [
    ['DOCUMENTS', dates.ApplicationRegistered],
    ['DECISION', decision?.outcome === 'PRIVATIZE' ? decisionLeft(state) : undefined],
  ];
  const transfer: readonly Stretch[] = application.route === 'COMMUNAL' ? [] : [['TRANSFER', dates.TitleRegistered]];
  const payment: readonly Stretch[] = application.paymentMode === 'NONE' ? [] : [['PAYMENT', dates.PaymentReceived]];
  return [...examined, ...transfer, ['AGREEMENT', dates.AgreementSigned], ...payment];
};

/** As `stageOf` has it: on the communal route the rights must be known as well (A9, A16). */
const decisionLeft = ({ application, dates }: SubmittedCase): LocalDate | undefined => {
  const { DecisionSigned: signed, RightsInformationReceived: known } = dates;
  if (application.route !== 'COMMUNAL' || signed === undefined) return signed;
  return known !== undefined && known < signed ? signed : known;
};
