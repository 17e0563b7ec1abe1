import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertNotBeforeDay } from '../act-moment.js';
import { assertStandsAt, assertTransferred } from '../case-gates.js';
import type { SubmittedCase } from '../case.state.js';
import { type Step, taken } from '../step.js';
import { type DeedApprover, deedApprovers, type Side, sides } from '../case.words.js';

/**
 * The signed deed is approved: on the communal entity's route once, for the receiving side (R-50, para 9(2)); on the
 * republican one for both (R-56, R-57, para 9(3)); by nobody but those whom the Order names (A15).
 */
export const approveTransferDeed: Step<'ApproveTransferDeed'> = {
  gate: (state) => {
    assertTransferred(state);
    const codes = { before: 'deed-not-signed', after: 'deed-already-approved', republicanRule: 'R-56' } as const;
    assertStandsAt(state, 'DEED_SIGNED', codes);
  },
  takes: {
    side: taken(sides, (side, state) => {
      const approving = approvingSides(state);
      if (!approving.includes(side)) return refuse('side-does-not-approve', { side, sides: approving });
      return state.deed.approvedOn[side] === undefined ? null : refuse('side-already-approved', { side });
    }),
  },
  decide: ({ at, side, approver, approvedBy }, state) => {
    const approvers: readonly DeedApprover[] = deedApprovers[side];
    if (!approvers.includes(approver)) {
      throw refuse('may-not-approve', { side, approver, approvers }, approvalRule(side, state));
    }
    const { deed, dates, application } = state;
    assertNotBeforeDay(at, state, dates.TransferDeedSigned);

    const approvedOn = localDateOf(at, application.zone);
    const completesApproval = approvingSides(state).every(
      (each) => each === side || deed.approvedOn[each] !== undefined,
    );
    return [{ type: 'TransferDeedApproved', data: { at, side, approver, approvedBy, approvedOn, completesApproval } }];
  },
};

/** On the republican route the approval of each side is a row of its own. */
const approvalRule = (side: Side, { application: { route } }: SubmittedCase): string | undefined => {
  if (route !== 'REPUBLICAN_ENTITY') return undefined;
  return side === 'TRANSFERRING' ? 'R-56' : 'R-57';
};

/** The sides that approve a deed: one on the communal entity's route, both on the republican one (A15). */
const approvingSides = ({ application: { route } }: SubmittedCase): readonly Side[] =>
  route === 'REPUBLICAN_ENTITY' ? ['TRANSFERRING', 'RECEIVING'] : ['RECEIVING'];
