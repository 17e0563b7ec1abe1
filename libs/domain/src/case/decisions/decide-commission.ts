import { localDateOf } from '../../calendar/zones.js';
import { amountShown, isAmount } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import type { DecideCommission } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate, PriceBasis } from '../case.types.js';
import { assertStandsAt } from '../case-order.js';
import { assertAdopted } from '../voting.js';

/**
 * The commission votes on the privatization (R-44, para 9). A refusal needs a hearing on file (R-79, para 10), which
 * this version cannot hold; a positive decision on redemption states the residual value and what it rests on.
 */
export const decideCommission = (
  { at, outcome, votes, ground, facts, reasons, priceBasis }: DecideCommission,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  assertStandsAt(state, 'COMMISSION_FORMED', { before: 'commission-not-formed', after: 'already-decided' });
  if (outcome === 'REFUSE') throw refuse('hearing-not-held');
  assertAdopted(votes, state);
  const decidedOn = localDateOf(at, state.application.zone);
  assertPriced(priceBasis, decidedOn);

  return [{ type: 'CommissionDecided', data: { at, outcome, decidedOn, votes, ground, facts, reasons, priceBasis } }];
};

const assertPriced = (basis: PriceBasis | null, decidedOn: LocalDate): void => {
  if (basis === null) throw refuse('price-basis-missing');
  const { residualValue, valuationDate } = basis;
  if (!isAmount(residualValue) || residualValue === 0) {
    throw refuse('price-basis-not-positive', { residualValue: amountShown(residualValue) });
  }
  if (valuationDate > decidedOn) throw refuse('valuation-in-future', { valuationDate, decidedOn });
};
