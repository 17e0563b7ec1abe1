import { localDateOf } from '../../calendar/zones.js';
import { amountShown, isAmount } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertNotBeforeDay } from '../act-moment.js';
import { assertStandsAt } from '../case-gates.js';
import type { DecideCommission } from '../case.commands.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import type { Form, LocalDate, PriceBasis } from '../case.types.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { groundedAsNotified } from '../lawful/contents-of-law.js';
import { refusedInTime } from '../lawful/days-of-law.js';
import { groundOf } from '../lawful/unlawful.js';
import { assertReasoned } from '../stated.js';
import type { Step } from '../step.js';
import { assertAdopted } from '../voting.js';

/**
 * The commission votes: it decides to privatize, also after a hearing, or makes a reasoned refusal (R-44, para 9; R-80,
 * para 10). Dated by its adoption (A16).
 */
export const decideCommission: Step<'DecideCommission'> = {
  gate: (state) =>
    assertStandsAt(state, 'COMMISSION_FORMED', { before: 'commission-not-formed', after: 'already-decided' }),

  decide: (command, state, settings) => {
    const { at, outcome, votes, ground, facts, reasons, priceBasis } = command;
    const { application, commission } = state;
    const decidedOn = localDateOf(at, application.zone);
    if (commission === null) throw refuse('commission-not-formed');
    together(
      () =>
        outcome === 'REFUSE'
          ? assertRefusal(command, decidedOn, state, settings)
          : assertPrivatization(command, decidedOn, state),
      () => assertAdopted(votes, commission),
    );

    return [{ type: 'CommissionDecided', data: { at, outcome, decidedOn, votes, ground, facts, reasons, priceBasis } }];
  },
};

/**
 * A refusal comes after the hearing and three working days after the notice, when the two days for
 * objections are over as well (R-78, A3); it rests on the ground of the notice, with facts and reasons (R-72 to R-74,
 *
 */
const assertRefusal = (
  command: DecideCommission,
  decidedOn: LocalDate,
  state: SubmittedCase,
  settings: CaseSettings,
): void => {
  together(
    () => assertHeard(command, decidedOn, state, settings),
    () => assertGrounded(command, state),
    () => assertNoPrice(command),
  );
};

const assertHeard = (
  command: DecideCommission,
  decidedOn: LocalDate,
  state: SubmittedCase,
  settings: CaseSettings,
): void => {
  const { dates, preliminaryRefusal } = state;
  if (preliminaryRefusal === null || dates.HearingHeld === undefined) throw refuse('hearing-not-held');
  together(
    () => assertNotBeforeDay(command.at, state, dates.HearingHeld),
    () => assertLawful(refusedInTime(groundOf(state, settings), decidedOn)),
  );
};

const assertGrounded = (command: DecideCommission, state: SubmittedCase): void => {
  assertReasoned(command);
  assertLawful(groundedAsNotified({ state }, command));
};

const assertNoPrice = ({ priceBasis }: DecideCommission): void => {
  if (priceBasis !== null) throw refuse('price-on-refusal');
};

const assertPrivatization = (command: DecideCommission, decidedOn: LocalDate, state: SubmittedCase): void => {
  together(
    () => assertLawful(groundedAsNotified({ state }, command)),
    () => assertPriced(command.priceBasis, state.application.form, decidedOn),
  );
};

/**
 * A decision on redemption states the residual value and what it rests on (R-98, docs/law/rules.md 1.4); one on a
 * dwelling free of charge states no price.
 */
const assertPriced = (basis: PriceBasis | null, form: Form, decidedOn: LocalDate): void => {
  if (form === 'GRATUITOUS') {
    if (basis !== null) throw refuse('gratuitous-not-paid');
    return;
  }
  if (basis === null) throw refuse('price-basis-missing');
  const { residualValue, valuationDate } = basis;
  if (!isAmount(residualValue) || residualValue === 0) {
    throw refuse('price-basis-not-positive', { residualValue: amountShown(residualValue) });
  }
  if (valuationDate > decidedOn) throw refuse('valuation-in-future', { valuationDate, decidedOn });
};
