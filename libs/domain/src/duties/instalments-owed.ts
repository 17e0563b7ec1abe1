import type { CaseState } from '../case/case.state.js';
import type { Instalment, Tiyn } from '../case/case.types.js';

/** An amount of the agreed schedule, and what has been paid of it. Amounts are in tiyn. */
export type InstalmentOwed = Readonly<Instalment & { paid: Tiyn; status: 'PAID' | 'PARTLY_PAID' | 'UNPAID' }>;

/**
 * The schedule of a concluded agreement on instalments: what was paid goes to the amounts in their order, the initial
 * contribution (number 0) first. The days are the agreement's, not the Order's, so that no duty of the term table stands
 * behind them (R-37, A18). Empty before the agreement and where it has no schedule.
 */
export const instalmentsOwed = ({ agreement, payment, dates }: CaseState): readonly InstalmentOwed[] => {
  if (dates.AgreementSigned === undefined) return [];
  let left = payment?.paid ?? 0;
  return (agreement?.schedule ?? []).map((instalment) => {
    const paid = Math.min(left, instalment.amount);
    left -= paid;
    return { ...instalment, paid, status: statusOf(paid, instalment.amount) };
  });
};

const statusOf = (paid: Tiyn, amount: Tiyn): InstalmentOwed['status'] => {
  if (paid === amount) return 'PAID';
  return paid > 0 ? 'PARTLY_PAID' : 'UNPAID';
};
