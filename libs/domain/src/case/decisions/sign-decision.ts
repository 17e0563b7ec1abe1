import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertSignedBy } from '../act-moment.js';
import type { SignDecision } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-order.js';

/** The provider registers and signs the decision (R-45, R-46, para 9); not by a hand that examined the case. */
export const signDecision = (command: SignDecision, state: SubmittedCase): readonly CaseEvent[] => {
  assertStandsAt(state, 'DECIDED', { before: 'not-decided', after: 'decision-already-signed' });
  const { at, by, decisionNumber, eds } = command;
  if (state.examiners.includes(by)) throw refuse('examiner-may-not-sign', { signer: by });
  assertSignedBy(eds, command);

  const signedOn = localDateOf(at, state.application.zone);
  return [{ type: 'DecisionSigned', data: { at, decisionNumber, eds, signedOn, signedBy: by } }];
};
