import { localDateOf } from '../../calendar/zones.js';
import { amountShown } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import type { OfferAgreement } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-order.js';

/**
 * The provider offers the agreement at the price that was decided, once the decision is signed and the rights are known
 * (R-46 to; para 9(1)).
 */
export const offerAgreement = (
  { at, agreementNumber, price, medium }: OfferAgreement,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  assertStandsAt(state, 'DECISION_SIGNED', { before: 'decision-not-signed', after: 'agreement-already-offered' });
  if (state.dates.RightsInformationReceived === undefined) throw refuse('rights-information-missing');
  const decided = state.decision?.residualValue ?? null;
  if (price !== decided) {
    throw refuse('price-not-as-decided', {
      price: amountShown(price),
      decided: decided === null ? null : amountShown(decided),
    });
  }

  const offeredOn = localDateOf(at, state.application.zone);
  const paperNotice = medium === 'PAPER' ? onPaper : null;
  return [{ type: 'AgreementOffered', data: { at, agreementNumber, price, medium, offeredOn, paperNotice } }];
};

/** R-39 warns and does not block: item 4 allows the service on paper. */
const onPaper = 'Paragraph 8 speaks of an electronic agreement; this one is on paper (R-39).';
