import { refuse } from '../../refusals/refuse.js';
import { rulebookById } from '../../rulebook/rulebooks.js';
import type { FormCommission } from '../case.commands.js';
import type { CommissionRules } from '../case.types.js';
import { assertStandsAt } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The provider forms the composition of the housing commission (R-43, para 9), of the size that its rules ask; the
 * office's own, or the rulebook's where it has none.
 */
export const formCommission: Step<'FormCommission'> = {
  gate: (state) => assertStandsAt(state, 'EXAMINED', { before: 'not-examined', after: 'commission-already-formed' }),

  decide: (command, { application }) => {
    const { at, kind, members, chairId, secretaryId } = command;
    const rules = command.rules ?? rulebookById(application.rulebook).commission;
    assertComposed(command, rules);

    return [{ type: 'CommissionFormed', data: { at, kind, members, chairId, secretaryId, rules } }];
  },
};

const assertComposed = ({ members, chairId, secretaryId }: FormCommission, { minMembers }: CommissionRules): void => {
  const memberIds = members.map(({ memberId }) => memberId);
  const repeated = memberIds.filter((memberId, index) => memberIds.indexOf(memberId) !== index);
  if (repeated.length > 0) throw refuse('commission-member-repeated', { repeated });
  if (members.length < minMembers) {
    throw refuse('commission-too-small', { members: members.length, least: minMembers });
  }
  if (!memberIds.includes(chairId)) throw refuse('chair-not-a-member', { chairId });
  if (!memberIds.includes(secretaryId)) throw refuse('secretary-not-a-member', { secretaryId });
};
