import { localDateOf } from '../../calendar/zones.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertStandsAt } from '../case-gates.js';
import type { SubmittedCase } from '../case.state.js';
import { defectsOf, registersToAnswer } from '../completeness.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { rejectedInTime } from '../lawful/days-of-law.js';
import { notBorneOut } from '../lawful/package-of-law.js';
import { groundOf } from '../lawful/unlawful.js';
import type { Step } from '../step.js';

/**
 * The provider rejects an incomplete package or expired documents, with the list of defects, within two working days of
 * registration and only then (R-33, para 6; A4). It names what the file shows and nothing else: what is required of this
 * applicant and missing, expired, or not signed. A document is not missing where a state register has found what it
 * proves, nor while one has yet to answer (R-69, A12).
 */
export const rejectApplication: Step<'RejectApplication'> = {
  gate: (state, { at }, settings) => {
    const after = state.dates.CompletenessConfirmed === undefined ? 'already-examined' : 'rejection-after-completeness';
    assertStandsAt(state, 'REGISTERED', { before: 'not-registered', after });
    assertLawful(rejectedInTime(groundOf(state, settings), localDateOf(at, state.application.zone)));
  },

  nothingLeft: (state) => (defectsOf(state).length > 0 ? null : nothingToReject(state)),

  decide: ({ at, defects }, state) => {
    if (defects.length === 0) throw refuse('rejection-without-defects');
    together(...defects.map((defect) => () => assertLawful(notBorneOut(defect, state))));

    const rejectedOn = localDateOf(at, state.application.zone);
    return [
      { type: 'ApplicationRejected', data: { at, defects, rejectedOn, notBorneOut: [] } },
      { type: 'CaseClosed', data: { at, outcome: 'REJECTED' } },
    ];
  },
};

/** Nothing to name: a register has yet to answer, or the package is complete. */
const nothingToReject = (state: SubmittedCase): Refusal => {
  const registers = registersToAnswer(state);
  return registers.length > 0 ? refuse('state-data-awaited', { registers }) : refuse('rejection-without-defects');
};
