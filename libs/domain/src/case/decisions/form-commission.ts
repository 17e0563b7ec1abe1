import { refuse } from '../../refusals/refuse.js';
import type { FormCommission } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-order.js';

/** The provider forms the composition of the housing commission (R-43, para 9). */
export const formCommission = (
  { at, kind, members, chairId, secretaryId }: FormCommission,
  state: SubmittedCase,
): readonly CaseEvent[] => {
  assertStandsAt(state, 'EXAMINED', { before: 'not-examined', after: 'commission-already-formed' });
  const memberIds = members.map(({ memberId }) => memberId);
  const repeated = memberIds.filter((memberId, index) => memberIds.indexOf(memberId) !== index);
  if (repeated.length > 0) throw refuse('commission-member-repeated', { repeated });
  if (!memberIds.includes(chairId)) throw refuse('chair-not-a-member', { chairId });
  if (!memberIds.includes(secretaryId)) throw refuse('secretary-not-a-member', { secretaryId });

  return [{ type: 'CommissionFormed', data: { at, kind, members, chairId, secretaryId } }];
};
