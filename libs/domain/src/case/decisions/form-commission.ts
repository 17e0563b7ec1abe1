import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { rulebookById } from '../../rulebook/rulebooks.js';
import type { FormCommission } from '../case.commands.js';
import type { CommissionRules } from '../case.types.js';
import { hasReached } from '../case-gates.js';
import { applicantIinOf, type KnownCase } from '../people.js';
import { saysSomething } from '../stated.js';
import { noticeOf } from '../notices.js';
import type { Step } from '../step.js';

/**
 * The provider forms the composition of the housing commission (R-43, para 9), of the size that its rules ask; the
 * office's own, or the rulebook's where it has none. Until the commission has decided it may be formed anew, with the
 * reason (A27).
 */
export const formCommission: Step<'FormCommission'> = {
  gate: (state) => {
    if (!hasReached(state, 'EXAMINED')) throw refuse('not-examined', { status: state.status });
    if (hasReached(state, 'DECIDED')) throw refuse('commission-already-formed', { status: state.status });
  },

  decide: (command, state, { refuseChairAsSecretary }) => {
    const { at, kind, members, chairId, secretaryId } = command;
    const rules = command.rules ?? rulebookById(state.application.rulebook).commission;
    const [, chairNotice, reasoned] = together(
      () => assertComposed(command, rules),
      () => chairNoticeOf(command, refuseChairAsSecretary),
      () => anew(command, state),
    );

    const data = { at, kind, members, chairId, secretaryId, rules, ...reasoned, chairNotice };
    return [{ type: 'CommissionFormed', data }];
  },
};

const chairNoticeOf = ({ chairId, secretaryId }: FormCommission, refused: boolean): string | null => {
  if (chairId !== secretaryId) return null;
  if (refused) throw refuse('chair-is-secretary', { field: 'secretaryId' });
  return noticeOf('chairIsSecretary');
};

/** The first one has no reason; a further one has, and the name of somebody may be in it. */
const anew = ({ reason }: FormCommission, state: KnownCase) => {
  const { status } = state;
  const isAnew = status === 'COMMISSION_FORMED';
  if (isAnew && !saysSomething(reason)) throw refuse('commission-already-formed', { status });
  if (!isAnew && reason !== null) throw refuse('commission-not-formed-before');
  return { reason, applicantIin: isAnew ? applicantIinOf(state) : null };
};

const assertComposed = ({ members, chairId, secretaryId }: FormCommission, { minMembers }: CommissionRules): void => {
  const memberIds = members.map(({ memberId }) => memberId);
  together(
    () => assertNamedOnce(memberIds),
    () => assertLargeEnough(members.length, minMembers),
    () => {
      if (!memberIds.includes(chairId)) throw refuse('chair-not-a-member', { field: 'chairId' });
    },
    () => {
      if (!memberIds.includes(secretaryId)) throw refuse('secretary-not-a-member', { field: 'secretaryId' });
    },
  );
};

const assertNamedOnce = (memberIds: readonly string[]): void => {
  const fields = memberIds.flatMap((memberId, index) =>
    memberIds.indexOf(memberId) === index ? [] : [`members.${index}.memberId`],
  );
  if (fields.length > 0) throw refuse('commission-member-repeated', { fields });
};

const assertLargeEnough = (members: number, least: number): void => {
  if (members < least) throw refuse('commission-too-small', { members, least });
};
