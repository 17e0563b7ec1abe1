import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-gates.js';
import { defectsOf, registersToAnswer } from '../completeness.js';
import type { Step } from '../step.js';

/**
 * The provider finds the package complete (R-41, para 9); refused with every defect that the record shows (R-60 to
 * ), and while a register must still answer whether anything is missing (R-69, A12).
 */
export const confirmCompleteness: Step<'ConfirmCompleteness'> = {
  gate: (state) => {
    const after =
      state.dates.CompletenessConfirmed === undefined ? 'already-examined' : 'completeness-already-confirmed';
    assertStandsAt(state, 'REGISTERED', { before: 'not-registered', after });
    assertComplete(state);
  },

  decide: ({ at, by, note }, { application: { zone } }) => [
    { type: 'CompletenessConfirmed', data: { at, note, confirmedOn: localDateOf(at, zone), confirmedBy: by } },
  ],
};

const assertComplete = (state: SubmittedCase): void => {
  const defects = defectsOf(state).map(({ kind, documentType, rule }) => `${kind} ${documentType} (${rule})`);
  if (defects.length > 0) throw refuse('package-incomplete', { defects });
  const registers = registersToAnswer(state);
  if (registers.length > 0) throw refuse('state-data-awaited', { registers });
};
