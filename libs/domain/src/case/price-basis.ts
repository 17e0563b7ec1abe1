import { amountShown, isAmount } from '../money/money.js';
import { refuse } from '../refusals/refuse.js';
import type { Form, LocalDate, PriceBasis } from './case.types.js';

/**
 * A decision on redemption states the residual value and what it rests on (R-98, docs/law/rules.md 1.4); one on a
 * dwelling free of charge states no price.
 */
export const assertPriced = (
  basis: PriceBasis | null,
  { form, decidedOn }: Readonly<{ form: Form; decidedOn: LocalDate }>,
): void => {
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
