import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertSignedBy, assertSignedFrom, edsNoticeOf } from '../act-moment.js';
import { assertStandsAt } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The provider registers and signs the decision (R-45, R-46, para 9); not by a hand that examined the case. A signed
 * refusal ends the case.
 */
export const signDecision: Step<'SignDecision'> = {
  gate: (state, { by }) => {
    assertStandsAt(state, 'DECIDED', { before: 'not-decided', after: 'decision-already-signed' });
    if (state.examiners.includes(by)) throw refuse('examiner-may-not-sign', { signer: by });
  },

  decide: (command, state, settings) => {
    const { application, decision, reachedAt } = state;
    const { at, by, decisionNumber, eds } = command;
    together(
      () => assertSignedBy(eds, command),
      () => assertSignedFrom(eds, reachedAt),
    );

    const signedOn = localDateOf(at, application.zone);
    const edsNotice = edsNoticeOf(command, state, settings);
    const data = { at, decisionNumber, eds, edsNotice, signedOn, signedBy: by };
    const signed = { type: 'DecisionSigned', data } as const;
    return decision?.outcome === 'REFUSE'
      ? [signed, { type: 'CaseClosed', data: { at, outcome: 'REFUSED' } }]
      : [signed];
  },
};
