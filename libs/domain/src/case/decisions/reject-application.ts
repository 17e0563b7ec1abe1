import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { SubmittedCase } from '../case.state.js';
import type { Defect } from '../case.types.js';
import { assertStandsAt } from '../case-gates.js';
import { isBorneOut, isThere, registersAwaited, registersWith } from '../completeness.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { rejectedInTime } from '../lawful/days-of-law.js';
import { groundOf } from '../lawful/unlawful.js';
import type { Step } from '../step.js';

/**
 * The provider rejects an incomplete package or expired documents, with the list of defects, within two working days of
 * registration and only then (R-33, para 6; A4). A document is not missing where a state register has found what it
 * proves, nor while one has yet to answer (R-69, A12).
 */
export const rejectApplication: Step<'RejectApplication'> = {
  gate: (state, { at }, settings) => {
    const after = state.dates.CompletenessConfirmed === undefined ? 'already-examined' : 'rejection-after-completeness';
    assertStandsAt(state, 'REGISTERED', { before: 'not-registered', after });
    assertLawful(rejectedInTime(groundOf(state, settings), localDateOf(at, state.application.zone)));
  },

  decide: ({ at, defects }, state) => {
    if (defects.length === 0) throw refuse('rejection-without-defects');
    for (const defect of defects) assertNotObtainable(defect, state);

    const rejectedOn = localDateOf(at, state.application.zone);
    const notBorneOut = defects
      .filter((defect) => !isBorneOut(defect, state))
      .map(({ kind, documentType }) => ({ kind, documentType }));
    return [
      { type: 'ApplicationRejected', data: { at, defects, rejectedOn, notBorneOut } },
      { type: 'CaseClosed', data: { at, outcome: 'REJECTED' } },
    ];
  },
};

const assertNotObtainable = ({ kind, documentType }: Defect, { application, registers }: SubmittedCase): void => {
  const found = registersWith(documentType, registers);
  if (found.length > 0) throw refuse('document-held-by-state', { documentType, registers: found });
  if (kind !== 'MISSING' || isThere(documentType, application)) return;
  const awaited = registersAwaited(documentType, registers);
  if (awaited.length > 0) throw refuse('state-data-awaited', { documentType, registers: awaited });
};
